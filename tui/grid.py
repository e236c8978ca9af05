"""Tables laid out in rows of cells, one cell of which is the reader's: where each stands, and where moves lead. Pure.

Not here: what the tables are (`views.py`), how they look (`widgets/compare_table.py`). Rows that are not on screen are
counted, not drawn: a long cell is wrapped only when its row is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from briefings.table import Cell, Table
from tui.width import cells

GAP = 2
"""Cells between two columns."""
LEAST = 9
"""Cells under which a column that has more to show is not squeezed; the table is then wider than the screen."""
MOST_LINES = 4
"""Lines of the screen that one row may take; what does not fit ends in an ellipsis."""
LOST_TO_WRAPPING = 3
"""Cells of a line that stay empty, on average, because the next word does not fit."""
NO_ROWS = "none found"
NUMBER = "no."
"""The heading of a column that numbers the rows; what has the number stands behind it."""
LEAST_OF_NUMBERED = 4 * LEAST
"""Cells under which the number alone stays on screen where a table goes sideways."""

LineKind = Literal["blank", "heading", "columns", "row", "legend"]


class Spot(NamedTuple):
    """A cell: the number of its table, of its row and of its column, from 0."""

    table: int
    row: int
    column: int


class Line(NamedTuple):
    """A line of the grid. kind: what it shows. table: whose. row: of that table. part: which of the row's lines."""

    kind: LineKind
    table: int
    row: int = 0
    part: int = 0


class Placed(NamedTuple):
    """A column on screen: its number, the cell it begins in, its cells."""

    column: int
    x: int
    width: int


@dataclass(frozen=True)
class Sized:
    """A table and its columns' cells."""

    table: Table
    widths: tuple[int, ...]

    def height(self, row: int) -> int:
        """The lines that a row takes."""
        needed = (_lines(cell.text, width) for cell, width in zip(self.table.rows[row], self.widths, strict=True))
        return max(1, min(MOST_LINES, max(needed, default=1)))


