"""The notes of a library: stored, changed, taken out, and the history of each. `Library` is one of these."""

from __future__ import annotations

import json
import sqlite3
from contextlib import AbstractContextManager
from datetime import UTC, datetime

from briefings.article import Span
from briefings.errors import UnknownNote
from briefings.notes.anchor import Selector
from briefings.notes.note import Note

_Row = tuple[str, str, int | None, int | None, str, str, str, int, str, str, str, str, str]


class NoteStore:
    """Keeps notes in a library's file. Every change is on the disk when its method returns."""

    @property
    def _connection(self) -> sqlite3.Connection:
        raise NotImplementedError

    def _change(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def notes(self, article: str | None = None) -> list[Note]:
        """The notes on one article, or all of them, in the order of the text; those that lost their place first."""
        where = "" if article is None else "WHERE article = ?"
        query = f"SELECT * FROM notes {where} ORDER BY article, first, last, created, id"  # noqa: S608
        return [_note(row) for row in self._connection.execute(query, () if article is None else (article,))]

    def note(self, id: str) -> Note:
        """The note with this id. Raises UnknownNote."""
        row = self._connection.execute("SELECT * FROM notes WHERE id = ?", (id,)).fetchone()
        if row is None:
            raise UnknownNote(f"no note has the id {id!r}", remedy="`rashomon notes list` shows the ids.")
        return _note(row)

    def add_note(self, note: Note) -> None:
        """Keep a new note. Raises ValueError when its id is taken."""
        self._write("add", note)

    def change_note(self, note: Note) -> None:
        """Replace the note with this id; what it was goes into its history. Raises UnknownNote."""
        self.note(note.id)
        self._write("change", note)

    def delete_note(self, id: str) -> None:
        """Take a note out; it stays in the history. Raises UnknownNote."""
        note = self.note(id)
        with self._change() as connection:
            _remember(connection, "delete", note)
            connection.execute("DELETE FROM notes WHERE id = ?", (id,))

    def _write(self, change: str, note: Note) -> None:
        with self._change() as connection:
            put_note(connection, change, note)


def put_note(connection: sqlite3.Connection, change: str, note: Note) -> None:
    """Write a note, inside a transaction: `add` a new one or `change` one that is there."""
    verb = "INSERT" if change == "add" else "REPLACE"
    try:
        connection.execute(f"{verb} INTO notes VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(note))
    except sqlite3.IntegrityError as error:
        raise ValueError(f"a note with the id {note.id} is there already") from error
    _remember(connection, change, note)


def _remember(connection: sqlite3.Connection, change: str, note: Note) -> None:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = json.dumps(_row(note), ensure_ascii=False)
    connection.execute("INSERT INTO note_history VALUES (?, ?, ?, ?)", (now, note.id, change, row))


def _row(note: Note) -> _Row:
    first, last = note.span if note.span else (None, None)
    codes = json.dumps(note.codes, ensure_ascii=False)
    times = note.created.isoformat(), note.changed.isoformat()
    return (note.id, note.article, first, last, *note.selector, note.comment, codes, note.author, *times)


def _note(row: _Row) -> Note:
    id, article, first, last, exact, prefix, suffix, start, comment, codes, author, created, changed = row
    span = Span(first, last) if first is not None and last is not None else None
    times = datetime.fromisoformat(created), datetime.fromisoformat(changed)
    return Note(
        id, article, Selector(exact, prefix, suffix, start), span, comment, tuple(json.loads(codes)), author, *times
    )
