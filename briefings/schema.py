"""The tables of a library's SQLite file, and opening a connection to them."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from uuid import uuid4

from briefings import copies, note_rows
from briefings.errors import LibraryError

APPLICATION_ID = 0x52534D4E
"""Written into the file's header (SQLite's `application_id`), so that another program's file is told apart."""
BUSY_MILLISECONDS = 10_000
"""How long a window waits for another window's transaction."""

_FIRST = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, outlet TEXT NOT NULL, title TEXT, published TEXT, url TEXT, byline TEXT, credit TEXT,
    retold INTEGER NOT NULL, words INTEGER NOT NULL, text TEXT NOT NULL, changed INTEGER NOT NULL);
CREATE INDEX articles_by_outlet ON articles (outlet, published, id, title, credit, words, retold);
CREATE INDEX articles_by_change ON articles (changed);
CREATE TABLE removed (id TEXT PRIMARY KEY, changed INTEGER NOT NULL);
CREATE TABLE originals (
    article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    digest BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL, name TEXT NOT NULL, format TEXT NOT NULL,
    kept TEXT NOT NULL, fields TEXT NOT NULL, imported TEXT NOT NULL);
CREATE TABLE notes (
    id TEXT PRIMARY KEY, article TEXT NOT NULL, first INTEGER, last INTEGER,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL,
    comment TEXT NOT NULL, codes TEXT NOT NULL, author TEXT NOT NULL, created TEXT NOT NULL, changed TEXT NOT NULL);
CREATE INDEX notes_by_article ON notes (article, start);
CREATE TABLE note_history (at TEXT NOT NULL, note TEXT NOT NULL, change TEXT NOT NULL, was TEXT NOT NULL);
CREATE TABLE positions (text TEXT PRIMARY KEY, offset INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_searches (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;
"""
_COPIES_AND_EDITS = """
CREATE TABLE prints (
    print INTEGER NOT NULL, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (print, article)) WITHOUT ROWID;
CREATE INDEX prints_by_article ON prints (article);
CREATE TABLE copies (
    article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    kind TEXT NOT NULL, share REAL NOT NULL, PRIMARY KEY (article, other)) WITHOUT ROWID;
CREATE INDEX copies_by_other ON copies (other);
CREATE TABLE edits (
    number INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, at TEXT NOT NULL,
    what TEXT NOT NULL, was TEXT NOT NULL, now TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
CREATE INDEX edits_by_article ON edits (article, number);
"""

_SITE_LINES = """
CREATE TABLE lines (
    line INTEGER NOT NULL, article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (line, article)) WITHOUT ROWID;
CREATE INDEX lines_by_article ON lines (article);
"""

_NOTES_ON_TEXTS = """
ALTER TABLE notes ADD COLUMN kind TEXT NOT NULL DEFAULT 'article';
ALTER TABLE notes ADD COLUMN adjudicates TEXT NOT NULL DEFAULT '[]';
ALTER TABLE notes ADD COLUMN folded TEXT NOT NULL DEFAULT '';
DROP INDEX notes_by_article;
CREATE INDEX notes_by_target ON notes (kind, article, first, last, created, id);
CREATE INDEX notes_by_author ON notes (author, kind, article);
CREATE TABLE note_codes (
    code TEXT NOT NULL, kind TEXT NOT NULL, article TEXT NOT NULL,
    note TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE, PRIMARY KEY (code, kind, article, note)) WITHOUT ROWID;
CREATE INDEX note_codes_by_note ON note_codes (note);
CREATE INDEX note_history_by_note ON note_history (note);
CREATE TABLE note_steps (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
CREATE TABLE note_step_notes (
    step INTEGER NOT NULL REFERENCES note_steps (number) ON DELETE CASCADE, note TEXT NOT NULL,
    kind TEXT NOT NULL, article TEXT NOT NULL, was TEXT, now TEXT, PRIMARY KEY (step, note)) WITHOUT ROWID;
CREATE INDEX note_steps_by_target ON note_step_notes (kind, article, step);
CREATE INDEX note_steps_by_note ON note_step_notes (note, step);
CREATE TABLE placed (kind TEXT NOT NULL, article TEXT NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (kind, article))
    WITHOUT ROWID;
"""

_TIMES_OF_READING = """
ALTER TABLE positions ADD COLUMN at TEXT NOT NULL DEFAULT '';
"""

STEPS = (_FIRST, _COPIES_AND_EDITS, _SITE_LINES, _NOTES_ON_TEXTS, _TIMES_OF_READING)
"""What makes a library of each version from one of the version before; a new file takes them all."""
VERSION = len(STEPS)
_WITH_COPIES = 2
_WITH_NOTE_CODES = 4


def connect(file: Path) -> sqlite3.Connection:
    """A connection to the library in `file`; tables that are missing in a new or older one are made.

    Every commit reaches the disk before it returns (WAL with synchronous=FULL). Raises LibraryError for a file that
    is not a library's, is damaged, cannot be written, or was written by a newer version.
    """
    try:
        connection = sqlite3.connect(
            file, timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")  # where the system has two kinds of it, the one that waits
        version = _version(connection)
        if version > VERSION:
            raise LibraryError(
                f"the library was written by a newer version (format {version}, this program knows {VERSION})",
                where=str(file),
                remedy="Update rashomon.",
            )
        if version or connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            _require_ours(connection, file)
        if version < VERSION:
            _bring_up(connection)
        return connection
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"the library's file cannot be used ({error})",
            where=str(file),
            remedy="Check that it is a rashomon library that you may write to, or name another folder.",
        ) from error


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _require_ours(connection: sqlite3.Connection, file: Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise LibraryError(
            "the file is a database of another program", where=str(file), remedy="Name another folder for the library."
        )


def _bring_up(connection: sqlite3.Connection) -> None:
    """Take the steps that are missing, in one transaction; of two windows that start at once, one takes them."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)
        for step in STEPS[version:]:
            for statement in step.split(";\n"):
                connection.execute(statement)
        if not version:
            connection.execute("INSERT INTO about VALUES ('identity', ?), ('changes', 0)", (str(uuid4()),))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        if 0 < version < _WITH_COPIES:
            _link_copies(connection)
        if 0 < version < _WITH_NOTE_CODES:
            note_rows.fold_again(connection)
        connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _link_copies(connection: sqlite3.Connection) -> None:
    """Find the copies of articles that were put in before copies were looked for."""
    for id, outlet, text in connection.execute("SELECT id, outlet, text FROM articles ORDER BY id").fetchall():
        copies.link(connection, id, outlet, text)
