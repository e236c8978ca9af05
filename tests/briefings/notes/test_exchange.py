"""Notes out of a library and into one: nothing is lost on the way, nothing is overwritten."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.notes import exchange
from briefings.notes.anchor import Selector
from briefings.notes.exchange import FORMATS, export, merge, placed, read_file, read_notes
from briefings.notes.note import Kind, Note, new_note
from briefings.notes.refi_xml import source_guid
from briefings.notes.texts import briefing_text, unknown_texts
from tests.briefings.harbour import CRAB, GULL, TERN, words
from tests.briefings.notes.annotation_rules import require_annotations

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
    codes, settled = (tuple(draw(st.lists(TEXT.filter(bool), max_size=2))) for _ in range(2))
    kind: Kind = draw(st.sampled_from(["article", "briefing"]))
    return Note(
        *(str(draw(st.uuids())), draw(TEXT.filter(bool)), selector, span, draw(TEXT), codes, draw(TEXT)),
        *(times, times, kind, settled),
    )


def there_and_back(name: str, some: list[Note], articles: dict[str, Article] = ARTICLES) -> list[Note]:
    """The notes after they were written and read as files are."""
    data, left_out = export(FORMATS[name], some, articles)
    assert left_out == []
    return list(read_notes(data, f"notes{FORMATS[name].suffix}").notes)


@given(st.lists(notes(), max_size=4))
def test_json_lines_lose_nothing(some: list[Note]) -> None:
    assert there_and_back("jsonl", some) == some


@given(st.lists(notes(), max_size=4))
def test_a_table_loses_nothing(some: list[Note]) -> None:
    with_words = [note for note in some if note.selector.exact]
    assert there_and_back("csv", with_words) == with_words


@given(st.lists(notes(), min_size=1, max_size=4))
def test_markdown_loses_only_white_space_around_comments(some: list[Note]) -> None:
    trimmed = [replace(note, comment=note.comment.strip().replace("\r\n", "\n")) for note in some]
    assert there_and_back("markdown", some) == trimmed


@given(st.lists(notes(), max_size=4))
def test_annotations_lose_only_the_place_of_an_orphan(some: list[Note]) -> None:
    written = [note for note in some if note.selector.exact.strip()]
    expected = [
        replace(
            note,
            codes=tuple(dict.fromkeys(note.codes)),
            selector=note.selector._replace(start=note.span.start if note.span else 0),
        )
        for note in written
    ]
    text = FORMATS["web-annotation"].write
    assert text is not None
    require_annotations(json.loads(text(some, ARTICLES)))
    assert there_and_back("web-annotation", some) == expected


def test_web_annotations_go_round() -> None:
    back = there_and_back("web-annotation", [NOTE, ORPHAN])
    assert back == [NOTE, replace(ORPHAN, selector=ORPHAN.selector._replace(start=0))]
    assert placed(back, ARTICLES.values())[1].span == words(TERN, "in the bay")


def test_a_web_annotation_is_what_the_standard_says() -> None:
    article = replace(GULL, url="https://gull.example/vigo")
    page = json.loads(export(FORMATS["web-annotation"], [NOTE], {article.id: article})[0])
    require_annotations(page)
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


@pytest.mark.parametrize("place", [{}, {"start": 3}, {"start": -5, "end": 3}, {"start": 0, "end": 10**30}])
def test_a_position_that_is_none_is_looked_for(place: dict[str, int]) -> None:
    quote = {"type": "TextQuoteSelector", "exact": "40 boats"}
    target = {"source": GULL.id, "selector": [quote, {"type": "TextPositionSelector", **place}]}
    read = read_notes(json.dumps({**FOREIGN, "target": target}).encode(), "x.json")
    assert placed(read.notes, [GULL])[0].span == words(GULL, "40 boats")


def test_targets_without_words_are_left_out_and_told() -> None:
    place = {"source": GULL.id, "selector": {"type": "TextPositionSelector", "start": 1, "end": 3}}
    whole = [{**FOREIGN, "target": "https://gull.example/vigo"}, {**FOREIGN, "target": place}]
    back = read_notes(json.dumps(whole).encode(), "notes.jsonld")
    assert (back.notes, back.told) == ((), ("2 targets of annotations that tell no words: left out",))


def test_an_annotation_of_several_targets_is_a_note_for_each() -> None:
    targets = [
        {"source": "https://gull.example/vigo", "selector": {"type": "TextQuoteSelector", "exact": exact}}
        for exact in ("40 boats", "It rained.")
    ]
    found = read_notes(json.dumps({**FOREIGN, "target": targets}).encode(), "notes.jsonld").notes
    assert [(note.selector.exact, note.comment) for note in found] == [("40 boats", "look"), ("It rained.", "look")]
    assert found[0].id == read_notes(json.dumps(FOREIGN).encode(), "notes.jsonld").notes[0].id != found[1].id


@pytest.mark.parametrize(
    "address",
    [
        "https://gull.example/vigo/",
        "http://www.gull.example/vigo#p2",
        "https://GULL.example/vigo?utm_source=mail&utm_medium=x",
        "https://gull.example:443/vigo",
    ],
)
def test_an_address_is_known_however_it_is_written(address: str) -> None:
    article = replace(GULL, url="https://gull.example/vigo")
    target = {"source": address, "selector": {"type": "TextQuoteSelector", "exact": "40 boats"}}
    (note,) = read_notes(json.dumps({**FOREIGN, "target": target}).encode(), "notes.jsonld").notes
    assert [one.span for one in placed([note], [article])] == [words(GULL, "40 boats")]
    for other in ("https://gull.example/vigo?page=2", "https://gull.example/vigo/2", "https://tern.example/vigo"):
        assert [one.span for one in placed([replace(note, article=other)], [article])] == [None]


def test_another_programs_name_of_a_page_does_not_hide_its_address() -> None:
    source = {"id": "https://gull.example/vigo", "dc:identifier": "978-3-16-148410-0"}
    target = {"source": source, "selector": {"type": "TextQuoteSelector", "exact": "40 boats"}}
    (note,) = read_notes(json.dumps({**FOREIGN, "target": target}).encode(), "notes.jsonld").notes
    assert note.article == "https://gull.example/vigo"


def test_what_the_api_of_an_annotation_service_answers() -> None:
    quote = {"type": "TextQuoteSelector", "exact": "40 boats", "prefix": "Some ", "suffix": " stayed"}
    row = {
        "id": "Ab-9",
        "user": "acct:ada@notes.example",
        "created": "2024-05-06T07:08:09.123456+00:00",
        "updated": "2024-05-07T07:08:09.123456+00:00",
        "uri": "https://gull.example/vigo",
        "text": "look",
        "tags": ["Fleet", "count"],
        "target": [{"source": "https://gull.example/vigo", "selector": [{"type": "RangeSelector"}, quote]}],
    }
    (note,) = read_notes(json.dumps({"total": 1, "rows": [row]}).encode(), "notes.json").notes
    assert (note.comment, note.codes, note.author) == ("look", ("Fleet", "count"), "acct:ada@notes.example")
    assert (note.created.day, note.changed.day) == (6, 7)
    assert note.selector == Selector("40 boats", "Some ", " stayed", 0)


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
        ("id", "", "is empty"),
        ("article", "", "is empty"),
        ("start", -1, "code points"),
        ("start", 10**30, "code points"),
        ("span", [1], "cannot be understood"),
        ("created", "soon", "cannot be understood"),
        ("codes", [1], "is not text"),
        ("comment", "\ud800", "not a line of JSON"),
    ],
)
def test_a_broken_line_is_told_with_its_number(field: str, value: object, what: str) -> None:
    one = FORMATS["jsonl"]
    assert one.read is not None
    good = export(one, [NOTE], ARTICLES)[0].decode()
    broken = json.dumps(json.loads(good) | {field: value})
    with pytest.raises(NotesError, match=what) as caught:
        one.read(good + "\n" + broken)
    assert caught.value.where == "line 3"
    with pytest.raises(NotesError, match="not there"):
        one.read(json.dumps({key: one for key, one in json.loads(good).items() if key != field}))


def test_what_came_later_may_be_missing_and_must_be_known() -> None:
    fields = json.loads(export(FORMATS["jsonl"], [NOTE], ARTICLES)[0])
    older = {key: value for key, value in fields.items() if key not in ("kind", "adjudicates")}
    assert read_notes(json.dumps(older).encode(), "older.jsonl").notes == (NOTE,)
    with pytest.raises(NotesError, match="neither 'article' nor 'briefing'"):
        read_notes(json.dumps(fields | {"kind": "song"}).encode(), "newer.jsonl")


def test_nothing_is_overwritten() -> None:
    other = replace(NOTE, comment="otherwise")
    fresh = new_note(CRAB, words(CRAB, "Vigo"))
    add, conflicts = merge([NOTE, other, ORPHAN, fresh, fresh], [NOTE, replace(ORPHAN, span=Span(1, 2))])
    assert add == [fresh]
    assert [(one.ours, one.theirs) for one in conflicts] == [(NOTE, other)]
    assert conflicts[0].differences == [("comment", "=1 *so* many\n\nof them", "otherwise")]


def test_white_space_that_a_format_cannot_hold_is_no_conflict() -> None:
    spaced = replace(NOTE, codes=(" Figure", "two\nlines"), author="Ada\tB", comment="one\r\ntwo\n")
    same = replace(NOTE, codes=("Figure", "two lines"), author="Ada B", comment="one\ntwo")
    assert merge([same], [spaced]) == ([], [])
    (found,) = merge([replace(same, codes=("Figure",), author="Ben")], [spaced])[1]
    assert found.differences == [("codes", "Figure; two lines", "Figure"), ("author", "Ada B", "Ben")]


def test_an_imported_note_is_placed_in_the_text_that_is_here() -> None:
    shifted = Article(GULL.id, GULL.outlet, "A new first line.\n\n" + GULL.text)
    here, lost, strange = placed(
        [NOTE, replace(NOTE, selector=Selector("no such words", "", "", 0))], [shifted]
    ) + placed([NOTE], [CRAB])
    assert here.span == words(shifted, "40 boats")
    assert lost.span is None
    assert strange.span is None
    assert placed([NOTE], [GULL]) == [NOTE]


def test_the_same_words_in_the_same_place_of_another_sentence_are_not_taken() -> None:
    ours = Article(
        "regatta-1a2b3c4d", "Regatta", "Team Otter won. Later Team Heron reported a broken mast to the jury."
    )
    theirs = Article(ours.id, ours.outlet, ours.text.replace("Heron", "Egret"))
    note = new_note(theirs, words(theirs, "reported"))
    assert note.span == words(ours, "reported")
    assert [one.span for one in placed([note], [ours])] == [None]
    moved = replace(note, span=Span(0, 8))
    assert [one.span for one in placed([moved], [theirs])] == [note.span]


def test_a_text_is_known_by_its_identity_and_by_its_words() -> None:
    theirs = Article("urn:uuid:1", "unknown outlet", GULL.text.replace("\n\n", "\n"))
    strange = [replace(NOTE, article=name) for name in ("urn:uuid:1", f"urn:uuid:{source_guid('article', GULL.id)}")]
    assert [note.article for note in placed(strange, [GULL], [theirs])] == [GULL.id, GULL.id]
    assert [note.span for note in placed(strange, [GULL], [theirs])] == [NOTE.span, NOTE.span]
    assert placed(strange, [TERN], [theirs])[0] == replace(strange[0], span=None)


def test_texts_that_are_not_here_become_articles() -> None:
    theirs = Article("urn:uuid:1", "unknown outlet", "A harbour\nwith two\u00a0 boats.\x1b[2J\n", "Day")
    known = Article("urn:uuid:2", "unknown outlet", CRAB.text)
    (made,) = unknown_texts([GULL, CRAB], [theirs, known, briefing_text("day", "Day", "words")])
    assert (made.text, made.title) == ("A harbour\n\nwith two boats.", "Day")
    assert [made] == unknown_texts([GULL, CRAB], [theirs])
    assert unknown_texts([made], [theirs]) == []
    note = replace(NOTE, article="urn:uuid:1", selector=Selector("two boats", "", "", 0), span=None)
    (here,) = placed([note], [made], [theirs])
    assert (here.article, here.span) == (made.id, words(made, "two boats"))


def test_a_note_on_a_briefing_is_placed_in_the_briefing() -> None:
    day = briefing_text("day", "A day", "Boats came in at noon.")
    note = replace(NOTE, kind="briefing", article="day", selector=Selector("at noon", "", "", 0), span=None)
    (here,) = placed([note], [day, GULL])
    assert (here.kind, here.article, here.span) == ("briefing", "day", words(day, "at noon"))
    for name in ("jsonl", "csv", "markdown", "web-annotation"):
        assert there_and_back(name, [here], {day.id: day})[0].target == here.target


def test_a_format_says_which_notes_it_has_no_form_for() -> None:
    gone = replace(NOTE, article="gone-1a2b3c4d")
    assert export(FORMATS["refi-qda"], [NOTE, ORPHAN, gone], ARTICLES)[1] == [ORPHAN, gone]
    assert export(FORMATS["csv"], [NOTE, ORPHAN, gone], ARTICLES)[1] == []


def test_a_file_larger_than_is_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "notes.jsonl"
    file.write_bytes(export(FORMATS["jsonl"], [NOTE], ARTICLES)[0])
    assert read_file(file).notes == (NOTE,)
    monkeypatch.setattr(exchange, "MOST_IN_ALL", 100)
    with pytest.raises(NotesError, match="more than the 0 MB"):
        read_file(file)
    with pytest.raises(NotesError, match="cannot be read") as caught:
        read_file(tmp_path)
    assert caught.value.remedy


def test_the_format_is_told_by_the_suffix() -> None:
    for form in FORMATS.values():
        for suffix in (form.suffix, form.suffix.upper(), *form.others):
            back = read_notes(export(form, [NOTE], ARTICLES)[0], f"a.b/notes{suffix}")
            assert [note.selector.exact for note in back.notes] == ["40 boats"]
    with pytest.raises(NotesError, match="not read from such a file") as caught:
        read_notes(b"", "notes.pdf")
    assert ".qdpx" in caught.value.remedy
    with pytest.raises(NotesError, match="cannot be read"):
        read_notes(b"\xff\x00\xfa", "notes.csv")
