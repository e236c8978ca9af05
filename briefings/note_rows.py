"""Notes as rows of a library's tables, and the history that every write leaves. Not here: transactions, undoing."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from briefings.article import Span
from briefings.notes.anchor import Selector
from briefings.notes.note import Note

COLUMNS = """
    id, article, first, last, exact, prefix, suffix, start, comment, codes, author, created, changed, kind, adjudicates
"""
"""The columns of a note, as `note_of` reads them."""
Happened = Literal["add", "change", "delete", "place"]
"""What a line of the history tells; `place` where a text changed and the note's words stand elsewhere or nowhere."""

_COUNT = COLUMNS.count(",") + 1
_NEWER = ("article", "[]")
"""What the last columns of a row hold that was remembered before there were these columns."""


@dataclass(frozen=True, slots=True)
class NoteVersion:
    """One line of a note's history.

    at: when, UTC. happened: what. note: as it was from then on; of one that was deleted, as it was until then.
    """

    at: datetime
    happened: Happened
    note: Note


def add(connection: sqlite3.Connection, notes: Sequence[Note]) -> None:
    """Write new notes, inside a transaction. Raises ValueError when an id is taken."""
    marks = ", ".join("?" * (_COUNT + 1))
    query = f"INSERT INTO notes ({COLUMNS}, folded) VALUES ({marks})"  # noqa: S608
    try:
        connection.executemany(query, ((*row_of(note), _folded(note)) for note in notes))
    except sqlite3.IntegrityError as error:
        raise ValueError("a note with such an id is there already") from error
    put_codes(connection, notes)
    remember(connection, "add", notes)


def change(connection: sqlite3.Connection, note: Note) -> None:
    """Write a note that is there, inside a transaction."""
    columns = ", ".join(f"{name.strip()} = ?" for name in COLUMNS.split(","))
    query = f"UPDATE notes SET {columns}, folded = ? WHERE id = ?"  # noqa: S608
    connection.execute(query, (*row_of(note), _folded(note), note.id))
    connection.execute("DELETE FROM note_codes WHERE note = ?", (note.id,))
    put_codes(connection, [note])
    remember(connection, "change", [note])


def put_codes(connection: sqlite3.Connection, notes: Iterable[Note]) -> None:
    """Write which codes each of these notes has, where they can be counted without reading the notes.

    A note without codes has the empty one.
    """
    rows = ((code, note.kind, note.article, note.id) for note in notes for code in dict.fromkeys(note.codes or ("",)))
    connection.executemany("INSERT INTO note_codes VALUES (?, ?, ?, ?)", rows)


def fold_again(connection: sqlite3.Connection) -> None:
    """Write what is derived from the notes: the words they are searched by, and their codes."""
    notes = [note_of(row) for row in connection.execute(f"SELECT {COLUMNS} FROM notes").fetchall()]  # noqa: S608
    connection.executemany("UPDATE notes SET folded = ? WHERE id = ?", ((_folded(note), note.id) for note in notes))
    connection.execute("DELETE FROM note_codes")
    put_codes(connection, notes)


def move(connection: sqlite3.Connection, notes: Iterable[Note]) -> None:
    """Write where the words of these notes stand now; all else stays."""
    moved = list(notes)
    rows = ((*(note.span or (None, None)), note.id) for note in moved)
    connection.executemany("UPDATE notes SET first = ?, last = ? WHERE id = ?", rows)
    remember(connection, "place", moved)


def delete(connection: sqlite3.Connection, note: Note) -> None:
    """Take a note out; it stays in the history."""
    remember(connection, "delete", [note])
    connection.execute("DELETE FROM notes WHERE id = ?", (note.id,))


def remember(connection: sqlite3.Connection, happened: Happened, notes: Iterable[Note]) -> None:
    """Write a line of history for each of these notes."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    rows = ((now, note.id, happened, dumped(note)) for note in notes)
    connection.executemany("INSERT INTO note_history VALUES (?, ?, ?, ?)", rows)


def history(connection: sqlite3.Connection, id: str) -> list[NoteVersion]:
    """What happened to a note, in order; empty where no note ever had this id."""
    query = "SELECT at, change, was FROM note_history WHERE note = ? ORDER BY rowid"
    return [
        NoteVersion(datetime.fromisoformat(at), what, loaded(was)) for at, what, was in connection.execute(query, (id,))
    ]


def dumped(note: Note) -> str:
    """A note as the history and the steps keep it."""
    return json.dumps(row_of(note), ensure_ascii=False)


def loaded(text: str) -> Note:
    """The note that `dumped` wrote, in this version of the library or an earlier one."""
    row = json.loads(text)
    return note_of((*row, *_NEWER[len(_NEWER) - (_COUNT - len(row)) :]) if len(row) < _COUNT else row)


def row_of(note: Note) -> tuple[Any, ...]:
    """The values of `COLUMNS`."""
    first, last = note.span or (None, None)
    codes, settled = (json.dumps(values, ensure_ascii=False) for values in (note.codes, note.adjudicates))
    times = note.created.isoformat(), note.changed.isoformat()
    said = note.comment, codes, note.author
    return (note.id, note.article, first, last, *note.selector, *said, *times, note.kind, settled)


def note_of(row: Iterable[Any]) -> Note:
    """The note of a row of `COLUMNS`."""
    id, name, first, last, exact, prefix, suffix, start, comment, codes, author, made, changed, kind, settled = row
    span = None if first is None or last is None else Span(first, last)
    selector, times = Selector(exact, prefix, suffix, start), tuple(map(datetime.fromisoformat, (made, changed)))
    said = comment, tuple(json.loads(codes)), author
    return Note(id, name, selector, span, *said, times[0], times[1], kind, tuple(json.loads(settled)))


def folded(text: str) -> str:
    """A text as notes are searched: without case and accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(ch for ch in plain if not unicodedata.combining(ch))


def _folded(note: Note) -> str:
    return folded("\n".join((note.selector.exact, note.comment, *note.codes)))
