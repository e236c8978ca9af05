"""Undoing and redoing any row of changes of notes goes back and forth through the states they were in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.article import Article, Span
from briefings.library import Library
from briefings.notes.note import Note, new_note

PIER = Article("pier-1", "Pier", "One boat, two boats, three boats and a raft.")
STEPS = st.lists(st.sampled_from(["add", "add two", "change", "delete", "undo", "redo", "reopen"]), max_size=20)


@settings(max_examples=40, deadline=None)
@given(STEPS)
def test_every_state_comes_back(steps: list[str]) -> None:
    with TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        library.add(PIER)
        past, future = [said(library)], list[dict[str, str]]()
        for number, step in enumerate(steps):
            if step == "reopen":
                library.close()
                library = Library.open(Path(folder))
            elif step == "undo":
                assert bool(library.undo_notes()) == (len(past) > 1)
                if len(past) > 1:
                    future.append(past.pop())
            elif step == "redo":
                assert bool(library.redo_notes()) == bool(future)
                past += [future.pop()] if future else []
            elif change(library, step, number):
                past.append(said(library))
                future.clear()
            assert said(library) == past[-1]
        library.close()


def said(library: Library) -> dict[str, str]:
    return {note.id: note.comment for note in library.notes()}


def change(library: Library, step: str, number: int) -> bool:
    """Make a change where there is something to change; whether it was made."""

    def made() -> Note:
        return new_note(PIER, Span(4 * (number % 8), 4 * (number % 8) + 4), f"made in step {number}")

    changes: dict[str, Callable[[Note], None]] = {
        "change": lambda note: library.change_note(replace(note, comment=f"changed in step {number}")),
        "delete": lambda note: library.delete_note(note.id),
    }
    if step.startswith("add"):
        library.add_notes([made() for _ in step.split()], step)
        return True
    first = next(iter(library.notes()), None)
    if first is not None:
        changes[step](first)
    return first is not None
