"""The note dialog: the words, a comment, codes. It keeps nothing; it answers with a draft, or None."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.commands import bindings_of
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain, PlainInput


@dataclass(frozen=True, slots=True)
class Draft:
    """What the reader wrote. comment: Markdown. codes: labels."""

    comment: str = ""
    codes: tuple[str, ...] = ()


class NoteScreen(ModalScreen[Draft | None]):
    """Asks for a note on some words."""

    CSS_PATH = "note.tcss"
    BINDINGS = bindings_of("note")

    def __init__(self, words: str, where: str, draft: Draft | None = None) -> None:
        """words: the words noted. where: the outlet and paragraph. draft: what to begin with."""
        super().__init__()
        self._words = words
        self._where = where
        self._draft = draft or Draft()

    def compose(self) -> ComposeResult:
        """The dialog."""
        with Vertical(id="note"):
            yield Plain(f"Note · {self._where}", id="note-where")
            yield Plain(f"“{self._words}”", id="note-words")
            yield PlainInput(self._draft.comment, placeholder="Comment (Markdown)", id="note-comment")
            yield PlainInput(", ".join(self._draft.codes), placeholder="Codes, comma between", id="note-codes")
            yield KeyLine("note")

    def on_input_submitted(self) -> None:
        """Enter saves."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with what was written."""
        codes = self.query_one("#note-codes", Input).value.split(",")
        stripped = tuple(dict.fromkeys(code.strip() for code in codes if code.strip()))
        self.dismiss(Draft(self.query_one("#note-comment", Input).value.strip(), stripped))

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
