"""The widget that draws the texts of a comparison side by side, and scrolls them. No keys and no messages.

One widget draws all columns: the state is `tui/columns.py`'s, a column's cells are `column_view.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widget import Widget

from briefings.article import Span
from tui.columns import Columns
from tui.layers import Layer
from tui.layout import Layout
from tui.margin import Aside
from tui.widgets.column_view import GUTTER, ColumnView, columns_that_fit
from tui.widgets.compare_looks import COMPONENTS, CSS
from tui.widgets.compare_margin import MarginView
from tui.widgets.compare_rows import changed_rows
from tui.widgets.layer_styles import LayerStyles

_LOCKED, _FREE = "│", "┆"
_KEPT_ROWS = 2000
_KEPT_WIDTHS = 4
MARGIN_UNDER = 120
"""Cells of width under which one article is read with a margin, unless the reader says otherwise."""
ARTICLE_SHARE = 0.6
"""What of the width the article gets beside its margin."""


Asides = Callable[[int], Sequence[Aside]]
"""The margin of a column, by its number."""


class CompareView(Widget, inherit_bindings=False):
    """Columns of text that are scrolled together.

    Layers are drawn in the style of the component class `compare-pane--<name>`. The line between the columns is whole
    while they are locked to each other and broken while they are not.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = COMPONENTS
    DEFAULT_CSS = CSS

    @dataclass
    class Switched(Message):
        """The columns are locked or not, or laid out, in another way than before. pane: where."""

        pane: CompareView

        @property
        def control(self) -> CompareView:
            """The pane, for selectors of handlers."""
            return self.pane

    locked: var[bool] = var(True)
    margin: var[bool | None] = var[bool | None](None)
    off: var[frozenset[str]] = var(frozenset[str]())

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._row_styles = LayerStyles(self, "compare-pane", filtered=True)
        self._columns = Columns((), ())
        self._views: list[ColumnView | MarginView] = []
        self._column_views: dict[tuple[Layout, int, int], ColumnView] = {}
        self._margin_views: dict[tuple[Layout, int, int], MarginView] = {}
        self._asides: Asides | None = None
        self._lit: tuple[int, Span] | None = None
        self._found: Mapping[int, Sequence[Span]] = {}
        self._letters: dict[int, dict[int, str]] = {}
        self._drawn: dict[Hashable, Strip] = {}
        self._parts: dict[tuple[str, tuple[str, ...]], Strip] = {}
        self._states: list[Hashable] = []
        self._first = 0
        self._room = Size(0, 0)
        self._laid_out: tuple[Size, bool] | None = None
        self._fitting = self._width = 1

    def set_layers(self, column: int, layers: Sequence[Layer]) -> None:
        """Draw other layers over a column; nothing is wrapped again."""
        columns = list(self._columns.columns)
        columns[column] = replace(columns[column], layers=layers)
        self._columns.columns = tuple(columns)
        self._forget_views()
        if self._views:
            self._make_views()

    def watch_locked(self, locked: bool) -> None:
        """Lock the columns to each other, lined up at the cursor, or let each be scrolled alone."""
        self._columns.locked = locked
        if locked and self._views:
            self._columns.align()
        self._draw_all()
        self.post_message(self.Switched(self))

    @property
    def in_margin(self) -> bool:
        """Whether one article is shown with the others' differences in its margin."""
        return self._asides is not None and (self._room.width < MARGIN_UNDER if self.margin is None else self.margin)

    def watch_margin(self) -> None:
        """Wrap the texts to the widths of the layout."""
        self._lay_out()
        self.post_message(self.Switched(self))

    def watch_off(self) -> None:
        """Draw other layers: only the rows on which there is something of them."""
        self._draw_changed()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll the column under the mouse, and the others with it where they are locked."""
        self._wheel(event, 3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll the column under the mouse back, and the others with it where they are locked."""
        self._wheel(event, -3)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of the widget: styles are filtered already and there is no border, so nothing is to be added."""
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.column_span != (0, self._room.width):
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row of the screen, through every column shown, as it was when the columns were last looked at."""
        if y >= len(self._states):
            return self._cells(" " * self._room.width)
        strip = self._drawn.get(self._states[y])
        if strip is None:
            if len(self._drawn) > _KEPT_ROWS:
                self._drawn.clear()
            strip = self._drawn[self._states[y]] = self._join(y)
        return strip

    def _join(self, y: int) -> Strip:
        """A row made of the columns' cells; what a terminal gets for each is made once and kept in the parts."""
        between = self._cells(_LOCKED if self.locked else _FREE, "rule")
        strips = [strip for view in self._views for strip in (between, view.strip(y))][1:]
        room = self._room.width - sum(view.width + 1 for view in self._views) + 1
        if room > 0:
            strips.append(self._cells(" " * min(room, self._room.width)))
        for strip in strips:
            strip.render(self.app.console)
        return Strip.join(strips)

    def _cells(self, text: str, *names: str) -> Strip:
        """A part of a row that is the same in many rows."""
        if (text, names) not in self._parts:
            self._parts[text, names] = Strip([Segment(text, self._row_styles[names])], len(text))
        return self._parts[text, names]

    def _shown_columns(self) -> list[ColumnView]:
        return [view for view in self._views if isinstance(view, ColumnView)]

    def _look(self) -> list[Hashable]:
        """The states of all rows of the widget as the columns are now; rows of equal state look the same."""
        for view in self._shown_columns():
            opened = (self._lit[1],) if self._lit and self._lit[0] == view.number else ()
            view.off, view.lit = self.off, (*self._found.get(view.number, ()), *opened)
            view.letters = self._letters.get(view.number, {})
        for each in self._views:
            each.look()
        rows = list(zip_longest(*(view.states for view in self._views)))[: self._room.height]
        return [*rows, *[(None,) * len(self._views)] * (self._room.height - len(rows))]

    def _draw_changed(self) -> None:
        """Draw the rows that look different now; a terminal far away gets only those."""
        before, self._states = self._states, self._look()
        if regions := changed_rows(before, self._states, self._room.width):
            self.refresh(*regions)

    def _draw_all(self) -> None:
        """Draw every row: the columns, their layers or their widths are others."""
        self._drawn.clear()
        self._states = self._look()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._row_styles.clear()
        self._drawn.clear()
        self._parts.clear()
        self._forget_views(drawn_only=True)

    def _lay_out(self) -> None:
        """Give the columns that fit their widths, the others the same, and wrap every text."""
        width, height = self._room
        self._laid_out = (self._room, self.in_margin)
        count = len(self._columns.columns)
        self._fitting, self._width = columns_that_fit(width, count)
        if self.in_margin:
            self._fitting, self._width = 1, max(1, int(width * ARTICLE_SHARE))
        heading = 4 if height >= 30 else 3
        self._heading_rows = heading if any(len(c.heading) > 2 for c in self._columns.columns) else 2
        self._columns.fit([self._width - GUTTER] * count, height - self._heading_rows - 1)
        self._make_views()

    def _make_views(self) -> None:
        """Draw the columns shown from now on: the active one is among them."""
        active, count = self._columns.active, len(self._columns.columns)
        if len(self._column_views) > _KEPT_WIDTHS * count:
            self._forget_views()
        self._first = max(0, min(self._first, active, count - self._fitting), active - self._fitting + 1)
        shown = range(self._first, min(count, self._first + self._fitting))
        views = [self._column_view(number) for number in shown]
        if views and len(shown) < count:
            one = f"{shown.stop} of {count}" if len(shown) == 1 else f"{shown.start + 1}-{shown.stop} of {count}"
            views[-1].note = f" {one} "
        self._views = [
            *views,
            *(self._margin_view(number, self._asides) for number in shown if self.in_margin and self._asides),
        ]
        self._draw_all()

    def _column_view(self, number: int) -> ColumnView:
        """A column at its width, with the rows of it that were drawn."""
        key = (self._columns.layouts[number], self._width, self._heading_rows)
        if key not in self._column_views:
            view = ColumnView(self._columns, number, self._width, self._heading_rows, self._row_styles)
            self._column_views[key] = view
        self._column_views[key].note = ""
        return self._column_views[key]

    def _margin_view(self, number: int, asides: Asides) -> MarginView:
        width = max(1, self._room.width - self._width - 1)
        key = (self._columns.layouts[number], width, self._heading_rows)
        if key not in self._margin_views:
            view = MarginView(self._columns, number, width, self._heading_rows, self._row_styles, asides(number))
            self._margin_views[key] = view
        return self._margin_views[key]

    def _forget_views(self, *, drawn_only: bool = False) -> None:
        """Make the columns anew when they are shown next, or only draw them anew."""
        for views in (self._column_views, self._margin_views):
            for view in views.values():
                view.forget()
            if not drawn_only:
                views.clear()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus and without: no styles are to be looked up, nothing is drawn anew."""

    def on_resize(self) -> None:
        """Wrap to the new widths; the cursor and its point stay on screen. Hidden, it stays as it would be shown."""
        self._room = self.size or self._room
        if self._laid_out != (self._room, self.in_margin):
            self._lay_out()
            self.post_message(self.Switched(self))

    def _wheel(self, event: events.MouseEvent, rows: int) -> None:
        if found := self._at(event.x):
            event.stop()
            self._columns.scroll(found[0].number, rows)
            self._draw_changed()

    def _at(self, x: int) -> tuple[ColumnView | MarginView, int] | None:
        """The column at a cell of the widget's width, and the cell in it; None between columns."""
        for view in self._views:
            if x < view.width:
                return (view, x) if x >= 0 else None
            x -= view.width + 1
        return None