class Grid:
    """Tables under each other at one width in cells."""

    def __init__(self, tables: Sequence[Table], width: int) -> None:
        self.tables = tuple(tables)
        self.width = max(1, width)
        self._sized = [Sized(table, column_widths(table, self.width)) for table in self.tables]
        self.lines: list[Line] = []
        self._starts: list[list[int]] = []
        self._heights: list[list[int]] = []
        for number, sized in enumerate(self._sized):
            self._add(number, sized)

    def _add(self, number: int, sized: Sized) -> None:
        self.lines += [Line("blank", number)] if number else []
        self.lines += [Line("heading", number), Line("columns", number)]
        starts = []
        heights = [sized.height(row) for row in range(len(sized.table.rows))]
        for row, height in enumerate(heights):
            starts.append(len(self.lines))
            self.lines += [Line("row", number, row, part) for part in range(height)]
        self._starts.append(starts)
        self._heights.append(heights)
        if sized.table.legend or not starts:
            self.lines.append(Line("legend", number))

    @cached_property
    def first(self) -> Spot | None:
        """The first cell; None where no table has a row."""
        return next((Spot(number, 0, 0) for number, table in enumerate(self.tables) if table.rows), None)

    def cell(self, spot: Spot) -> Cell:
        """The cell at a spot."""
        return self.tables[spot.table].rows[spot.row][spot.column]

    def nearest(self, spot: Spot | None) -> Spot | None:
        """The spot, or the one nearest to it that there is: tables may have lost rows."""
        if spot is None or spot.table >= len(self.tables) or not self.tables[spot.table].rows:
            return self.first
        row = min(spot.row, len(self.tables[spot.table].rows) - 1)
        return Spot(spot.table, row, min(spot.column, len(self.tables[spot.table].columns) - 1))

    def lines_of(self, spot: Spot) -> range:
        """The lines of the grid that the spot's row takes."""
        start = self._starts[spot.table][spot.row]
        return range(start, start + self._heights[spot.table][spot.row])

    def placed(self, table: int, first: int) -> list[Placed]:
        """The columns of a table that are on screen: what names the row always, then the others from `first` on.

        first: counted from 1 among the others, as tables under each other go sideways together.
        """
        widths, pinned = self._sized[table].widths, self._pinned(table)
        rest = range(min(pinned + max(1, first) - 1, len(widths)), len(widths))
        beside = GAP + min(widths[rest.start], LEAST) if rest else 0
        on_screen, x = list[Placed](), 0
        for column in range(pinned):
            on_screen.append(Placed(column, x, max(1, min(widths[column], self.width - x - beside))))
            x += on_screen[-1].width + GAP
        for column in rest:
            room = self.width - x
            if room < min(widths[column], LEAST):
                break
            on_screen.append(Placed(column, x, min(widths[column], room)))
            x += widths[column] + GAP
        return on_screen

    def _pinned(self, table: int) -> int:
        """How many columns name a row: the first; where that is a number, what has the number, too."""
        columns = self.tables[table].columns
        return 2 if columns[0] == NUMBER and len(columns) > 2 and self.width >= LEAST_OF_NUMBERED else 1

    def first_shown(self, spot: Spot, first: int) -> int:
        """The column to begin with behind those that name the row, so that the spot's is whole; near `first`."""
        pinned, whole = self._pinned(spot.table), self._sized[spot.table].widths
        if spot.column < pinned:
            return 1
        last = spot.column - pinned + 1
        first = max(1, min(first, last))
        while first < last and not any(
            p.column == spot.column and p.width == whole[p.column] for p in self.placed(spot.table, first)
        ):
            first += 1
        return first

    def is_cut(self, table: int, first: int) -> tuple[int, int]:
        """How many columns of a table are left of the screen's, and how many right of them."""
        last = self.placed(table, first)[-1].column
        return max(0, first - 1), len(self._sized[table].widths) - 1 - last

    def beside(self, spot: Spot, columns: int) -> Spot:
        """The spot so many columns to the right, or to the left where negative; the last one there is."""
        return spot._replace(column=max(0, min(spot.column + columns, len(self.tables[spot.table].columns) - 1)))

    def under(self, spot: Spot, rows: int) -> Spot:
        """The spot so many rows down, or up where negative, through all tables; the last one there is."""
        counts = [len(table.rows) for table in self.tables]
        number = max(0, min(sum(counts[: spot.table]) + spot.row + rows, sum(counts) - 1))
        table = 0
        while number >= counts[table]:
            number -= counts[table]
            table += 1
        return Spot(table, number, min(spot.column, len(self.tables[table].columns) - 1))

    def paged(self, spot: Spot, lines: int) -> Spot:
        """The spot about so many lines down, or up where negative."""
        target = self.lines_of(spot).start + lines
        rows = bisect_right(self._rows, target) - bisect_right(self._rows, self.lines_of(spot).start)
        return self.under(spot, rows or (1 if lines > 0 else -1))

    @cached_property
    def _rows(self) -> list[int]:
        """The first line of every row of every table."""
        return [start for starts in self._starts for start in starts]

    def spot_at(self, line: int, x: int, first: int) -> Spot | None:
        """The cell drawn at a line and a cell of the screen; None where none is."""
        if not 0 <= line < len(self.lines) or self.lines[line].kind != "row":
            return None
        _, table, row, _ = self.lines[line]
        columns = self.placed(table, first)
        column = next((p.column for p in reversed(columns) if x >= p.x), 0)
        return Spot(table, row, column)


def column_widths(table: Table, room: int) -> tuple[int, ...]:
    """The cells of each column: what it needs; where that is too much, the widest columns give, down to `LEAST`."""
    texts = [[heading, *(row[n].text for row in table.rows)] for n, heading in enumerate(table.columns)]
    needed = [max(1, max(map(cells, column))) for column in texts]
    room -= GAP * (len(needed) - 1)
    if sum(needed) <= room:
        return tuple(needed)
    low, high = LEAST, max(needed, default=LEAST)
    while low < high:
        limit = (low + high + 1) // 2
        low, high = (limit, high) if sum(min(n, limit) for n in needed) <= room else (low, limit - 1)
    widths = [min(n, low) for n in needed]
    spare = max(0, room - sum(widths))
    for column, n in enumerate(needed):
        more = min(n - widths[column], spare)
        widths[column] += more
        spare -= more
    return tuple(widths)


def _lines(text: str, width: int) -> int:
    """The lines a text is given at a width: each but the last loses about half a word."""
    length = cells(text)
    return 1 if length <= width else -(-length // max(1, width - LOST_TO_WRAPPING))
