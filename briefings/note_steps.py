"""Undoing and redoing changes of notes, across restarts. Each step keeps the notes as they were and as they became.

What others did since is never undone silently: a step whose notes were changed by a later one is left alone, and said.
Not here: changes of articles (`edit_store.py`), the history, which only grows (`note_rows.py`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefings import note_rows
from briefings.errors import NotesError
from briefings.notes.note import Note, Target

Change = tuple[Note | None, Note | None]
"""A note before and after a change; None where it was not, or is not any more."""


@dataclass(frozen=True, slots=True)
class NoteStep:
    """A change of notes that was made, undone or done again.

    what: in the reader's words. notes: those concerned, as they are now; deleted ones as they were.
    """

    what: str
    notes: tuple[Note, ...]


def take(connection: sqlite3.Connection, what: str, changes: Sequence[Change]) -> NoteStep:
    """Make changes of notes, inside a transaction, as one step; what was undone on their texts is not redone later.

    Raises ValueError where a new note's id is taken.
    """
    texts = {note.target for change in changes for note in change if note}
    for target in sorted(texts):
        undone = "SELECT step FROM note_step_notes WHERE kind = ? AND article = ?"
        connection.execute(f"DELETE FROM note_steps WHERE undone AND number IN ({undone})", target)  # noqa: S608
    now = datetime.now(UTC).isoformat(timespec="microseconds")  # told apart from changes of the article itself
    step = connection.execute("INSERT INTO note_steps (at, what) VALUES (?, ?)", (now, what)).lastrowid
    _make(connection, changes)
    notes = tuple(note for was, became in changes if (note := became or was))
    dumps = ((one and note_rows.dumped(one) for one in change) for change in changes)
    rows = ((step, note.id, *note.target, *dumped) for note, dumped in zip(notes, dumps, strict=True))
    connection.executemany("INSERT INTO note_step_notes VALUES (?, ?, ?, ?, ?, ?)", rows)
    return NoteStep(what, notes)


def undo(connection: sqlite3.Connection, target: Target | None, place: Callable[[Note], Note]) -> NoteStep | None:
    """Take the last step on a text back (None: on any); None where there is none.

    place: gives a note its place in its text as that is now. Raises NotesError where a later step stands in the way.
    """
    return _walk(connection, target, place, undone=False)


def redo(connection: sqlite3.Connection, target: Target | None, place: Callable[[Note], Note]) -> NoteStep | None:
    """Make the step again that was undone last; None where there is none. place, raises: as `undo`."""
    return _walk(connection, target, place, undone=True)


def _walk(
    connection: sqlite3.Connection, target: Target | None, place: Callable[[Note], Note], *, undone: bool
) -> NoteStep | None:
    order, later = ("ASC", "<") if undone else ("DESC", ">")
    on_text = (
        "" if target is None else "AND number IN (SELECT step FROM note_step_notes WHERE kind = ? AND article = ?)"
    )
    query = f"SELECT number, what FROM note_steps WHERE undone = ? {on_text} ORDER BY number {order}"  # noqa: S608
    row = connection.execute(f"{query} LIMIT 1", (undone, *(target or ()))).fetchone()
    if row is None:
        return None
    number, what = row
    _require_free(connection, number, undone=undone, later=later)
    query = "SELECT was, now FROM note_step_notes WHERE step = ? ORDER BY note"
    changes = list[Change]()
    for pair in connection.execute(query, (number,)).fetchall():
        was, became = (note_rows.loaded(text) if text else None for text in (pair if undone else reversed(pair)))
        changes.append((was, became and place(became)))
    _make(connection, changes)
    connection.execute("UPDATE note_steps SET undone = ? WHERE number = ?", (not undone, number))
    return NoteStep(what, tuple(note for was, became in changes if (note := became or was)))


def _require_free(connection: sqlite3.Connection, number: int, *, undone: bool, later: str) -> None:
    """Raise NotesError where another step on the same notes has to go first."""
    query = f"""
        SELECT other.kind, other.article, what FROM note_step_notes AS own
        JOIN note_step_notes AS other ON other.note = own.note AND other.step {later} own.step
        JOIN note_steps ON number = other.step WHERE own.step = ? AND undone = ? LIMIT 1
    """  # noqa: S608
    row = connection.execute(query, (number, undone)).fetchone()
    if row:
        kind, name, what = row
        remedy = "Go to that text and do it there first."
        raise NotesError(f"a note of this step was changed otherwise ({what})", where=f"{kind}:{name}", remedy=remedy)


def _make(connection: sqlite3.Connection, changes: Sequence[Change]) -> None:
    note_rows.add(connection, [became for was, became in changes if became and not was])
    for was, became in changes:
        if was and became:
            note_rows.change(connection, became)
        elif was:
            note_rows.delete(connection, was)
