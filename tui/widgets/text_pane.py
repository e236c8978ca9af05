"""The widget in which a text is read: an article, a briefing, an original. It knows no library and opens nothing.

It is told what to show and says, by messages, where its reader goes: by sentence and paragraph, and by word in a
selection. How a text is drawn is `text_view.py`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from briefings.article import Span
from tui.commands import bindings_of
from tui.cursor import SentenceCursor
from tui.layers import Layer
from tui.selection import Selection
from tui.widgets.rows import CURSOR_BAR, SELECTION_BAR
from tui.widgets.text_view import TextView


class TextPane(TextView, can_focus=True, inherit_bindings=False):
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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._cursor = SentenceCursor("")
        self._selection: Selection | None = None
        self._place = 0
        self._gone_to: Span | None = None
        self._unseen = False
        self._lit: list[range] = []
        super().__init__(id=id, classes=classes)

    def show(
        self,
        text: str,
        *,
        sentences: Sequence[Span] = (),
        layers: Sequence[Layer] = (),
        paragraphs_numbered: bool = True,
        heading: Sequence[str] = (),
        cursor: int = 0,
    ) -> None:
        """Show another text, the cursor at the sentence that holds the offset `cursor`.

        sentences: what the cursor moves by; paragraphs where there are none. heading: lines above the text, the first
        is the title. Layers are drawn in the style of the component class `text-pane--<name>`.
        """
        self._cursor = SentenceCursor(text, sentences, cursor)
        self._selection = None
        self._place, self._gone_to = cursor, None
        self._unseen = not self.size
        self._set_text(text, heading, layers, numbered=paragraphs_numbered)
        if cursor:
            self.reveal(cursor)

    @property
    def cursor_span(self) -> Span:
        """The sentence at the cursor."""
        return self._cursor.span

    @property
    def selection(self) -> Span | None:
        """The words selected; None while none are."""
        return self._selection.span if self._selection else None

    def go_to_span(self, span: Span) -> None:
        """Move the cursor to the sentence in which `span` begins, and have the span on screen."""
        self._cursor.to(span.start)
        self._moved()
        self._place, self._gone_to = span.start, span
        self._draw_cursor()
        self._reveal_rows(self._layout.rows_of(span))

    def next_in(self, name: str, *, back: bool = False) -> Span | None:
        """Where the next span of the layers called `name` begins after the place last gone to; None at the end.

        back: the previous one instead.
        """
        found = [
            layer.preceding(self._place) if back else layer.following(self._place)
            for layer in self._layers
            if layer.name == name
        ]
        spans = sorted(span for span in found if span)
        return (spans[-1] if back else spans[0]) if spans else None

    def bar(self, row: int) -> str:
        """The selection's bar beside its rows, else the cursor's: state is never by colour alone."""
        if self._selection and row in self._layout.rows_of(self._selection.span):
            return SELECTION_BAR
        return CURSOR_BAR if row in self._layout.rows_of(self._cursor.span) else " "

    def drawn_layers(self) -> Sequence[Layer]:
        """The layers over the text, the cursor's under them, over them the selection or the span last gone to."""
        priorities = [layer.priority for layer in self._layers] or [0]
        over = [Layer("cursor", [self._cursor.span], min(priorities) - 1), *self._layers]
        if self._selection:
            over.append(Layer("selection", [self._selection.span], max(priorities) + 1))
        elif self._gone_to:
            over.append(Layer("selection", [self._gone_to], max(priorities) + 1))
        return over

    def _draw_cursor(self) -> None:
        """Draw the rows where the cursor or the selection was and is."""
        self._over = self.drawn_layers()
        before, self._lit = self._lit, self._lit_rows()
        for rows in (*before, *self._lit):
            for row in rows:
                self._strips.pop(self._top + row, None)
            self.refresh_lines(self._top + rows.start, len(rows))

    def _draw_again(self) -> None:
        """Draw everything."""
        super()._draw_again()
        self._lit = self._lit_rows()

    def _lit_rows(self) -> list[range]:
        """The rows of the cursor's sentence and of the selection."""
        return [self._layout.rows_of(span) for span in (self.cursor_span, self.selection) if span]

    def on_resize(self) -> None:
        """Wrap to the new width; what was at the top stays there, unless the cursor would leave the screen."""
        row = self.scroll_offset.y - self._top
        offset = self._layout.row(min(row, self._layout.height - 1)).start if row >= 0 else None
        was_shown = self._is_shown(self._cursor.span.start)
        self._lay_out()
        top = 0 if offset is None else self._top + self._layout.row_of(offset)
        self.scroll_to(y=top, animate=False, force=True)
        if was_shown or self._unseen:
            self._unseen = False
            self.reveal(self._place)

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
        self._gone_to = None
        self._draw_cursor()
        if self._selection:
            self._reveal_rows(self._layout.rows_of(Span(self._selection.head, self._selection.head)))
            self.post_message(self.SelectionChanged(self, self._selection.span))
        else:
            self._place = self._cursor.span.start
            self._reveal_rows(self._layout.rows_of(self._cursor.span))
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
