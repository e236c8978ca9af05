"""The widget in which the tables of a comparison are read: one cell is the reader's, and opens its words.

Where cells stand is `tui/grid.py`'s; which tables there are the screen says. How it is drawn is `compare_lines.py`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefings.table import Cell, Table
from tui.commands import bindings_of
from tui.grid import Spot
from tui.widgets.compare_lines import SIGN_CELLS, CompareLines

HEADINGS = 2
"""Lines above a table's first row, which are seen with it."""
WHEEL = 3
"""Lines that a turn of the wheel scrolls."""


class CompareTable(CompareLines, can_focus=True, inherit_bindings=False):
    """Tables under each other, wider than the screen where they have to be."""

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

    def show(self, tables: Sequence[Table], spot: Spot | None = None) -> None:
        """Show other tables, the cursor at `spot` or near it; at the first cell where none is given."""
        self._tables = tables
        self.spot = spot
        self._lay_out()

    @property
    def cell(self) -> Cell | None:
        """The cell at the cursor; None where no table has a row."""
        return self.grid.cell(self.spot) if self.spot else None

    def _lay_out(self) -> None:
        self.turn_to(self._tables)
        self._go(self.grid.nearest(self.spot), is_new=True)

    def on_resize(self) -> None:
        """Lay the tables out for the new width; the cursor stays at its cell."""
        if self.size != (self._width, self._height):
            self._width, self._height = self.size
            self._lay_out()

    def _go(self, spot: Spot | None, *, is_new: bool = False) -> None:
        """Go to a cell, and have it on screen."""
        moved = spot != self.spot or is_new
        self.spot = spot
        if spot is not None:
            self._first = self.grid.first_shown(spot, self._first)
            lines = self.grid.lines_of(spot)
            top = max(0, lines.start - HEADINGS) if spot.row == 0 else lines.start
            self.scroll_into_view(range(top, lines.stop))
        self.draw_changed()
        if moved:
            self.post_message(self.CellMoved(self, self.cell))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll on; the cursor stays where it is."""
        event.stop()
        self.scroll_lines(WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll back; the cursor stays where it is."""
        event.stop()
        self.scroll_lines(-WHEEL)

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that was clicked; open its words where it was the reader's already."""
        place = event.get_content_offset(self)
        if place is None:
            return
        spot = self.grid.spot_at(place.y + self._top, place.x - SIGN_CELLS, self._first)
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
        self._move("paged", max(1, self._height - 1))

    def action_page_up(self) -> None:
        """Go a page up."""
        self._move("paged", -max(1, self._height - 1))

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
