"""The notes of a library: kept, changed, taken out; found again, counted; undone and redone. `Library` is one of these.

Not here: how notes are written into the tables (`note_rows.py`), undoing (`note_steps.py`), where words stand in a text
that changed (`note_places.py`), notes whose words are to be chosen by a person (`note_choices.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from pathlib import Path

from briefings import note_filter, note_rows, note_steps
from briefings.article import Article
from briefings.errors import BriefingError, UnknownArticle, UnknownNote
from briefings.note_filter import ANY, By, NoteFilter
from briefings.note_places import Placed, is_placed, keep_placed, place, place_all
from briefings.note_rows import COLUMNS, NoteVersion, note_of
from briefings.note_steps import NoteStep
from briefings.notes.note import Note, Target


class NoteStore:
    """Keeps notes in a library's file. Every change is on the disk when its method returns."""

    folder: Path

    @property
    def _connection(self) -> sqlite3.Connection:
        raise NotImplementedError

    def _change(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def article(self, id: str) -> Article:
        """The article with this id. Raises UnknownArticle."""
        raise NotImplementedError

    def target_text(self, target: Target) -> str:
        """The text that the spans of notes on `target` point into. Raises UnknownArticle or BriefingError."""
        if target.kind == "article":
            return self.article(target.name).text
        from briefings.briefing import read_briefing
        from briefings.markdown import rendered

        return rendered(read_briefing(self.folder / "briefings" / f"{target.name}.md").body).text

    # Reading

    def notes(self, article: str | None = None) -> list[Note]:
        """The notes on one article, or all of them, in the order of the text; those that lost their place first."""
        return self.notes_page(ANY if article is None else NoteFilter(targets=(Target("article", article),)))

    def notes_on(self, target: Target) -> list[Note]:
        """The notes on an article or a briefing, as `notes`; where a briefing's file changed, they are placed first."""
        if target.kind == "briefing":
            self.follow_briefing(target.name)
        return self.notes_page(NoteFilter(targets=(target,)))

    def notes_page(self, which: NoteFilter = ANY, limit: int = -1, offset: int = 0) -> list[Note]:
        """`limit` notes (negative: all) of those that `which` asks for, without the first `offset` of them."""
        query, values = note_filter.page_query(which, COLUMNS, limit, offset)
        return [note_of(row) for row in self._connection.execute(query, values)]

    def count_notes(self, which: NoteFilter = ANY) -> int:
        """How many notes `which` asks for."""
        return int(self.count_notes_by((), which)[0][-1])

    def count_notes_by(self, by: Sequence[By], which: NoteFilter = ANY) -> list[tuple[str | int, ...]]:
        """How many notes for each (value of `by` ..., count); a note with several codes counts for each of them."""
        return list(self._connection.execute(*note_filter.count_query(which, by)))

    def note(self, id: str) -> Note:
        """The note with this id. Raises UnknownNote."""
        row = self._connection.execute(f"SELECT {COLUMNS} FROM notes WHERE id = ?", (id,)).fetchone()  # noqa: S608
        if row is None:
            raise UnknownNote(f"no note has the id {id!r}", remedy="`rashomon notes list` shows the ids.")
        return note_of(row)

    def find_note(self, beginning: str) -> Note:
        """The note whose id begins so, where only one does. Raises UnknownNote, naming a few where several do."""
        query = "SELECT id FROM notes WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 4"
        ids = [id for (id,) in self._connection.execute(query, (len(beginning), beginning))]
        if len(ids) > 1 and beginning not in ids:
            raise UnknownNote(f"several ids begin with {beginning!r}", remedy=f"Type more of it: {', '.join(ids)}.")
        return self.note(beginning if len(ids) != 1 else ids[0])

    def note_history(self, id: str) -> list[NoteVersion]:
        """What happened to a note, in order, also to one that was deleted. Raises UnknownNote."""
        return note_rows.history(self._connection, id) or [NoteVersion(n.created, "add", n) for n in (self.note(id),)]

    # Changing

    def add_note(self, note: Note) -> None:
        """Keep a new note. Raises ValueError when its id is taken."""
        self.add_notes([note], "add a note")

    def add_notes(self, notes: Sequence[Note], what: str) -> None:
        """Keep new notes, all or none, in one step that can be undone. what: the step in the reader's words.

        Raises ValueError when an id is taken.
        """
        fit = self._fitting()
        changes = [(None, fit(note)) for note in notes]
        with self._change() as connection:
            note_steps.take(connection, what, changes)

    def change_note(self, note: Note, what: str = "change a note") -> None:
        """Replace the note with this id; what it was goes into its history. Raises UnknownNote."""
        now = self._fitting()(note)
        with self._change() as connection:
            note_steps.take(connection, what, [(self.note(note.id), now)])

    def delete_note(self, id: str) -> None:
        """Take a note out; it stays in the history. Raises UnknownNote."""
        with self._change() as connection:
            note_steps.take(connection, "delete a note", [(self.note(id), None)])

    def undo_notes(self, target: Target | None = None) -> NoteStep | None:
        """Take the last change of notes on a text back (None: on any), also after a restart; None where there is none.

        Raises NotesError where notes of that change were changed since by way of another text.
        """
        with self._change() as connection:
            return note_steps.undo(connection, target, self._placing())

    def redo_notes(self, target: Target | None = None) -> NoteStep | None:
        """Make the change again that was undone last; None where there is none. Raises as `undo_notes`."""
        with self._change() as connection:
            return note_steps.redo(connection, target, self._placing())

    # Places

    def follow_briefing(self, name: str) -> Placed:
        """Place the notes on the briefing called `name` in its text as it is now; nothing to do where it is the same.

        Where the file is not there or cannot be read they are left as they are: it may come back.
        """
        target = Target("briefing", name)
        which = NoteFilter(targets=(target,))
        if not self.count_notes(which):
            return Placed()
        try:
            text = self.target_text(target)
        except BriefingError:
            return Placed()
        if is_placed(self._connection, target, text):
            return Placed()
        with self._change() as connection:
            placed = place_all(connection, self.notes_page(which), text)
            keep_placed(connection, target, text)
        return placed

    def follow_briefings(self) -> None:
        """Place the notes on every briefing whose file changed."""
        for (name,) in self._connection.execute(
            "SELECT DISTINCT article FROM notes WHERE kind = 'briefing'"
        ).fetchall():
            self.follow_briefing(name)

    def _text(self, target: Target) -> str | None:
        try:
            return self.target_text(target)
        except (UnknownArticle, BriefingError):
            return None

    def _placing(self) -> Callable[[Note], Note]:
        """What gives notes their place, once more."""
        texts = lru_cache(maxsize=None)(self._text)
        return lambda note: place(note, texts(note.target))

    def _fitting(self) -> Callable[[Note], Note]:
        """What mends the place of a note whose text has changed since it was shown; other notes stay as they are."""
        texts = lru_cache(maxsize=None)(self._text)

        def fitting(note: Note) -> Note:
            text = texts(note.target)
            if note.span is None or text is None or note.span.of(text) == note.selector.exact:
                return note
            return place(note, text)

        return fitting
