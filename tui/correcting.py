"""Corrections of an article in the library, in a reader's words. What asks the library runs in workers."""

from __future__ import annotations

from collections.abc import Callable

from briefings.edit_store import Changed
from briefings.library import Library
from briefings.note_steps import NoteStep
from briefings.notes.note import Target
from tui.fields import KnownField, known_fields
from tui.noting import step_in_words

TAKEN_BACK, DONE_AGAIN = "Taken back", "Done again"
NOTHING_TO_UNDO, NOTHING_TO_REDO = "There is nothing to take back.", "There is nothing to do again."


def fields_of(library: Library, id: str) -> tuple[KnownField, ...]:
    """The fields of article `id`. Raises UnknownArticle."""
    original = library.original(id)
    return known_fields(library.article(id), original.fields if original else {})


def undo(library: Library, id: str) -> str:
    """Take the last change of an article back, and say so."""
    return _step(library.undo, id, TAKEN_BACK, NOTHING_TO_UNDO)


def redo(library: Library, id: str) -> str:
    """Do the change again that was taken back last, and say so."""
    return _step(library.redo, id, DONE_AGAIN, NOTHING_TO_REDO)


def undo_last(library: Library, target: Target) -> str:
    """Take back whatever was changed last on a text, the article or its notes, and say so."""
    return _said(library.undo_last(target), TAKEN_BACK, NOTHING_TO_UNDO)


def redo_last(library: Library, target: Target) -> str:
    """Make again what was taken back last on a text, and say so."""
    return _said(library.redo_last(target), DONE_AGAIN, NOTHING_TO_REDO)


def in_words(changed: Changed, done: str = "Done") -> str:
    """What a change did, and which notes lost or found their place by it."""
    said = [f"{done}: {changed.what}."]
    said += [f"A note lost its place: “{note.selector.exact}”." for note in changed.lost]
    said += [f"A note has its place again: “{note.selector.exact}”." for note in changed.found]
    return "\n".join(said)


def _step(step: Callable[[str], Changed | None], id: str, done: str, nothing: str) -> str:
    return _said(step(id), done, nothing)


def _said(changed: Changed | NoteStep | None, done: str, nothing: str) -> str:
    if changed is None:
        return nothing
    return in_words(changed, done) if isinstance(changed, Changed) else step_in_words(changed, done)
