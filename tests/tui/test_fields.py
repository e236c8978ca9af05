"""Fields as they are shown, and which of them a reader changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.errors import RashomonError
from briefings.sources.imported import Field
from tests.ferry import GAZETTE
from tui.fields import KnownField, changed_fields, field_lines, known_fields, told

FIELDS = {"title": Field(GAZETTE.title, "stated", GAZETTE.title or ""), "outlet": Field("x", "inferred", "at\nsea")}


def values(article: Article, **changed: str) -> dict[str, str]:
    return {field.name: field.value for field in known_fields(article, FIELDS)} | changed


def test_a_field_says_how_it_is_known_and_from_which_words() -> None:
    assert [line.rstrip() for line in field_lines(known_fields(GAZETTE, FIELDS))] == [
        "title      stated    Ferry talks end without a timetable",
        "outlet     inferred  Harbour Gazette  “at sea”",
        "published            2024-11-05",
        "byline     unknown   —",
        "credit               AP",
        "url        unknown   —",
    ]


def test_an_outlet_nobody_names_is_empty() -> None:
    known = known_fields(replace(GAZETTE, outlet=UNKNOWN_OUTLET), {})
    assert known[1] == KnownField("outlet", "", "unknown")


def test_words_stand_beside_their_field_on_one_line() -> None:
    assert told(KnownField("title", "A", "stated", "Two\nlines")) == "title · stated · “Two lines”"
    assert told(KnownField("url", "A")) == "url"


def test_only_what_was_changed_is_answered() -> None:
    known = known_fields(GAZETTE, FIELDS)
    assert changed_fields(known, values(GAZETTE)) == {}
    assert changed_fields(known, values(GAZETTE, title=" Talks \x1b[31mend ", credit="  ")) == {
        "title": "Talks end",
        "credit": None,
    }


def test_odd_spaces_that_nobody_touched_are_no_change() -> None:
    spaced = replace(GAZETTE, title="Ferry  talks\nend")
    assert changed_fields(known_fields(spaced, {}), values(spaced)) == {}


def test_a_day_that_is_not_one_is_told_with_its_field() -> None:
    with pytest.raises(RashomonError, match="is not a day") as told:
        changed_fields(known_fields(GAZETTE, FIELDS), values(GAZETTE, published="5 Nov"))
    assert told.value.where == "published"
