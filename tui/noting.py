"""Notes between the dialog, the pane and the library."""

from __future__ import annotations

import getpass
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from briefings.article import Article, Span
from briefings.library import Library
from briefings.notes.note import Note, new_note
from tui.screens.note import Draft
from tui.widgets.lines_list import Row

LONGEST_WORDS = 60
"""Code points of a note's words shown in the pane."""


def author() -> str:
    """Who makes notes here: `RASHOMON_AUTHOR`, else the login name, else nobody."""
    try:
        return os.environ.get("RASHOMON_AUTHOR") or getpass.getuser()
    except (OSError, KeyError):
        return ""


def keep(library: Library, article: Article, span: Span, draft: Draft, was: Note | None = None) -> None:
    """Keep a new note, or `was` as it is now; on the disk when this returns."""
    if was is None:
        library.add_note(new_note(article, span, draft.comment, draft.codes, author()))
    else:
        now = datetime.now(UTC).replace(microsecond=0)
        library.change_note(replace(was, comment=draft.comment, codes=draft.codes, changed=now))


def note_rows(article: Article | None, notes: Sequence[Note]) -> list[Row]:
    """The notes as the pane lists them: place and codes, the words, the comment."""
    rows = []
    for note in notes if article else ():
        place = f"¶{article.paragraph_number(note.span.start)}" if article and note.span else "lost its place"
        rows.append(Row(" ".join(filter(None, ("✎", place, ", ".join(note.codes)))), "note", 0, note.id))
        rows.append(Row(f"“{_short(note.selector.exact)}”", "words", 1, note.id))
        rows += [Row(line, "comment", 1, note.id) for line in note.comment.splitlines()]
    return rows


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1]}…"
