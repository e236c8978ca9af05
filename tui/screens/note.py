"""The note dialog: the words, a comment, codes. It keeps nothing; it answers with a draft, or None."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from briefings.errors import CodebookError
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.codebook_file import CodebookFile
from tui.coding import Draft
from tui.commands import bindings_of
from tui.errand import send
from tui.messages import Signed
from tui.screens.drafting import DraftingScreen
from tui.signing import Signature, signature_in
from tui.widgets.code_field import CodeField
from tui.widgets.comment_area import CommentArea
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain, PlainInput

__all__ = ["Draft", "NoteScreen"]

LOOK_SECONDS = 1.0
"""How often the codebook's file is looked at while the dialog is open."""
OF_THE_NEXT = "for this note and the next ones"
OF_THIS = "for this note"


class NoteScreen(ModalScreen[Draft | None], DraftingScreen):
    """Asks for a note on some words."""

    CSS_PATH = "note.tcss"
    BINDINGS = bindings_of("note")

    @dataclass
    class CodebookRead(Message):
        """The codebook was read. book: its codes as they last could be. problem: what is wrong with the file now."""

        book: Codebook
        problem: str = ""

    def __init__(
        self,
        words: str,
        where: str,
        draft: Draft | None = None,
        file: CodebookFile | None = None,
        author: str | None = None,
    ) -> None:
        """words: the words noted. where: the outlet and paragraph. draft: what to begin with.

        file: the codes to choose from. author: whose note it is; None for a new one.
        """
        super().__init__()
        self._words = words
        self._where = where
        self._author = author
        self._draft = draft or Draft()
        self._file = file

    def compose(self) -> ComposeResult:
        """The dialog."""
        with Vertical(id="note"):
            yield Plain(f"Note · {self._where}", id="note-where")
            yield Plain(f"“{self._words}”", id="note-words")
            yield CommentArea(self._draft.comment, placeholder="Comment (Markdown)", id="note-comment")
            yield CodeField(self._draft.codes, self._file.last if self._file else EMPTY, id="note-codes")
            with Horizontal(id="note-signed"):
                yield Plain("By ", id="note-by")
                yield PlainInput(self._signature.name, placeholder="nobody", id="note-author")
                yield Plain(id="note-known-by")
            yield Plain(id="note-problem")
            yield KeyLine("note", "comment")

    @property
    def _signature(self) -> Signature:
        """Whose note it is before anything is written."""
        return signature_in(self.app) if self._author is None else Signature(self._author, "who made it")

    @property
    def author(self) -> str:
        """Who says so, as it is written."""
        return " ".join(self.query_one("#note-author", Input).value.split())

    def on_input_changed(self) -> None:
        """Say where the name comes from, or what comes of another."""
        is_own = self.author == self._signature.name
        kept = OF_THE_NEXT if self._author is None and self.author else OF_THIS
        self.query_one("#note-known-by", Plain).show(self._signature.known_by if is_own else kept)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves, at the author too."""
        self.action_save()

    def answer(self, draft: Draft) -> None:
        """Answer with what was written; sign the next notes so, too, where a new one is signed with another name."""
        if self._author is None and draft.author not in ("", self._signature.name):
            self.app.post_message(Signed(draft.author))
        super().answer(draft)

    def on_mount(self) -> None:
        """Read the codebook, and read it again whenever its file changes."""
        self.query_one("#note-problem").display = False
        self.on_input_changed()
        if self._file is not None:
            self._read()
            self.set_interval(LOOK_SECONDS, self._read)

    def _read(self) -> None:
        file = self._file
        if file is not None:
            send(self, lambda: read_codebook(file), "codebook")

    def on_note_screen_codebook_read(self, event: CodebookRead) -> None:
        """Offer its codes; say what is wrong with it."""
        self.query_one(CodeField).take(event.book)
        problem = self.query_one("#note-problem", Plain)
        problem.display = bool(event.problem)
        problem.show(event.problem)


def read_codebook(file: CodebookFile) -> NoteScreen.CodebookRead:
    """The codes of a file, and what is wrong with it."""
    try:
        return NoteScreen.CodebookRead(file.read())
    except CodebookError as error:
        return NoteScreen.CodebookRead(file.last, f"! {error}")
