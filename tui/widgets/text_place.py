"""The widget that shows one text with a place in it: a cursor, a selection, words gone to, words found. No keys.

How a text is drawn is `text_view.py`'s; which key moves the place, and who is told of it, `text_pane.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefings.article import Span
from tui.cursor import SentenceCursor
from tui.layers import Layer
from tui.selection import Selection
from tui.widgets.rows import CURSOR_BAR, SELECTION_BAR
from tui.widgets.text_view import TextView


class TextPlace(TextView, inherit_bindings=False):
    """One text with a cursor that stands at a sentence, a selection, and layers of spans over it."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        self._cursor = SentenceCursor("")
        self._selection: Selection | None = None
        self._place = 0
        self._gone_to: Span | None = None
        self._unseen = False
        self._lit: list[range] = []
        self._found: tuple[Span, ...] = ()
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
        self._place, self._gone_to, self._found = cursor, None, ()
        self._unseen = not self.size
        self._set_text(text, heading, layers, numbered=paragraphs_numbered)
        if cursor:
            self.reveal(cursor)

    def change(
        self,
        text: str,
        moved: Callable[[int], int],
        *,
        sentences: Sequence[Span] = (),
        layers: Sequence[Layer] = (),
        paragraphs_numbered: bool = True,
        heading: Sequence[str] = (),
    ) -> None:
        """Show the text as it is now: the cursor, the selection and what is on screen stay with their words.

        moved: where what stood at an offset stands now. A selection whose words are others now is left.
        """
        seen = self._place if self._is_shown(self._place) else self._top_offset
        down = self._row_on_screen(seen)
        was, selected = self._text, self._selection
        gone_to = self._gone_to and Span(moved(self._gone_to.start), moved(self._gone_to.end))
        place, unseen = moved(self._place), self._unseen
        self.show(
            text,
            sentences=sentences,
            layers=layers,
            paragraphs_numbered=paragraphs_numbered,
            heading=heading,
            cursor=place,
        )
        self._gone_to, self._unseen = gone_to, unseen or self._unseen
        if selected:
            now = selected.moved(text, self._cursor.sentences, self._cursor.paragraphs, moved)
            self._selection = now if now.span.of(text) == selected.span.of(was) else None
        self._draw_again()
        self.scroll_to(y=self.scroll_offset.y + self._row_on_screen(moved(seen)) - down, animate=False, force=True)

    def light(self, found: Sequence[Span]) -> None:
        """Light words that were found, until other words are lit or another text is shown."""
        self._found = tuple(found)
        self._draw_again()

    @property
    def found(self) -> tuple[Span, ...]:
        """The words that are lit."""
        return self._found

    @property
    def place(self) -> int:
        """The offset last gone to."""
        return self._place

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

    def jump_to(self, row: int) -> None:
        """Move the cursor to the sentence with which a row of the layout begins."""
        start = self._layout.row(row).start
        self.go_to_span(Span(start, start))

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
        if self._found:
            over.append(Layer("found", self._found, max(priorities) + 1))
        if self._selection:
            over.append(Layer("selection", [self._selection.span], max(priorities) + 2))
        elif self._gone_to:
            over.append(Layer("selection", [self._gone_to], max(priorities) + 2))
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
        offset = self._top_offset if self.scroll_offset.y >= self._top else None
        was_shown = self._is_shown(self._cursor.span.start)
        self._lay_out()
        top = 0 if offset is None else self._top + self._layout.row_of(offset)
        self.scroll_to(y=top, animate=False, force=True)
        if was_shown or self._unseen:
            self._unseen = False
            self.reveal(self._place)

    @property
    def _top_offset(self) -> int:
        """The offset of the first row of the text on screen."""
        row = max(0, self.scroll_offset.y - self._top)
        return self._layout.row(min(row, self._layout.height - 1)).start

    def _row_on_screen(self, offset: int) -> int:
        """The row of the screen on which `offset` is; outside of it where it is not."""
        return self._top + self._layout.row_of(offset) - self.scroll_offset.y

    def _moved(self) -> None:
        """Have the new place on screen."""
        self._gone_to = None
        self._draw_cursor()
        if self._selection:
            self._reveal_rows(self._layout.rows_of(Span(self._selection.head, self._selection.head)))
        else:
            self._place = self._cursor.span.start
            self._reveal_rows(self._layout.rows_of(self._cursor.span))
