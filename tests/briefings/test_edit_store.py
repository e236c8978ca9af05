"""Correcting an article: what is known by hand is said to be, notes follow their words, everything can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefings.article import UNKNOWN_OUTLET, Article, Span
from briefings.errors import RashomonError, UnknownArticle
from briefings.library import Library
from briefings.notes.note import Target, new_note
from briefings.sources.imported import Field, Imported

PAGE = "Menu\nThe ferry sails on Monday.\nIt is late again.\nShare\n"
KEPT = (Span(5, 31), Span(32, 49))
TEXT = "The ferry sails on Monday.\n\nIt is late again."
LATE = Span(28, 45)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    article = Article("unknown-1", UNKNOWN_OUTLET, TEXT)
    with Library.open(tmp_path) as library:
        library.add(Imported(article, PAGE.encode(), PAGE, KEPT, {"title": Field(), "outlet": Field()}, "pasted text"))
        yield library


def known(library: Library, name: str) -> Field:
    original = library.original("unknown-1")
    assert original is not None
    return original.fields[name]


def test_a_field_set_by_hand_is_marked_edited_and_the_id_stays(library: Library) -> None:
    changed = library.edit(
        "unknown-1", {"outlet": "The Gull", "published": "2024-11-05", "url": "https://gull.example/1"}
    )
    article = library.article("unknown-1")
    assert changed.article == article
    assert (article.outlet, article.published, article.url) == ("The Gull", date(2024, 11, 5), "https://gull.example/1")
    assert known(library, "outlet") == Field("The Gull", "edited")
    assert library.headings()[0].outlet == "The Gull"


def test_a_field_set_to_nothing_is_unknown(library: Library) -> None:
    library.edit("unknown-1", {"outlet": "The Gull"})
    library.edit("unknown-1", {"outlet": None})
    assert library.article("unknown-1").outlet == UNKNOWN_OUTLET
    assert known(library, "outlet") == Field(None, "edited")


def test_edits_are_undone_and_done_again_in_their_order(library: Library) -> None:
    library.edit("unknown-1", {"title": "One"})
    library.edit("unknown-1", {"title": "Two"})
    titles = []
    for step in (library.undo, library.undo, library.undo, library.redo, library.redo, library.redo):
        changed = step("unknown-1")
        titles.append(changed and changed.article.title)
    assert titles == ["One", None, None, "One", "Two", None]
    assert known(library, "title") == Field("Two", "edited")


def test_a_new_edit_ends_what_could_be_done_again(library: Library) -> None:
    library.edit("unknown-1", {"title": "One"})
    library.undo("unknown-1")
    library.edit("unknown-1", {"title": "Other"})
    assert library.redo("unknown-1") is None


def test_an_edit_that_changes_nothing_is_no_edit(library: Library) -> None:
    library.edit("unknown-1", {"title": "One"})
    before = library.changes
    library.edit("unknown-1", {"title": "One"})
    assert library.changes == before


def test_the_search_index_learns_of_an_edit(library: Library) -> None:
    before = library.changes
    library.edit("unknown-1", {"title": "One"})
    assert library.changed_since(before) == [("unknown-1", False)]


def test_notes_follow_their_words_and_come_back_with_them(library: Library) -> None:
    note = new_note(library.article("unknown-1"), LATE, "again?")
    library.add_note(note)
    moved = library.rewrite("unknown-1", "Menu\n\n" + TEXT, (Span(0, 4), *KEPT), "put a line back")
    assert [n.span for n in moved.moved] == [Span(34, 51)]
    lost = library.rewrite("unknown-1", "The ferry sails on Monday.", KEPT[:1], "take a line out")
    assert [n.span for n in lost.lost] == [None]
    assert library.notes("unknown-1")[0].selector == note.selector
    back = library.undo("unknown-1")
    assert back is not None
    assert [n.span for n in back.found] == [Span(34, 51)]
    library.undo("unknown-1")
    assert library.notes("unknown-1")[0].span == LATE
    assert library.article("unknown-1").text == TEXT


def test_whatever_was_changed_last_is_undone_first(library: Library) -> None:
    target = Target("article", "unknown-1")
    note = new_note(library.article("unknown-1"), LATE, "again?")
    library.add_note(note)
    library.edit("unknown-1", {"title": "One"})
    library.change_note(replace(note, comment="late"))
    library.edit("unknown-1", {"title": "Two"})

    def state() -> tuple[str | None, list[str]]:
        return library.article("unknown-1").title, [note.comment for note in library.notes()]

    states = [state()]
    while library.undo_last(target):
        states.append(state())
    assert states == [("Two", ["late"]), ("One", ["late"]), ("One", ["again?"]), (None, ["again?"]), (None, [])]
    again = [state()]
    while library.redo_last(target):
        again.append(state())
    assert again == states[::-1]


@pytest.mark.parametrize(
    ("fields", "said"), [({"words": "3"}, "cannot be edited"), ({"published": "Monday"}, "2023-12-27")]
)
def test_what_cannot_be_edited_is_told(library: Library, fields: dict[str, str | None], said: str) -> None:
    with pytest.raises(RashomonError, match=said):
        library.edit("unknown-1", fields)


def test_an_article_keeps_a_text(library: Library) -> None:
    with pytest.raises(RashomonError, match="needs a text"):
        library.rewrite("unknown-1", " \n", (), "take all lines out")


def test_an_unknown_article_is_told(library: Library) -> None:
    for change in (library.undo, library.redo, lambda id: library.edit(id, {"title": "x"})):
        with pytest.raises(UnknownArticle):
            change("nobody-1")
