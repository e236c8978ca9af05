"""The widget in which a comparison is read: texts side by side, the same point in view in every column.

It computes nothing about the articles and opens nothing: it is told what to show and says where its reader goes. How
the columns are drawn is `compare_view.py`'s.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefings.article import Span
from tui.columns import Column, Columns, Landmark
from tui.commands import bindings_of
from tui.widgets.compare_view import Asides, CompareView


class ComparePane(CompareView, can_focus=True, inherit_bindings=False):
    """Columns of text with one cursor, which keep the point at the cursor on the same row of the screen."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("compare")

    _jumps: Sequence[tuple[int, int]] = ()

    @dataclass
    class CursorMoved(Message):
        """The cursor went to another sentence or column.

        pane: where. column: its number. span: the sentence. point: the landmark it is in, None where in none.
        """

        pane: ComparePane
        column: int
        span: Span
        point: int | None

        @property
        def control(self) -> ComparePane:
            """The pane, for selectors of handlers."""
            return self.pane

    @dataclass
    class Activated(Message):
        """A place is to be opened.

        pane: where. column: its number. offset: the place in code points: the beginning of the cursor's sentence.
        """

        pane: ComparePane
        column: int
        offset: int

        @property
        def control(self) -> ComparePane:
            """The pane, for selectors of handlers."""
            return self.pane

    def show(
        self,
        columns: Sequence[Column],
        landmarks: Sequence[Landmark],
        *,
        active: int = 0,
        cursor: int = 0,
        labels: Sequence[str] = (),
        asides: Asides | None = None,
    ) -> None:
        """Show other texts, the cursor in column `active` at the sentence that holds the offset `cursor`.

        landmarks: the points: of each, where the columns tell it; a column that does not is left out. labels: what
        the points are called. asides: the margin of each column, None where there is none to be had.
        """
        self._columns = Columns(columns, landmarks, active=active, labels=labels)
        self._columns.locked = self.locked
        self._asides = asides
        self._lit = None
        self._forget_views()
        self._lay_out()
        if columns:
            self._columns.go_to(active, cursor)
        self._lay_out()

    def go_to(self, column: int, offset: int) -> None:
        """Move the cursor to the sentence of `column` that holds `offset` (code points)."""
        self._columns.go_to(column, offset)
        self._moved()

    @property
    def place(self) -> int:
        """The offset last gone to: of a word, else of the sentence at the cursor."""
        return (self._columns.word or self._columns.cursor_span).start

    def go_to_word(self, column: int, span: Span) -> None:
        """Move the cursor to the sentence of `column` with these words, and to the words."""
        self._columns.go_to(column, span.start)
        self._columns.word = span
        self._columns.show(span.start)
        self._moved()

    def light(self, column: int, span: Span) -> None:
        """Go to words of a column and have them stand out, until the cursor is moved."""
        self._columns.go_to(column, span.start)
        self._lit = (column, span)
        self._show_active()
        self._say()

    @property
    def active(self) -> int:
        """The number of the column with the cursor."""
        return self._columns.active

    @property
    def word(self) -> Span | None:
        """The word at the cursor; None while the reader goes by sentence."""
        return self._columns.word

    @property
    def selection(self) -> Span | None:
        """The words that are selected, in the active column."""
        return self._columns.selection.span if self._columns.selection else None

    @property
    def found(self) -> Mapping[int, Sequence[Span]]:
        """The words that are lit because they were found: column -> where."""
        return self._found

    def light_found(self, found: Mapping[int, Sequence[Span]]) -> None:
        """Have words stand out until others are found; nothing moves."""
        self._found = found
        self._draw_changed()

    def jump_rows(self) -> list[int]:
        """The places that letters may jump to: the paragraphs on screen, of every column, by number."""
        self._jumps = [(view.number, row) for view in self._shown_columns() for row in view.jump_rows()]
        return list(range(len(self._jumps)))

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show a letter at each of those places, by number; none any more where none are given."""
        self._letters.clear()
        for number, letter in letters.items():
            column, row = self._jumps[number]
            self._letters.setdefault(column, {})[row] = letter
        self._draw_changed()

    def jump_to(self, number: int) -> None:
        """Go to one of those places."""
        column, row = self._jumps[number]
        self.go_to(column, self._columns.layouts[column].row(row).start)

    @property
    def cursor_span(self) -> Span:
        """The sentence at the cursor."""
        return self._columns.cursor_span

    @property
    def point(self) -> int | None:
        """The number of the landmark at the cursor."""
        return self._columns.point

    def on_click(self, event: events.Click) -> None:
        """Go to what was clicked."""
        place = event.get_content_offset(self)
        if place is not None and (found := self._at(place.x)):
            event.stop()
            view, x = found
            self.go_to(view.number, view.offset_at(x, place.y))

    def _moved(self) -> None:
        """Have the active column on screen, draw, and tell where the cursor is."""
        self._lit = None
        self._show_active()
        self._say()

    def _show_active(self) -> None:
        """Draw what changed; other columns where the active one is not among those on screen."""
        if self.active not in [view.number for view in self._views]:
            self._make_views()
        self._draw_changed()

    def _say(self) -> None:
        self.post_message(self.CursorMoved(self, self.active, self.cursor_span, self.point))

    def _move(self, name: str, *where: object) -> None:
        """Make one of the moves of `Columns`, where there are any columns."""
        if self._columns.columns:
            getattr(self._columns, name)(*where)
            self._moved()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The moves of a selection are there only while there is one."""
        return self._columns.selection is not None or action not in ("extend_word", "other_end", "leave_selection")

    def action_start_selection(self) -> None:
        """Select the word at the cursor, or the first of its sentence."""
        self._move("select")

    def action_extend_word(self) -> None:
        """Move the selection's end by a word."""
        self._move("move", "next_word")

    def action_other_end(self) -> None:
        """Let the selection's other end move."""
        self._move("move", "other_end")

    def action_leave_selection(self) -> None:
        """Leave the selection."""
        self._move("leave_selection")

    def action_next_sentence(self) -> None:
        """Go to the next sentence of the active column."""
        self._move("move", "next_sentence")

    def action_previous_sentence(self) -> None:
        """Go to the previous sentence of the active column."""
        self._move("move", "previous_sentence")

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph of the active column."""
        self._move("move", "next_paragraph")

    def action_previous_paragraph(self) -> None:
        """Go to this paragraph's beginning, or to the previous one's."""
        self._move("move", "previous_paragraph")

    def action_next_column(self) -> None:
        """Go to the next column."""
        self._move("to_column", self.active + 1)

    def action_previous_column(self) -> None:
        """Go to the previous column."""
        self._move("to_column", self.active - 1)

    def action_next_point(self) -> None:
        """Go to the next shared point of the active column."""
        self._move("to_point", 1)

    def action_previous_point(self) -> None:
        """Go to the previous shared point of the active column."""
        self._move("to_point", -1)

    def action_next_word(self) -> None:
        """Go to the next word of the sentence."""
        self._move("to_word", 1)

    def action_previous_word(self) -> None:
        """Go to the previous word of the sentence."""
        self._move("to_word", -1)

    def action_page_down(self) -> None:
        """Go a page down."""
        self._move("page", 1)

    def action_page_up(self) -> None:
        """Go a page up; in a selection, a word back."""
        if self._columns.selection:
            self._move("move", "previous_word")
        else:
            self._move("page", -1)

    def action_top(self) -> None:
        """Go to the active column's first sentence."""
        self._move("move", "first")

    def action_end(self) -> None:
        """Go to the active column's last sentence."""
        self._move("move", "last")

    def action_toggle_lock(self) -> None:
        """Move the columns together, or each alone."""
        self.locked = not self.locked

    def action_align(self) -> None:
        """Line the columns up at the cursor."""
        if self._columns.columns:
            self._columns.align()
            self._draw_changed()

    def action_activate(self) -> None:
        """Ask for the sentence at the cursor to be opened."""
        if self._columns.columns:
            self.post_message(self.Activated(self, self.active, self.cursor_span.start))
