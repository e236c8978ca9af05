"""Where the notes on a text stand when the text has changed. Not here: how words are found (`notes/anchor.py`)."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefings import note_rows
from briefings.notes.anchor import locate
from briefings.notes.note import Note, Target


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the notes on a text that changed; notes whose words stand where they stood are left out.

    moved: their words stand elsewhere now. lost: their words were not found. found: lost before, and found again.
    """

    moved: tuple[Note, ...] = ()
    lost: tuple[Note, ...] = ()
    found: tuple[Note, ...] = ()


def place(note: Note, text: str | None) -> Note:
    """The note with its place in `text`; without one where its words are not found, or there is no text (None)."""
    return replace(note, span=None if text is None else locate(note.selector, text))


def place_all(connection: sqlite3.Connection, notes: Iterable[Note], text: str) -> Placed:
    """Place the notes on a text that is `text` now, inside a transaction."""
    moved, lost, found = list[Note](), list[Note](), list[Note]()
    for note in notes:
        placed = place(note, text)
        if placed.span != note.span:
            (lost if placed.span is None else found if note.span is None else moved).append(placed)
    note_rows.move(connection, (*moved, *lost, *found))
    return Placed(tuple(moved), tuple(lost), tuple(found))


def is_placed(connection: sqlite3.Connection, target: Target, text: str) -> bool:
    """Whether the notes on `target` were placed in this very text."""
    row = connection.execute("SELECT digest FROM placed WHERE kind = ? AND article = ?", target).fetchone()
    return row is not None and row[0] == _digest(text)


def keep_placed(connection: sqlite3.Connection, target: Target, text: str) -> None:
    """Remember, inside a transaction, that the notes on `target` stand as they do in `text`."""
    connection.execute("INSERT OR REPLACE INTO placed VALUES (?, ?, ?)", (*target, _digest(text)))


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
