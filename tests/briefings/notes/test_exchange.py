"""Notes out of a library and into one: nothing is lost on the way, nothing is overwritten."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.markdown import rendered
from briefings.notes.anchor import Selector
from briefings.notes.exchange import FORMATS, merge, placed
from briefings.notes.note import Note, new_note
from tests.briefings.harbour import CRAB, GULL, TERN, words

ARTICLES = {article.id: article for article in (GULL, TERN, CRAB)}
NOTE = new_note(GULL, words(GULL, "40 boats"), "=1 *so* many\n\nof them", ("Figure", "=Naming"), "Ada")
ORPHAN = replace(new_note(TERN, words(TERN, "in the bay")), span=None)
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    """Any note at all."""
    selector = Selector(draw(TEXT), draw(TEXT), draw(TEXT), draw(st.integers(0, 9)))
    span = draw(st.none() | st.builds(lambda start: Span(start, start + 3), st.integers(0, 9)))
    times = draw(st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=st.just(UTC)))
    codes = tuple(draw(st.lists(TEXT, max_size=2)))
    return Note(str(draw(st.uuids())), draw(TEXT), selector, span, draw(TEXT), codes, draw(TEXT), times, times)


@given(st.lists(notes(), max_size=4))
def test_json_lines_lose_nothing(some: list[Note]) -> None:
    one = FORMATS["jsonl"]
    assert one.read is not None
    assert one.read(one.write(some, ARTICLES)) == some


def test_web_annotations_go_round() -> None:
    one = FORMATS["web-annotation"]
    assert one.read is not None
    back = one.read(one.write([NOTE, ORPHAN], ARTICLES))
    assert back == [NOTE, replace(ORPHAN, selector=ORPHAN.selector._replace(start=0))]
    assert placed(back, ARTICLES.values())[1].span == words(TERN, "in the bay")


def test_a_web_annotation_is_what_the_standard_says() -> None:
    article = replace(GULL, url="https://gull.example/vigo")
    page = json.loads(FORMATS["web-annotation"].write([NOTE], {article.id: article}))
    (item,) = page["items"]
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert item["id"] == f"urn:uuid:{NOTE.id}"
    assert item["created"].endswith("Z")
    assert item["target"]["source"]["id"] == article.url
    quote, position = item["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "40 boats")
    assert (position["type"], Span(position["start"], position["end"])) == ("TextPositionSelector", NOTE.span)
    assert [body["purpose"] for body in item["body"]] == ["commenting", "tagging", "tagging"]


FOREIGN = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "https://notes.example/7",
    "type": "Annotation",
    "bodyValue": "look",
    "creator": "https://notes.example/ada",
    "created": "2024-05-06T07:08:09Z",
    "target": {
        "source": "https://gull.example/vigo",
        "selector": {
            "type": "FragmentSelector",
            "value": "p2",
            "refinedBy": {"type": "TextQuoteSelector", "exact": "40 boats", "prefix": "Some "},
        },
    },
}


def test_annotations_of_other_programs_find_their_article_by_its_address() -> None:
    one = FORMATS["web-annotation"]
    assert one.read is not None
    article = replace(GULL, url="https://gull.example/vigo")
    for text in (FOREIGN, [FOREIGN], {"type": "AnnotationCollection", "first": {"items": [FOREIGN]}}):
        (note,) = placed(one.read(json.dumps(text)), [article])
        assert (note.article, note.span, note.comment) == (GULL.id, words(GULL, "40 boats"), "look")
        assert note.created == datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)
    again = one.read(json.dumps(FOREIGN))
    assert again == one.read(json.dumps([FOREIGN]))


def test_targets_without_words_are_left_out() -> None:
    one = FORMATS["web-annotation"]
    assert one.read is not None
    assert one.read(json.dumps([{**FOREIGN, "target": "https://gull.example/vigo"}])) == []


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 1}', '[{"target": [{}], "items": 1}]', '"\\ud800"'])
def test_what_is_no_annotation_is_told(text: str) -> None:
    one = FORMATS["web-annotation"]
    assert one.read is not None
    with pytest.raises(NotesError, match="not a Web Annotation") as caught:
        one.read(text)
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("exact", 3, "is not text"),
        ("start", -1, "code points"),
        ("span", [1], "cannot be understood"),
        ("created", "soon", "cannot be understood"),
        ("codes", [1], "is not text"),
        ("comment", "\ud800", "not a line of JSON"),
    ],
)
def test_a_broken_line_is_told_with_its_number(field: str, value: object, what: str) -> None:
    one = FORMATS["jsonl"]
    assert one.read is not None
    good = one.write([NOTE], ARTICLES)
    broken = json.dumps(json.loads(good) | {field: value})
    with pytest.raises(NotesError, match=what) as caught:
        one.read(good + "\n" + broken)
    assert caught.value.where == "line 3"
    with pytest.raises(NotesError, match="not there"):
        one.read(json.dumps({key: one for key, one in json.loads(good).items() if key != field}))


def test_nothing_is_overwritten() -> None:
    other = replace(NOTE, comment="otherwise")
    fresh = new_note(CRAB, words(CRAB, "Vigo"))
    add, conflicts = merge([NOTE, other, ORPHAN, fresh, fresh], [NOTE, replace(ORPHAN, span=Span(1, 2))])
    assert add == [fresh]
    assert [(one.ours, one.theirs) for one in conflicts] == [(NOTE, other)]


def test_an_imported_note_is_placed_in_the_text_that_is_here() -> None:
    shifted = Article(GULL.id, GULL.outlet, "A new first line.\n\n" + GULL.text)
    here, lost, strange = placed(
        [NOTE, replace(NOTE, selector=Selector("no such words", "", "", 0))], [shifted]
    ) + placed([NOTE], [CRAB])
    assert here.span == words(shifted, "40 boats")
    assert lost.span is None
    assert strange.span is None
    assert placed([NOTE], [GULL]) == [NOTE]


def test_a_spreadsheet_gets_rows_and_no_formulas() -> None:
    head, first, second = csv.reader(io.StringIO(FORMATS["csv"].write([NOTE, ORPHAN], ARTICLES)))
    row = dict(zip(head, first, strict=True))
    assert (row["words"], row["paragraph"], row["codes"]) == ("40 boats", "2", "Figure; =Naming")
    assert row["comment"] == "'=1 *so* many\n\nof them"
    assert dict(zip(head, second, strict=True))["start"] == ""


def test_markdown_shows_words_place_and_comment() -> None:
    gone = replace(NOTE, article="lost-1a2b3c4d", comment="")
    shown = rendered(FORMATS["markdown"].write([NOTE, ORPHAN, gone], ARTICLES)).text
    assert "## Daily <Gull>: Boats | and *nets*" in shown
    assert "│ “40 boats”\n\n│ ¶2 · Figure, =Naming · Ada\n\n=1 so many" in shown
    assert "lost its place" in shown
    assert "lost-1a2b3c4d (not in the library)" in shown
