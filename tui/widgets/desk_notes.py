"""The notes of the text on the desk: their pane, and what is done to them. `Desk` is one of these.

Not here: opening texts (`desk.py`), what the dialogs look like (`screens/note*.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from briefings.article import Span
from briefings.library import Library
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.note import Note
from tui.coding import Draft
from tui.errand import is_under_way, send
from tui.noting import (
    AT_FIRST,
    keep_on,
    kept_span,
    known_codebook,
    note_rows,
    read_codebook,
    rewrite,
    shown_span,
    target_of,
)
from tui.placed_notes import Marked, PlacedNotes, marked
from tui.reading import NOTHING
from tui.signing import signature_in
from tui.widgets.lines_list import LinesList
from tui.widgets.notes_list import NotesList
from tui.widgets.text_pane import TextPane

LOOK_SECONDS = 1.0
"""How often the codebook's file is looked at."""
FIRST_LOOK_SECONDS = 0.3
"""When it is read first: after the text that is read first is on screen."""
OPEN_A_TEXT_FIRST = "Notes are made on the words of an article or a briefing: open one first."


class DeskNotes(Container):
    """A text and the notes on it."""

    @dataclass
    class NotesRead(Message):
        """The notes of a text as they are on the disk.

        key: the text's. notes: them. book: the codes. said: what to tell the reader, or nothing. marked: the same
        in what was shown when they were read; None where that is not made yet.
        """

        key: str
        notes: tuple[Note, ...]
        book: Codebook = EMPTY
        said: str = ""
        marked: Marked | None = None

    @dataclass
    class NotesChanged(Message):
        """A change of notes is on the disk. key: the text's. said: what to tell the reader."""

        key: str
        said: str

    @dataclass
    class CodebookRead(Message):
        """The codebook changed. book: its codes as they last could be read. problem: what is wrong with it now."""

        book: Codebook
        problem: str

    @dataclass
    class PlacesRead(Message):
        """Where a note that lost its place may be meant now. note: it. text: in which. places: (span, score)."""

        note: Note
        text: str
        places: tuple[tuple[Span, float], ...]

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._notes: tuple[Note, ...] = ()
        self._marked: Marked | None = None
        self._book = EMPTY
        self._problem = ""
        self.text = TextPane(id="text")
        self._list = NotesList(id="notes")
        self.reading = NOTHING

    def compose(self) -> ComposeResult:
        """The text and the notes."""
        yield self.text
        yield self._list

    def on_mount(self) -> None:
        """Have the codes ready for the first note, and read them again whenever their file changes."""
        self.set_timer(FIRST_LOOK_SECONDS, self._look_at_codebook)
        self.set_interval(LOOK_SECONDS, self._look_at_codebook)

    def _look_at_codebook(self) -> None:
        library, known = self._library, (self._book, self._problem)

        def job() -> Message | None:
            book, problem = read_codebook(library)
            return None if (book, problem) == known else self.CodebookRead(book, problem)

        if not is_under_way(self, "codebook"):
            send(self, job, "codebook")

    def on_desk_notes_codebook_read(self, event: CodebookRead) -> None:
        """Show the notes with the codes as they are now; say once what is wrong with the file."""
        event.stop()
        if event.problem and event.problem != self._problem:
            said = f"{event.problem}\nThe codes that were known serve meanwhile."
            self.notify(said, severity="warning", markup=False)
        self._problem = event.problem
        self.on_desk_notes_notes_read(self.NotesRead(self.reading.key, self._notes, event.book))

    @property
    def is_at_notes(self) -> bool:
        """Whether the reader is in the notes pane."""
        return self._list.has_focus

    # Making and changing

    def note(self) -> None:
        """Ask for a note on the selection, else on the sentence at the cursor."""
        target, reading, library = target_of(self.reading), self.reading, self._library
        span = self.text.selection or self.text.cursor_span
        if target is None or span.start == span.end:
            self.notify(OPEN_A_TEXT_FIRST, severity="warning", markup=False)
            return
        words, kept = span.of(reading.text), kept_span(reading, span)

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                self.text.action_leave_selection()
                self._change_notes(lambda: keep_on(library, target, words, kept, draft), "Note saved.")

        article = reading.article
        place = f"{article.outlet} ¶{article.paragraph_number(span.start)}" if article else target.name
        self._ask(words, place, Draft(), None, answered)

    def edit_note(self) -> None:
        """Ask for another comment and other codes of the note at the cursor of the notes pane."""
        note, library, article = self._note_at_cursor(), self._library, self.reading.article
        if note is None:
            return

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                self._change_notes(lambda: rewrite(library, note, draft), "Note saved.")

        place = article.outlet if article else note.article
        self._ask(note.selector.exact, place, Draft(note.comment, note.codes), note.author, answered)

    def _ask(
        self, words: str, place: str, draft: Draft, by: str | None, answered: Callable[[Draft | None], None]
    ) -> None:
        from tui.screens.note import NoteScreen  # every start loads this module

        self.app.push_screen(NoteScreen(words, place, draft, self._library.codebook_file, by), answered)

    def delete_note(self) -> None:
        """Take out the note at the cursor of the notes pane; its history is kept."""
        note, library = self._note_at_cursor(), self._library
        if note is not None:
            self._change_notes(lambda: library.delete_note(note.id), "Note taken out; its history is kept.")

    def _change_notes(self, change: Callable[[], object], said: str) -> None:
        target, library, are_many = target_of(self.reading), self._library, len(self._notes) >= AT_FIRST
        if target is None:
            return

        def job() -> Message:
            change()
            if are_many:  # to read them takes longer than to keep one
                return self.NotesChanged(str(target), said)
            return self.NotesRead(str(target), tuple(library.notes_on(target)), known_codebook(library), said)

        send(self, job, "change", keep=True)

    def on_desk_notes_notes_changed(self, event: NotesChanged) -> None:
        """Say what was done, and read the notes again."""
        event.stop()
        self.notify(event.said, markup=False)
        if event.key == self.reading.key:
            self._read_all()

    def _read_all(self) -> None:
        """Read all notes of the text, where the first of them are shown already."""
        target, library, reading = target_of(self.reading), self._library, self.reading
        if target is None:
            return

        def job() -> Message:
            notes, book = tuple(library.notes_on(target)), known_codebook(library)
            return self.NotesRead(str(target), notes, book, marked=marked(reading, notes, book))

        send(self, job, "all notes")

    def on_desk_notes_notes_read(self, event: NotesRead) -> None:
        """Show the notes, in their pane and on the text."""
        event.stop()
        if event.said:
            self.notify(event.said, markup=False)
        if event.key == self.reading.key and (event.notes, event.book) != (self._notes, self._book):
            self._notes, self._book = event.notes, event.book
            made = event.marked
            if made is None or made.of is not self.reading:
                made = marked(self.reading, self._notes, self._book)
            self.reading, self._marked = made.reading, made
            self.text.set_layers(self.reading.layers)
            self._show_notes()

    def _show_notes(self) -> None:
        if len(self._notes) == AT_FIRST:
            self._read_all()
        own, room = signature_in(self.app).name, self._list.room
        self._list.show(note_rows(self.reading.article, self._notes, self._book, own, room))
        self.set_class(not self._notes, "-no-notes")
        self._follow_cursor(self.text.cursor_span)

    def on_notes_list_room_changed(self, event: NotesList.RoomChanged) -> None:
        """Wrap the comments anew."""
        event.stop()
        self._show_notes()

    def on_text_pane_cursor_moved(self, event: TextPane.CursorMoved) -> None:
        """Light the note under the cursor in the pane."""
        event.stop()
        self._follow_cursor(event.span)

    @property
    def _placed(self) -> PlacedNotes:
        """The notes by place in what is shown now."""
        if self._marked is None or self._marked.reading is not self.reading:
            reading = self.reading
            self._marked = Marked(reading, reading, PlacedNotes(reading, self._notes))
        return self._marked.placed

    def _follow_cursor(self, sentence: Span) -> None:
        """Go to the first note on the sentence at the cursor, unless the reader is in the pane."""
        here = self._placed.on(sentence)
        if here and not self.is_at_notes and self._list.cursor_key not in {note.id for note in here}:
            self._list.go_to(here[0].id)
        many = f"{len(self._notes):,}{' and more' if len(self._notes) == AT_FIRST else ''}"
        count = f"{len(here):,} here of {many}" if here else many
        self._list.border_title = f"Notes · {count}"

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Go to the words of a note; offer places to one that lost its own."""
        event.stop()
        note = self._note_at_cursor()
        if note and note.span:
            self.text.go_to_span(shown_span(self.reading, note.span))
        elif note:
            self._find_places(note)

    def open_note(self, span: Span) -> None:
        """Go to the pane, to the first note on these words, where there is one."""
        if notes := self._placed.on(span):
            if self._list.cursor_key not in {note.id for note in notes}:
                self._list.go_to(notes[0].id)
            self._list.focus()

    def _note_at_cursor(self) -> Note | None:
        return next((note for note in self._notes if note.id == self._list.cursor_key), None)

    # Notes that lost their place

    def _find_places(self, note: Note) -> None:
        library = self._library

        def job() -> Message:
            return self.PlacesRead(note, library.target_text(note.target), tuple(library.candidates(note.id)))

        send(self, job, "places")

    def on_desk_notes_places_read(self, event: PlacesRead) -> None:
        """Let the reader choose where the words are meant now; nothing is moved before."""
        event.stop()
        from tui.screens.note_places import NotePlacesScreen

        note, library = event.note, self._library
        selected = self.text.selection and kept_span(self.reading, self.text.selection)

        def answered(span: Span | None) -> None:
            if span is not None:
                self.text.action_leave_selection()
                self._change_notes(lambda: library.reattach(note.id, span), "The note has its place again.")

        self.app.push_screen(NotePlacesScreen(note, event.text, event.places, selected), answered)
