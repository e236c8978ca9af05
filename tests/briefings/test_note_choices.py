"""What a person decides: places of orphans, and what holds between coders; both can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.errors import NotesError, UnknownArticle, UnknownNote
from briefings.library import Library
from briefings.notes.note import Note, Target, new_note, note_on
from tests.briefings.harbour import GULL, TERN, words

RACE = Article("tern-race", "Tern", "In the first race Team Alpha reported a broken mast.")
EDITED = "In the first race Team Beta reported a broken mast."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add_all([GULL, TERN, RACE])
        yield library


@pytest.fixture
def orphan(library: Library) -> Note:
    """A note whose words were edited away."""
    library.add_note(new_note(RACE, words(RACE, "Team Alpha reported"), "who?"))
    library.rewrite(RACE.id, EDITED, (), "correct the team")
    (note,) = library.notes(RACE.id)
    assert note.span is None
    return note


def test_an_orphan_is_offered_places_and_given_one(library: Library, orphan: Note) -> None:
    ((span, score),) = library.candidates(orphan.id)
    assert span.of(EDITED) == "Team Beta reported"
    assert 0.5 < score < 1
    library.reattach(orphan.id, span)
    (note,) = library.notes(RACE.id)
    assert (note.span, note.selector.exact, note.comment) == (span, "Team Beta reported", "who?")
    assert [one.note.selector.exact.split()[1] for one in library.note_history(orphan.id)] == ["Alpha", "Alpha", "Beta"]
    library.undo_notes()
    (note,) = library.notes(RACE.id)
    assert (note.span, note.selector) == (None, orphan.selector)


def test_a_note_goes_to_another_text(library: Library, orphan: Note) -> None:
    library.reattach(orphan.id, words(GULL, "boats"), Target("article", GULL.id))
    assert library.notes(RACE.id) == []
    assert [note.selector.exact for note in library.notes(GULL.id)] == ["boats"]
    with pytest.raises(UnknownArticle):
        library.reattach(orphan.id, Span(0, 3), Target("article", "nobody-1"))


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 4), Span(-2, 3), Span(0, 10_000), Span(2, 3)])
def test_a_place_needs_words(library: Library, orphan: Note, span: Span) -> None:
    with pytest.raises(NotesError, match="no words stand at"):
        library.reattach(orphan.id, span)


def test_a_note_settles_between_two_and_names_them(library: Library) -> None:
    ana = new_note(GULL, words(GULL, "40 boats"), "", ("fleet",), "Ana")
    ben = new_note(GULL, words(GULL, "boats stayed out"), "", ("tone",), "Ben")
    library.add_notes([ana, ben], "import")
    made = library.settle([ana.id, ben.id], ("fleet",), "The number decides.", "Cleo")
    assert library.note(made.id) == made
    assert (made.adjudicates, made.selector.exact, made.codes) == ((ana.id, ben.id), "40 boats stayed out", ("fleet",))
    assert {note.id for note in library.notes(GULL.id)} == {ana.id, ben.id, made.id}
    library.undo_notes()
    assert {note.id for note in library.notes(GULL.id)} == {ana.id, ben.id}


def test_what_cannot_be_settled_is_told(library: Library, orphan: Note) -> None:
    other = note_on(Target("article", GULL.id), GULL.text, words(GULL, "boats"))
    library.add_note(other)
    with pytest.raises(NotesError, match="on one text"):
        library.settle([orphan.id, other.id], ("x",))
    with pytest.raises(NotesError, match="has a place"):
        library.settle([orphan.id], ("x",))
    with pytest.raises(UnknownNote):
        library.settle(["nobody"], ("x",))
