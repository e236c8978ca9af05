"""Where a note that lost its place may be meant now: a person chooses, or leaves it. It moves nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefings.article import Span
from briefings.notes.note import Note
from tui.commands import bindings_of
from tui.noting import LOST, shortened
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList, Row
from tui.widgets.plain import Plain

AROUND = 40
"""Code points shown before and after the words of a place."""
LONGEST = 200
NONE_LIKELY = (
    "No place in the text shares enough with its words. Select words in the text (v) and come back to choose them."
)


class NotePlacesScreen(ModalScreen[Span | None]):
    """Offers places for the words of a note; answers with the one chosen, or with nothing."""

    CSS_PATH = "note_places.tcss"
    BINDINGS = bindings_of("places")

    def __init__(
        self, note: Note, text: str, places: Sequence[tuple[Span, float]], selected: Span | None = None
    ) -> None:
        """note: which lost its place. text: as it is now. places: with scores of 0 to 1. selected: by the reader."""
        super().__init__()
        self._note = note
        self._text = text
        self._places = tuple(places)
        self._selected = selected

    def compose(self) -> ComposeResult:
        """Its words as they were, and the places."""
        selector = self._note.selector
        was = f"{selector.prefix[-AROUND:]}⟦{selector.exact}⟧{selector.suffix[:AROUND]}"
        with Vertical(id="places"):
            yield Plain(f"This note {LOST}. Where are its words meant now?", id="places-what")
            yield Plain(shortened(was, LONGEST), id="places-was")
            yield Plain("" if self._offered else NONE_LIKELY, id="places-none")
            yield LinesList(id="places-list")
            yield KeyLine("list", "places")

    def on_mount(self) -> None:
        """List the places."""
        places = self.query_one(LinesList)
        places.show([row for number, place in enumerate(self._offered) for row in self._rows(number, *place)])
        places.focus()
        self.query_one("#places-none").display = not self._offered

    @property
    def _offered(self) -> list[tuple[Span, str]]:
        """The places, each with what it is."""
        own = [(self._selected, "the words you selected")] if self._selected else []
        return [*own, *((span, f"{score:.0%} alike") for span, score in self._places)]

    def _rows(self, number: int, span: Span, told: str) -> list[Row]:
        text, key = self._text, str(number)
        words = shortened(span.of(text), LONGEST)
        before = " ".join(text[max(0, span.start - AROUND) : span.start].split())
        after = " ".join(text[span.end : span.end + AROUND].split())
        rows = [Row(told, "note", key=key), Row(f"“{words}”", "words", 1, key)]
        return [*rows, Row(f"after …{before}", "snippet", 1, key), Row(f"before {after}…", "snippet", 1, key)]

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Answer with the place."""
        self.dismiss(self._offered[int(event.key)][0])

    def action_leave(self) -> None:
        """Leave the note without a place."""
        self.dismiss(None)
