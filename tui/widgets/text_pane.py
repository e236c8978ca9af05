"""The widget in which a text is read: an article, a briefing, an original. It knows no library and opens nothing.

It is told what to show and says, by messages, where its reader goes: by sentence and paragraph, and by word in a
selection. Where that is and what is lit there is `text_place.py`'s, how a text is drawn `text_view.py`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefings.article import Span
from tui.commands import bindings_of
from tui.selection import Selection
from tui.widgets.text_place import TextPlace


class TextPane(TextPlace, can_focus=True, inherit_bindings=False):
    """One text with a cursor that moves by sentence, a selection, and layers of spans over it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("text")

    @dataclass
    class CursorMoved(Message):
        """The cursor went to another sentence.

        pane: where. span: the sentence.
        """

        pane: TextPane
        span: Span

        @property
        def control(self) -> TextPane:
            """The pane, for selectors of handlers."""
            return self.pane

    @dataclass
    class SelectionChanged(Message):
        """Other words are selected, or none any more.

        pane: where. selection: the words; None when the selection was left.
        """

        pane: TextPane
        selection: Span | None

        @property
        def control(self) -> TextPane:
            """The pane, for selectors of handlers."""
            return self.pane

    @dataclass
    class Activated(Message):
        """A place is to be opened.

        pane: where. offset: the place in code points: what was clicked, else the beginning of the selection or of the
        sentence at the cursor. exact: whether it was pointed at; else anything in the sentence may be meant.
        """

        pane: TextPane
        offset: int
        exact: bool

        @property
        def control(self) -> TextPane:
            """The pane, for selectors of handlers."""
            return self.pane

    def on_click(self, event: events.Click) -> None:
        """Go to what was clicked, and ask for it to be opened."""
        place = event.get_content_offset(self)
        if place is None:
            return
        row = self.scroll_offset.y + place.y - self._top
        if not 0 <= row < self._layout.height:
            return
        event.stop()
        offset = self._layout.offset_at(row, place.x - self._gutter)
        self.action_leave_selection()
        self._cursor.to(offset)
        self._moved()
        self.post_message(self.Activated(self, offset, exact=place.x >= self._gutter))

    def _go(self, move: str) -> None:
        """Move the selection's end where there is a selection, else the cursor."""
        getattr(self._selection or self._cursor, move)()
        self._moved()

    def _go_to(self, offset: int) -> None:
        (self._selection or self._cursor).to(offset)
        self._moved()

    def _moved(self) -> None:
        """Have the new place on screen and tell of it."""
        super()._moved()
        if self._selection:
            self.post_message(self.SelectionChanged(self, self._selection.span))
        else:
            self.post_message(self.CursorMoved(self, self._cursor.span))

    def _page(self, rows: int) -> None:
        """Scroll by some rows, and go to what stands where the last place stood."""
        head = self._selection.head if self._selection else self._cursor.span.start
        row = self._layout.row_of(head) + rows
        self.scroll_to(y=self.scroll_offset.y + rows, animate=False, force=True)
        self._go_to(self._layout.row(max(0, min(row, self._layout.height - 1))).start)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The moves of a selection are there only while there is one."""
        return self._selection is not None or action not in ("extend_word", "other_end", "leave_selection")

    def action_next_sentence(self) -> None:
        """Go to the next sentence."""
        self._go("next_sentence")

    def action_previous_sentence(self) -> None:
        """Go to the previous sentence."""
        self._go("previous_sentence")

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._go("next_paragraph")

    def action_previous_paragraph(self) -> None:
        """Go to this paragraph's beginning, or to the previous one's."""
        self._go("previous_paragraph")

    def action_page_down(self) -> None:
        """Go a page down."""
        self._page(max(1, self.size.height - 2))

    def action_page_up(self) -> None:
        """Go a page up; in a selection, a word back."""
        if self._selection:
            self._go("previous_word")
        else:
            self._page(-max(1, self.size.height - 2))

    def action_top(self) -> None:
        """Go to the beginning of the text, its heading on screen."""
        self._go_to(0)
        self.scroll_to(y=0, animate=False, force=True)

    def action_end(self) -> None:
        """Go to the last sentence."""
        self._go_to(len(self._text))

    def action_start_selection(self) -> None:
        """Select the first word of the sentence at the cursor."""
        cursor = self._cursor
        self._selection = Selection(self._text, cursor.sentences, cursor.paragraphs, cursor.span.start)
        self._moved()

    def action_extend_word(self) -> None:
        """Move the selection's end by a word."""
        self._go("next_word")

    def action_other_end(self) -> None:
        """Let the selection's other end move."""
        self._go("other_end")

    def action_leave_selection(self) -> None:
        """Leave the selection, the cursor where its moving end was."""
        if self._selection:
            self._cursor.to(self._selection.head)
            self._selection = None
            self.post_message(self.SelectionChanged(self, None))
            self._moved()

    def action_activate(self) -> None:
        """Ask for what stands at the cursor to be opened."""
        offset = self._selection.span.start if self._selection else self._place
        self.post_message(self.Activated(self, offset, exact=False))
