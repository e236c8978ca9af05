"""The widget that draws the texts of a comparison side by side, and scrolls them. No keys and no messages.

One widget draws all columns: the state is `tui/columns.py`'s, a column's cells are `column_view.py`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from tui.columns import Columns
from tui.layers import Layer
from tui.widgets.column_view import GUTTER, ColumnView, columns_that_fit
from tui.widgets.layer_styles import LayerStyles

_LOCKED, _FREE = "│", "┆"


class CompareView(Widget, inherit_bindings=False):
    """Columns of text that are scrolled together.

    Layers are drawn in the style of the component class `compare-pane--<name>`. The line between the columns is whole
    while they are locked to each other and broken while they are not.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "compare-pane--active",
        "compare-pane--bar",
        "compare-pane--citation",
        "compare-pane--cursor",
        "compare-pane--figure",
        "compare-pane--gutter",
        "compare-pane--heading",
        "compare-pane--hit",
        "compare-pane--note",
        "compare-pane--only",
        "compare-pane--point",
        "compare-pane--quote",
        "compare-pane--rule",
        "compare-pane--shared-run",
        "compare-pane--wire",
    }
    DEFAULT_CSS = """
    CompareView {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
        .compare-pane--active { text-style: bold reverse; }
        .compare-pane--bar { color: $primary; text-style: bold; }
        .compare-pane--citation { color: $primary; text-style: bold underline; }
        .compare-pane--cursor { background: $surface; }
        .compare-pane--figure { color: $accent; text-style: bold; }
        .compare-pane--gutter { text-style: dim; }
        .compare-pane--heading { color: $foreground; }
        .compare-pane--hit { color: $warning; text-style: bold reverse; }
        .compare-pane--note { color: $warning; text-style: uu; }
        .compare-pane--only { text-style: dim; }
        .compare-pane--point { background: $surface; }
        .compare-pane--quote { color: $success; text-style: italic; }
        .compare-pane--rule { color: $primary; }
        .compare-pane--shared-run { text-style: underline; }
        .compare-pane--wire { text-style: dim; }
        &:focus .compare-pane--cursor { background: $panel; }
        &:ansi .compare-pane--cursor { background: ansi_default; }
        &:ansi .compare-pane--point { background: ansi_default; }
    }
    """
    locked: var[bool] = var(True)

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._row_styles = LayerStyles(self, "compare-pane")
        self._columns = Columns((), ())
        self._views: list[ColumnView] = []
        self._first = 0
        self._fitting = self._width = 1

    def set_layers(self, column: int, layers: Sequence[Layer]) -> None:
        """Draw other layers over a column; nothing is wrapped again."""
        columns = list(self._columns.columns)
        columns[column] = replace(columns[column], layers=layers)
        self._columns.columns = tuple(columns)
        if self._views:
            self._make_views()
        self.refresh()

    def watch_locked(self, locked: bool) -> None:
        """Lock the columns to each other, lined up at the cursor, or let each be scrolled alone."""
        self._columns.locked = locked
        if locked and self._views:
            self._columns.align()
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the column under the mouse, and the others with it where they are locked."""
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the column under the mouse back, and the others with it where they are locked."""
        self._wheel(event, -3)

    def render_lines(self, crop: Region) -> list[Strip]:
        """All columns, row by row; `render_line` and what it caches would be slower by a third."""
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row of the screen, through every column shown."""
        segments: list[Segment] = []
        between = Segment(_LOCKED if self.locked else _FREE, self._row_styles[("rule",)])
        for view in self._views:
            if segments:
                segments.append(between)
            segments += view.segments(y)
        return Strip(segments).adjust_cell_length(self.size.width, self._row_styles[()])

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._row_styles.clear()
        for view in self._views:
            view.forget()

    def _lay_out(self) -> None:
        """Give the columns that fit their widths, the others the same, and wrap every text."""
        width, height = self.size
        count = len(self._columns.columns)
        self._fitting, self._width = columns_that_fit(width, count)
        heading = 4 if height >= 30 else 3
        self._heading_rows = heading if any(len(c.heading) > 2 for c in self._columns.columns) else 2
        self._columns.fit([self._width - GUTTER] * count, height - self._heading_rows - 1)
        self._make_views()
        self.refresh()

    def _make_views(self) -> None:
        """Draw the columns shown from now on: the active one is among them."""
        active, count = self._columns.active, len(self._columns.columns)
        self._first = max(0, min(self._first, active, count - self._fitting), active - self._fitting + 1)
        shown = range(self._first, min(count, self._first + self._fitting))
        self._views = [
            ColumnView(self._columns, number, self._width, self._heading_rows, self._row_styles) for number in shown
        ]
        if len(shown) < count:
            self._views[-1].note = f" {shown.start + 1}-{shown.stop} of {count} "

    def on_resize(self) -> None:
        """Wrap to the new widths; the cursor and its point stay on screen."""
        self._lay_out()

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        if found := self._at(event.x):
            event.stop()
            self._columns.scroll(found[0].number, rows)
            self.refresh()

    def _at(self, x: int) -> tuple[ColumnView, int] | None:
        """The column at a cell of the widget's width, and the cell in it; None between columns."""
        index, x = divmod(x, self._width + 1)
        return (self._views[index], x) if index < len(self._views) and x < self._width else None
