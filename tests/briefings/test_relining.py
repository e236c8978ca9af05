"""A text made anew from its original, by hand and by the cleaner; notes are carried along or shown as lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.article import Article, Span
from briefings.errors import RashomonError
from briefings.library import Library
from briefings.notes.note import new_note
from briefings.relining import clean_again, lines_of, toggle_line
from briefings.sources import read

PAGE = Path(__file__).parents[1] / "pages" / "harbour-gazette.txt"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add(read(PAGE.read_bytes(), PAGE.name), name=PAGE.name)
        yield library


def id_of(library: Library) -> str:
    return library.headings()[0].id


def test_a_dropped_line_is_put_back_and_the_change_undone(library: Library) -> None:
    before = library.article(id_of(library)).text
    line = next(line for line in lines_of(library, id_of(library)) if line.text == "Related stories")
    assert not line.kept
    changed = toggle_line(library, id_of(library), line.span)
    assert changed.article.text == f"{before}\n\nRelated stories"
    assert next(one for one in lines_of(library, id_of(library)) if one.span == line.span).kept
    library.undo(id_of(library))
    assert library.article(id_of(library)).text == before
    assert not next(one for one in lines_of(library, id_of(library)) if one.span == line.span).kept


def test_a_note_on_a_line_that_is_taken_out_loses_its_place_and_finds_it_again(library: Library) -> None:
    article = library.article(id_of(library))
    start = article.text.index("212,480")
    library.add_note(new_note(article, Span(start, start + 7)))
    line = next(line for line in lines_of(library, article.id) if "212,480" in line.text)
    assert [note.span for note in toggle_line(library, article.id, line.span).lost] == [None]
    back = library.undo(article.id)
    assert back is not None
    assert [note.span for note in back.found] == [Span(start, start + 7)]


def test_cleaning_again_mends_what_an_older_cleaner_left(library: Library) -> None:
    article = library.article(id_of(library))
    start = article.text.index("Quill said")
    library.add_note(new_note(article, Span(start, start + 10)))
    library.edit(article.id, {"title": "By hand"})
    library.rewrite(article.id, f"Menu\n\n{article.text}", (), "an older cleaner's text")
    changed = clean_again(library, article.id)
    assert changed is not None
    assert changed.article.text == article.text
    assert changed.article.title == "By hand"
    assert [note.span for note in library.notes(article.id)] == [Span(start, start + 10)]


def test_lines_chosen_by_hand_are_left_alone(library: Library) -> None:
    line = next(line for line in lines_of(library, id_of(library)) if line.text == "Related stories")
    toggle_line(library, id_of(library), line.span)
    assert clean_again(library, id_of(library)) is None


def test_an_article_without_an_original_is_told(library: Library) -> None:
    library.add(Article("bare-1", "Bare", "Only words."))
    assert clean_again(library, "bare-1") is None
    with pytest.raises(RashomonError, match="without an original"):
        lines_of(library, "bare-1")


def test_a_line_that_is_not_there_is_told(library: Library) -> None:
    with pytest.raises(RashomonError, match="no such line"):
        toggle_line(library, id_of(library), Span(1, 2))
