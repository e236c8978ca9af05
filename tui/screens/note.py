"""The note dialog: the words, a comment, codes. It keeps nothing; it answers with a draft, or None."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen

from briefings.errors import CodebookError
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.codebook_file import CodebookFile
from tui.coding import Draft
from tui.commands import bindings_of
from tui.errand import send
from tui.screens.drafting import DraftingScreen
from tui.widgets.code_field import CodeField
from tui.widgets.comment_area import CommentArea
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain

__all__ = ["Draft", "NoteScreen"]

LOOK_SECONDS = 1.0
"""How often the codebook's file is looked at while the dialog is open."""


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
        self, words: str, where: str, draft: Draft | None = None, file: CodebookFile | None = None, author: str = ""
    ) -> None:
        """words: the words noted. where: the outlet and paragraph. draft: what to begin with.

        file: the codes to choose from. author: whose note it is.
        """
        super().__init__()
        self._words = words
        self._where = " · ".join(filter(None, (where, author and f"by {author}")))
        self._draft = draft or Draft()
        self._file = file

    def compose(self) -> ComposeResult:
        """The dialog."""
        with Vertical(id="note"):
            yield Plain(f"Note · {self._where}", id="note-where")
            yield Plain(f"“{self._words}”", id="note-words")
            yield CommentArea(self._draft.comment, placeholder="Comment (Markdown)", id="note-comment")
            yield CodeField(self._draft.codes, self._file.last if self._file else EMPTY, id="note-codes")
            yield Plain(id="note-problem")
            yield KeyLine("note", "comment")

    def on_mount(self) -> None:
        """Read the codebook, and read it again whenever its file changes."""
        self.query_one("#note-problem").display = False
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
