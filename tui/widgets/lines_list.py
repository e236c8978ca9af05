"""A list of rows on the line API: only the rows on screen are drawn, so it can hold a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.commands import bindings_of
from tui.lazy_rows import LazyRows
from tui.widgets.column_view import fitted
from tui.widgets.layer_styles import LayerStyles

INDENT_CELLS = 1
MARKED, CURSOR = "✓", "▌"
SIGN_CELLS = 2
"""Before every row: the cursor's bar, and the mark."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row.

    text: what it shows. kind: how it looks: the component class `lines-list--<kind>`. indent: levels.
    key: what it stands for; a row without one cannot be gone to. Rows of one key that follow each other are one entry.
    """

    text: str
    kind: str = ""
    indent: int = 0
    key: str = ""


class LinesList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor; some may be marked."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines-list--article",
        "lines-list--bar",
        "lines-list--columns",
        "lines-list--cursor",
        "lines-list--group",
        "lines-list--heading",
        "lines-list--legend",
        "lines-list--letter",
        "lines-list--note",
        "lines-list--snippet",
    }
    DEFAULT_CSS = """
    LinesList {
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        .lines-list--bar { color: $primary; text-style: bold; }
        .lines-list--columns { text-style: underline; }
        .lines-list--cursor { background: $surface; }
        .lines-list--group { text-style: bold; }
        .lines-list--heading { text-style: bold; }
        .lines-list--legend { text-style: dim; }
        .lines-list--letter { color: $warning; text-style: bold reverse; }
        .lines-list--note { color: $warning; text-style: bold; }
        .lines-list--snippet { text-style: dim; }
        &:focus .lines-list--cursor { background: $panel; text-style: bold; }
        &:ansi .lines-list--cursor { background: ansi_default; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("list")

    @dataclass
    class Highlighted(Message):
        """The cursor went to another row. list: where. key: what the row stands for."""

        list: LinesList
        key: str

        @property
        def control(self) -> LinesList:
            """The list, for selectors of handlers."""
            return self.list

    @dataclass
    class Selected(Message):
        """A row is to be opened. list: where. key: what the row stands for."""

        list: LinesList
        key: str

        @property
        def control(self) -> LinesList:
            """The list, for selectors of handlers."""
            return self.list

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._row_styles = LayerStyles(self, "lines-list")
        self._rows: Sequence[Row] = ()
        self._cursor = 0
        self._entry = range(0)
        self._marked: dict[str, None] = {}
        self._letters: dict[int, str] = {}

    def show(self, rows: Sequence[Row], *, keep_cursor: bool = True) -> None:
        """Show other rows; the cursor stays on the row with its key, else where it was.

        keep_cursor: False puts it on the first row.
        """
        row_on_screen = self._cursor - self.scroll_offset.y
        kept = self._place_in(rows) if keep_cursor else 0
        self._rows = rows
        self._place(kept, 1)
        self.virtual_size = Size(0, len(rows))
        if 0 <= row_on_screen < self.size.height:  # what was in sight stays in sight, and where it was
            self.scroll_to(y=self._cursor - row_on_screen, animate=False, force=True)
        if not keep_cursor:
            self.scroll_to(y=0, animate=False, force=True)
        self.refresh()

    def go_to(self, key: str) -> None:
        """Put the cursor on the row that stands for `key`, where there is one."""
        if numbers := _rows_of(self._rows, key):
            self._go(numbers[0], 1)

    @property
    def cursor_key(self) -> str:
        """What the row at the cursor stands for; empty for nothing."""
        return self._rows[self._cursor].key if self._cursor < len(self._rows) else ""

    @property
    def marked(self) -> list[str]:
        """The keys of the marked rows, in the order they were marked."""
        return list(self._marked)

    def mark(self, keys: Iterable[str]) -> None:
        """Mark the rows with these keys, in this order, and no others."""
        self._marked = dict.fromkeys(keys)
        self.refresh()

    def jump_rows(self) -> list[int]:
        """The rows on screen that can be gone to, the first of each entry."""
        rows, top = self._rows, self.scroll_offset.y
        seen = range(top, min(top + self.size.height, len(rows)))
        keyed = (number for number in seen if rows[number].key)
        return [number for number in keyed if not number or rows[number - 1].key != rows[number].key]

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show a letter before some rows; none where there are none."""
        self._letters = dict(letters)
        self.refresh()

    def jump_to(self, row: int) -> None:
        """Put the cursor on a row."""
        self._go(row, 1)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        number = y + self.scroll_offset.y
        if number >= len(self._rows):
            return Strip.blank(self.size.width, self._row_styles[()])
        row, at_cursor = self._rows[number], number in self._entry
        style = self._row_styles[(row.kind, "cursor") if at_cursor else (row.kind,)]
        signs = (CURSOR if at_cursor else " ") + (MARKED if row.key in self._marked else " ")
        room = max(0, self.scrollable_content_region.width - SIGN_CELLS)
        text = fitted(" " * INDENT_CELLS * row.indent + row.text, room)
        signs_style = self._row_styles[("bar",) if signs.strip() else ()]
        if number in self._letters:
            signs, signs_style = f"{self._letters[number]} ", self._row_styles[("letter",)]
        return Strip([Segment(signs, signs_style), Segment(text, style)])

    def notify_style_update(self) -> None:
        """Forget the old styles."""
        super().notify_style_update()
        self._row_styles.clear()

    def on_click(self, event: events.Click) -> None:
        """Open the row that was clicked."""
        place = event.get_content_offset(self)
        if place is not None and place.y + self.scroll_offset.y < len(self._rows):
            event.stop()
            self._go(place.y + self.scroll_offset.y, 1)
            self.action_select()

    @property
    def _after(self) -> int:
        """The number of the row after the entry at the cursor."""
        return max(self._entry.stop, self._cursor + 1)

    def _nearest(self, number: int, step: int) -> int:
        """The row nearest to `number`, going by `step` first, that can be gone to."""
        count = len(self._rows)
        number = min(max(number, 0), max(count - 1, 0))
        ahead = range(number, count) if step > 0 else range(number, -1, -1)
        behind = range(number, -1, -1) if step > 0 else range(number, count)
        return next((n for way in (ahead, behind) for n in way if n in range(count) and self._rows[n].key), 0)

    def _place_in(self, rows: Sequence[Row]) -> int:
        """Which of other rows is the one at the cursor; of several with its key, the one with as many before it."""
        if not (key := self.cursor_key):
            return self._cursor
        before = sum(number < self._cursor for number in _rows_of(self._rows, key))
        same = _rows_of(rows, key)
        return same[min(before, len(same) - 1)] if same else self._cursor

    def _place(self, number: int, step: int) -> None:
        """Put the cursor on the first row of the entry nearest to `number`."""
        first = last = self._nearest(number, step)
        key, rows = self._rows[first].key if self._rows else "", self._rows
        while key and first and rows[first - 1].key == key:
            first -= 1
        while key and last + 1 < len(rows) and rows[last + 1].key == key:
            last += 1
        self._cursor, self._entry = first, range(first, last + 1 if key else first)

    def _go(self, number: int, step: int) -> None:
        before = self._cursor
        self._place(number, step)
        self.scroll_to_region(Region(0, self._cursor, 1, max(1, len(self._entry))), animate=False, force=True)
        self.refresh()
        if self._cursor != before:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self._go(self._after, 1)

    def action_cursor_up(self) -> None:
        """Go to the previous row."""
        self._go(self._cursor - 1, -1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._go(self._cursor + self.size.height, 1)

    def action_page_up(self) -> None:
        """Go a page up."""
        self._go(self._cursor - self.size.height, -1)

    def action_top(self) -> None:
        """Go to the first row."""
        self._go(0, 1)

    def action_end(self) -> None:
        """Go to the last row."""
        self._go(len(self._rows) - 1, -1)

    def action_select(self) -> None:
        """Open the row at the cursor."""
        if self.cursor_key:
            self.post_message(self.Selected(self, self.cursor_key))

    def action_mark(self) -> None:
        """Mark the row at the cursor, or take its mark away, and go to the next."""
        if key := self.cursor_key:
            if key in self._marked:
                del self._marked[key]
            else:
                self._marked[key] = None
            self._go(self._after, 1)


def _rows_of(rows: Sequence[Row], key: str) -> Sequence[int]:
    """The numbers of the rows with a key, without having them made where they are made as needed."""
    if isinstance(rows, LazyRows):
        return rows.rows_of(key)
    return [number for number, row in enumerate(rows) if row.key == key]
