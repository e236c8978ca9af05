"""The widget in which the tables of a comparison are read: one cell is the reader's, and opens its words.

Where cells stand is `tui/grid.py`'s; which tables there are the screen says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefings.table import Cell, Table
from tui.commands import bindings_of
from tui.grid import NO_ROWS, Grid, Line, Placed, Spot
from tui.widgets.column_view import fitted, wrapped
from tui.widgets.layer_styles import LayerStyles

BAR = "▌"
SIGN_CELLS = 2
"""Before every line: the bar of the cursor's row, and a space."""


class CompareTable(ScrollView, can_focus=True, inherit_bindings=False):
    """Tables under each other, wider than the screen where they have to be."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "compare-table--bar",
        "compare-table--cell",
        "compare-table--columns",
        "compare-table--cursor",
        "compare-table--heading",
        "compare-table--legend",
    }
    DEFAULT_CSS = """
    CompareTable {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        .compare-table--bar { color: $primary; text-style: bold; }
        .compare-table--cell { text-style: bold reverse; }
        .compare-table--columns { text-style: underline; }
        .compare-table--cursor { background: $surface; }
        .compare-table--heading { text-style: bold; }
        .compare-table--legend { text-style: dim; }
        &:focus .compare-table--cursor { background: $panel; }
        &:ansi .compare-table--cursor { background: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("table")

    @dataclass
    class CellMoved(Message):
        """The cursor went to another cell. table: where. cell: it, None where there is none."""

        table: CompareTable
        cell: Cell | None

        @property
        def control(self) -> CompareTable:
            """The widget, for selectors of handlers."""
            return self.table

    @dataclass
    class CellOpened(Message):
        """The words of the cell at the cursor are to be opened. table: where."""

        table: CompareTable

        @property
        def control(self) -> CompareTable:
            """The widget, for selectors of handlers."""
            return self.table

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cell_styles = LayerStyles(self, "compare-table")
        self.grid = Grid((), 1)
        self._tables: tuple[Table, ...] = ()
        self.spot: Spot | None = None
        self._first = 1

    def show(self, tables: Sequence[Table], spot: Spot | None = None) -> None:
        """Show other tables, the cursor at `spot` or near it; at the first cell where none is given."""
        self._tables = tuple(tables)
        self.spot = spot
        self._lay_out()

    @property
    def cell(self) -> Cell | None:
        """The cell at the cursor; None where no table has a row."""
        return self.grid.cell(self.spot) if self.spot else None

    @property
    def room(self) -> int:
        """The cells that a line of the tables has."""
        return max(1, self.scrollable_content_region.width - SIGN_CELLS)

    def _lay_out(self) -> None:
        self.grid = Grid(self._tables, self.room)
        self.virtual_size = Size(0, len(self.grid.lines))
        self._first = 1
        self._go(self.grid.nearest(self.spot), is_new=True)

    def on_resize(self) -> None:
        """Lay the tables out for the new width; the cursor stays at its cell."""
        self._lay_out()

    def _go(self, spot: Spot | None, *, is_new: bool = False) -> None:
        """Go to a cell, and have it on screen."""
        moved = spot != self.spot or is_new
        self.spot = spot
        if spot is None:
            self.scroll_to(y=0, animate=False, force=True)
        else:
            self._first = self.grid.first_shown(spot, self._first)
            lines = self.grid.lines_of(spot)
            top = max(0, lines.start - 2) if spot.row == 0 else lines.start  # the headings are seen with the first row
            self.scroll_to_region(Region(0, top, 1, lines.stop - top), animate=False, force=True)
        self.refresh()
        if moved:
            self.post_message(self.CellMoved(self, self.cell))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + self.scroll_offset.y
        if number >= len(self.grid.lines):
            return Strip.blank(self.size.width, self._cell_styles[()])
        line = self.grid.lines[number]
        at_cursor = self.spot is not None and line.kind == "row" and line[1:3] == self.spot[:2]
        names = ("cursor",) if at_cursor else ()
        bar = Segment((BAR if at_cursor else " ") + " ", self._cell_styles[("bar",) if at_cursor else ()])
        made = [bar, *self._segments(line, names)]
        room = self.room + SIGN_CELLS - sum(segment.cell_length for segment in made)
        return Strip([*made, Segment(" " * max(0, room), self._cell_styles[names])])

    def _segments(self, line: Line, names: tuple[str, ...]) -> list[Segment]:
        """What a line shows behind its bar."""
        table = self.grid.tables[line.table]
        if line.kind == "heading":
            return [Segment(fitted(self._named(line.table), self.room), self._cell_styles[("heading",)])]
        if line.kind == "legend":
            return [Segment(fitted(table.legend if table.rows else NO_ROWS, self.room), self._cell_styles["legend",])]
        if line.kind == "blank":
            return []
        segments: list[Segment] = []
        x = 0
        for placed in self.grid.placed(line.table, self._first):
            gap = Segment(" " * (placed.x - x), self._cell_styles[names])
            segments += [gap, self._cell(table, line, placed, names)]
            x = placed.x + placed.width
        return segments

    def _cell(self, table: Table, line: Line, placed: Placed, names: tuple[str, ...]) -> Segment:
        """One cell of a line, as wide as its column."""
        if line.kind == "columns":
            return Segment(fitted(table.columns[placed.column], placed.width), self._cell_styles["columns",])
        words = table.rows[line.row][placed.column].text
        height = len(self.grid.lines_of(Spot(line.table, line.row, 0)))
        lines = wrapped(words, placed.width, height) if height > 1 else [words]
        words = lines[line.part] if line.part < len(lines) else ""
        is_chosen = Spot(line.table, line.row, placed.column) == self.spot
        return Segment(fitted(words, placed.width), self._cell_styles[(*names, "cell") if is_chosen else names])

    def _named(self, table: int) -> str:
        """The table's name, and how many of its columns are off the screen."""
        left, right = self.grid.is_cut(table, self._first)
        signs = [f"◂ {left} more" * bool(left), f"{right} more ▸" * bool(right)]
        return "   ".join(filter(None, [self.grid.tables[table].name, *signs]))

    def notify_style_update(self) -> None:
        """Forget the old styles."""
        super().notify_style_update()
        self._cell_styles.clear()

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked; open its words where it was the reader's already."""
        place = event.get_content_offset(self)
        if place is None:
            return
        spot = self.grid.spot_at(place.y + self.scroll_offset.y, place.x - SIGN_CELLS, self._first)
        if spot is not None:
            event.stop()
            if spot == self.spot:
                self.action_open()
            self._go(spot)

    def _move(self, move: str, count: int) -> None:
        if self.spot is not None:
            self._go(getattr(self.grid, move)(self.spot, count))

    def action_down(self) -> None:
        """Go to the next row."""
        self._move("under", 1)

    def action_up(self) -> None:
        """Go to the previous row."""
        self._move("under", -1)

    def action_right(self) -> None:
        """Go to the next cell of the row."""
        self._move("beside", 1)

    def action_left(self) -> None:
        """Go to the previous cell of the row."""
        self._move("beside", -1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._move("paged", max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """Go a page up."""
        self._move("paged", -max(1, self.size.height - 1))

    def action_top(self) -> None:
        """Go to the first row."""
        self._move("under", -len(self.grid.lines))

    def action_end(self) -> None:
        """Go to the last row."""
        self._move("under", len(self.grid.lines))

    def action_open(self) -> None:
        """Ask for the words that the cell rests on."""
        if self.spot is not None:
            self.post_message(self.CellOpened(self))
