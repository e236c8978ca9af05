"""What is done to the note at the cursor of a list of notes, whichever text it is on. `NotesScreen` is one of these.

Each dialog answers here; here it is sent to the library. Not here: listing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from textual.message import Message
from textual.screen import Screen

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note
from tui.coding import Draft
from tui.errand import send
from tui.note_lists import Asked
from tui.noting import rewrite, step_in_words

NOTHING_TO_DO = "There is nothing to take back or do again."


@dataclass(frozen=True, slots=True)
class Seen:
    """How a list of notes was left, to come back to.

    asked: the filters. at: the id of the note at the cursor. opened: the key of the text that was opened from it, empty
    for none.
    """

    asked: Asked = field(default_factory=Asked)
    at: str = ""
    opened: str = ""


class ChangingNotesScreen(Screen[Seen]):
    """A screen with a list of notes."""

    @dataclass
    class PlacesRead(Message):
        """Where a note that lost its place may be meant now. note: it. text: in which. places: (span, score)."""

        note: Note
        text: str
        places: tuple[tuple[Span, float], ...]

    def __init__(self, library: Library) -> None:
        """library: whose notes."""
        super().__init__()
        self.library = library

    @property
    def note_at_cursor(self) -> Note | None:
        """The note at the cursor."""
        raise NotImplementedError

    def change(self, change: Callable[[], object], said: str = "") -> None:
        """Change notes, then say what was done, or what the change says, and list them again."""
        raise NotImplementedError

    def find_places(self, note: Note) -> None:
        """Look where the words of a note that lost its place may be meant now."""
        library = self.library

        def job() -> Message:
            return self.PlacesRead(note, library.target_text(note.target), tuple(library.candidates(note.id)))

        send(self, job, "places")

    def on_changing_notes_screen_places_read(self, event: PlacesRead) -> None:
        """Let the reader choose; nothing is moved before."""
        from tui.screens.note_places import NotePlacesScreen

        note, library = event.note, self.library

        def answered(span: Span | None) -> None:
            if span is not None:
                self.change(lambda: library.reattach(note.id, span), "The note has its place again.")

        self.app.push_screen(NotePlacesScreen(note, event.text, event.places), answered)

    def action_edit(self) -> None:
        """Ask for another comment and other codes of the note at the cursor."""
        from tui.screens.note import NoteScreen

        note, library = self.note_at_cursor, self.library
        if note is None:
            return

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                self.change(lambda: rewrite(library, note, draft), "Note saved.")

        draft = Draft(note.comment, note.codes)
        dialog = NoteScreen(note.selector.exact, note.article, draft, library.codebook_file, note.author)
        self.app.push_screen(dialog, answered)

    def action_delete(self) -> None:
        """Take out the note at the cursor; its history is kept."""
        note, library = self.note_at_cursor, self.library
        if note is not None:
            self.change(lambda: library.delete_note(note.id), "Note taken out; its history is kept.")

    def action_undo(self) -> None:
        """Take the last change of notes back, on whichever text."""
        library = self.library
        self.change(lambda: (step := library.undo_notes()) and step_in_words(step, "Taken back"))

    def action_redo(self) -> None:
        """Do the change of notes again that was taken back last."""
        library = self.library
        self.change(lambda: (step := library.redo_notes()) and step_in_words(step, "Done again"))
