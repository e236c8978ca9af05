"""Draws the tables of a comparison, line by line, and scrolls them. No keys and no messages.

Like the columns of `compare_view.py` it gives up borders and scroll bars of Textual's: what is drawn on a line is kept
until something on it changes, and only lines that look different are drawn again.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefings.table import Table
from tui.grid import NO_ROWS, Grid, Line, Placed, Spot
from tui.widgets.column_view import fitted, wrapped
from tui.widgets.compare_rows import changed_rows
from tui.widgets.layer_styles import LayerStyles

BAR = "▌"
SIGN_CELLS = 2
"""Before every line: the bar of the cursor's row, and a space."""
KEPT_PAGES = 16
"""Tables whose lines are kept."""
SEEN, UNSEEN = "┃", "│"
"""At the end of every line: what of the whole is on screen; nothing where all of it is."""


class Page(NamedTuple):
    """Tables that were on screen. tables: kept so that nothing else is taken for them. drawn: lines by their state."""

    tables: Sequence[Table]
    grid: Grid
    drawn: dict[Hashable, Strip]


class CompareLines(Widget, inherit_bindings=False):
    """The lines of a grid of tables from the one at the top of the screen on."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "compare-table--bar",
        "compare-table--cell",
        "compare-table--columns",
        "compare-table--cursor",
        "compare-table--heading",
        "compare-table--legend",
        "compare-table--scroll",
    }
    DEFAULT_CSS = """
    CompareLines {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
        .compare-table--bar { color: $primary; text-style: bold; }
        .compare-table--cell { text-style: bold reverse; }
        .compare-table--columns { text-style: underline; }
        .compare-table--cursor { background: $panel; }
        .compare-table--heading { text-style: bold; }
        .compare-table--legend { text-style: dim; }
        .compare-table--scroll { color: $primary; }
        &:ansi .compare-table--cursor { background: ansi_default; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cell_styles = LayerStyles(self, "compare-table", filtered=True)
        self.grid = Grid((), 1)
        self._tables: Sequence[Table] = ()
        self.spot: Spot | None = None
        self._first, self._top = 1, 0
        self._drawn: dict[Hashable, Strip] = {}
        self._states: list[Hashable] = []
        self._pages: dict[int, Page] = {}
        self._width = self._height = 0

    @property
    def room(self) -> int:
        """The cells that a line of the tables has."""
        return max(1, self._width - SIGN_CELLS - 2)

    def turn_to(self, tables: Sequence[Table]) -> None:
        """Have these tables on screen; what was laid out and drawn of them before is taken again."""
        page = self._pages.get(id(tables))
        if page is None or page.grid.width != self.room:
            if len(self._pages) >= KEPT_PAGES:
                self._pages.clear()
            page = self._pages[id(tables)] = Page(tables, Grid(tables, self.room), {})
        self.grid, self._drawn = page.grid, page.drawn
        self._first, self._top, self._states = 1, 0, []

    def scroll_into_view(self, lines: range) -> None:
        """Have these lines of the grid on screen, the first of them where not all fit."""
        self._top = max(min(self._top, lines.start), min(lines.start, lines.stop - self._height))

    def scroll_lines(self, lines: int) -> None:
        """Scroll so many lines on, or back where negative."""
        furthest = max(0, len(self.grid.lines) - self._height)
        self._top = max(0, min(self._top + lines, furthest))
        self.draw_changed()

    def draw_changed(self) -> None:
        """Draw the lines that look different now."""
        before, self._states = self._states, [self._state(y) for y in range(self._height)]
        if regions := changed_rows(before, self._states, self._width):
            self.refresh(*regions)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """It looks the same with the focus and without: no styles are to be looked up, nothing is drawn anew."""

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._cell_styles.clear()
        self._pages.clear()
        self._drawn, self._states = {}, []

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the widget: styles are filtered already and there is no border, so nothing is to be added."""
        strips = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.column_span != (0, self._width):
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        state = self._state(y)
        strip = self._drawn.get(state)
        if strip is None:
            strip = self._drawn[state] = self._strip(y)
        return strip

    def _state(self, y: int) -> Hashable:
        """All that decides what line `y` of the screen shows: lines of equal state look the same."""
        number, mark = y + self._top, self._scroll_mark(y)
        if number >= len(self.grid.lines):
            return mark
        return number, self._first, self.spot if self._is_at_cursor(self.grid.lines[number]) else None, mark

    def _is_at_cursor(self, line: Line) -> bool:
        return self.spot is not None and line.kind == "row" and line[1:3] == self.spot[:2]

    def _scroll_mark(self, y: int) -> str:
        height, count = self._height, len(self.grid.lines)
        if count <= height:
            return " "
        return SEEN if self._top * height // count <= y <= (self._top + height) * height // count else UNSEEN

    def _strip(self, y: int) -> Strip:
        number = y + self._top
        made, names = list[Segment](), tuple[str, ...]()
        if number < len(self.grid.lines):
            line = self.grid.lines[number]
            names = ("cursor",) if self._is_at_cursor(line) else ()
            bar = Segment((BAR if names else " ") + " ", self._cell_styles[("bar",) if names else ()])
            made = [bar, *self._segments(line, names)]
        room = self._width - 1 - sum(segment.cell_length for segment in made)
        made.append(Segment(" " * max(0, room), self._cell_styles[names]))
        made.append(Segment(self._scroll_mark(y), self._cell_styles["scroll",]))
        return Strip(made, self._width)

    def _segments(self, line: Line, names: tuple[str, ...]) -> list[Segment]:
        """What a line shows behind its bar."""
        table = self.grid.tables[line.table]
        if line.kind == "heading":
            return [Segment(fitted(self._named(line.table), self.room), self._cell_styles["heading",])]
        if line.kind == "legend":
            return [Segment(fitted(table.legend if table.rows else NO_ROWS, self.room), self._cell_styles["legend",])]
        if line.kind == "blank":
            return []
        segments, x = list[Segment](), 0
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
        signs: Sequence[str] = [f"◂ {left} more" * bool(left), f"{right} more ▸" * bool(right)]
        return "   ".join(filter(None, [self.grid.tables[table].name, *signs]))
