"""The margin of one article as cells: what the other outlets make of its sentences, each note beside its sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Hashable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from tui.columns import Columns
from tui.margin import Aside, placed
from tui.widgets.column_view import fitted, wrapped
from tui.widgets.layer_styles import LayerStyles

INDENT = "  "
MOST_LINES = 6
"""Lines of one thing a note says."""
TITLE = "In the others"
Row = tuple[str, tuple[str, ...]]
"""A line of the margin, and the names of its style."""


class MarginView:
    """Draws the margin of a column of `columns` at one width."""

    def __init__(
        self, columns: Columns, number: int, width: int, heading_rows: int, styles: LayerStyles, asides: Sequence[Aside]
    ) -> None:
        """number: the column. width: of the margin, in cells. asides: its notes, in the order of the text."""
        self.number = number
        self.width = width
        self._columns = columns
        self._layout = columns.layouts[number]
        self._heading_rows = heading_rows
        self._styles = styles
        self._asides = asides
        self._rows = [self._layout.row_of(aside.span.start) for aside in asides]
        self._blocks = [self._block(aside) for aside in asides]
        self._heights = [len(block) for block in self._blocks]
        self._starts = [aside.span.start for aside in asides]
        self._drawn: dict[Hashable, Strip] = {}
        self.look()

    def look(self) -> None:
        """Take over where the cursor is and how far the article is scrolled, and place the notes by it."""
        offset, view = self._columns.offsets[self.number], self._columns.view
        cursor = self._columns.cursors[self.number].span
        pivot = max(0, bisect_right(self._starts, cursor.start, hi=len(self._starts)) - 1)
        while pivot and self._starts[pivot - 1] == self._starts[pivot]:
            pivot -= 1
        rows = list(self._rows)
        if rows:  # the note at the cursor is on screen as a whole, wherever its sentence stands
            rows[pivot] = max(0, min(rows[pivot], max(offset, offset + view - self._heights[pivot])))
        self._shown: dict[int, Row] = {}
        self._offsets: dict[int, int] = {}
        for number, start in enumerate(placed(rows, self._heights, pivot)):
            if start < offset + view and start + self._heights[number] > offset:
                at_cursor = self._asides[number].span.overlaps(cursor)
                for line, (words, names) in enumerate(self._blocks[number], start - offset):
                    self._shown[line] = (words, (*names, "point") if at_cursor else names)
                    self._offsets[line] = self._starts[number]
        self.states = [self._row(y) for y in range(self._heading_rows + 1 + view)]

    def forget(self) -> None:
        """Draw everything again: the styles changed."""
        self._drawn.clear()

    def strip(self, y: int) -> Strip:
        """The cells of the margin on row `y` of the widget."""
        row = self._row(y)
        strip = self._drawn.get(row)
        if strip is None:
            strip = self._drawn[row] = Strip([Segment(fitted(row[0], self.width), self._styles[row[1]])], self.width)
        return strip

    def offset_at(self, x: int, y: int) -> int:
        """The offset of the sentence whose note is drawn at a row; of the article's row where none is."""
        line = max(0, y - self._heading_rows - 1)
        beside = self._layout.offset_at(line + self._columns.offsets[self.number], 0)
        return self._offsets.get(line, beside)

    def _row(self, y: int) -> Row:
        if y < self._heading_rows:
            return (f" {TITLE}" if y == 0 else "", ("heading",))
        if y == self._heading_rows:
            return "─" * self.width, ("rule",)
        return self._shown.get(y - self._heading_rows - 1, ("", ()))

    def _block(self, aside: Aside) -> list[Row]:
        """The lines of a note: its name, then what the others have."""
        name = "bar" if aside.point is not None else "only"
        lines: list[Row] = [(f" {line}", (name,)) for line in wrapped(aside.name, self.width - 2, MOST_LINES)]
        for said in aside.lines:
            room = max(1, self.width - 2 - len(INDENT))
            lines += [(f" {INDENT}{line}", ()) for line in wrapped(said, room, MOST_LINES)]
        return lines
