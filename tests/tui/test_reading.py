"""What the text pane is given: headings, links, and places that outlast a briefing's tables."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefings.article import Article, Span
from briefings.errors import RashomonError
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER, GAZETTE, HERALD
from tui.reading import NOTHING, Link, Reading, article_heading, cited_span, read_article, read_meeting, with_hits

TABLE = "a table\n\nof many lines\n\nand paragraphs"


def drawn_table(articles: Sequence[Article], name: str) -> str:
    return f"{name} of {len(articles)}: {TABLE}"


def spans(reading: Reading, name: str) -> list[str]:
    return [span.of(reading.text) for layer in reading.layers if layer.name == name for span in layer.spans]


def test_an_article_has_its_heading_notes_and_place(ferry: Library) -> None:
    ferry.add_note(new_note(GAZETTE, Span(0, 9)))
    ferry.keep_position(f"article:{GAZETTE.id}", 40)
    reading = read_article(ferry, GAZETTE.id)
    assert reading.heading == (
        "Ferry talks end without a timetable",
        f"Harbour Gazette · 5 Nov 2024 · {len(GAZETTE.text.split())} words · credit AP",
        "w agency copy",
    )
    assert (reading.cursor, spans(reading, "note")) == (40, ["Transport"])
    lit = read_article(ferry, GAZETTE.id, (Span(10, 18),))
    assert (lit.cursor, spans(lit, "hit")) == (10, ["minister"])


def test_what_is_unknown_is_called_unknown() -> None:
    assert article_heading(HERALD)[0] == "(no title)"
    assert "date unknown" in article_heading(HERALD)[1]


def test_a_briefing_has_links_where_its_citations_are_shown(ferry: Library) -> None:
    for live in (None, drawn_table):
        reading = read_meeting(ferry, "ferry-talks", live)
        assert [(link.span.of(reading.text), link.article, link.words) for link in reading.links] == [
            ("45 more deckhands", GAZETTE.id, "45 more deckhands"),
            ("the walk-out", COURIER.id, "walked out of a meeting"),
            ("a stunt", HERALD.id, "a stunt"),
            ("seagulls on strike", HERALD.id, "seagulls on strike"),
        ]
        assert reading.awaits_tables == (live is None)


def test_a_place_names_the_same_words_with_and_without_tables(ferry: Library) -> None:
    bare, full = read_meeting(ferry, "ferry-talks"), read_meeting(ferry, "ferry-talks", drawn_table)
    assert TABLE in full.text
    stand_in = bare.text.index("[table: coverage]")
    for number, char in enumerate(bare.text):
        assert bare.kept_offset(number) == number
        if not char.isspace() and not stand_in <= number < stand_in + len("[table: coverage]"):
            at = full.shown_offset(number)
            assert (full.text[at], full.kept_offset(at)) == (char, number)
    for number in range(full.text.index(TABLE), full.text.index(TABLE) + len(TABLE)):
        assert bare.text[full.kept_offset(number) :].partition("\n")[0] in "[table: coverage]"


def test_lit_words_and_the_place_move_with_the_tables(ferry: Library) -> None:
    bare = read_meeting(ferry, "ferry-talks")
    start = bare.text.index("stunt")
    ferry.keep_position("briefing:ferry-talks", start)
    for live in (None, drawn_table):
        lit = read_meeting(ferry, "ferry-talks", live, (Span(start, start + 5),))
        assert spans(lit, "hit") == ["stunt"]
        assert lit.cursor == read_meeting(ferry, "ferry-talks", live).cursor == lit.text.index("stunt")


def test_cited_words_are_found_or_said_not_to_be(ferry: Library) -> None:
    assert cited_span(ferry, Link(Span(0, 1), HERALD.id, "a stunt")).of(HERALD.text) == "a stunt"
    for article, words in ((HERALD.id, "seagulls on strike"), ("nobody-00000000", "a stunt")):
        with pytest.raises(RashomonError):
            cited_span(ferry, Link(Span(0, 1), article, words))


def test_other_hits_take_the_place_of_the_first() -> None:
    once = with_hits(Reading("", (), "one two"), (Span(0, 3),))
    twice = with_hits(once, (Span(4, 7),))
    assert (spans(twice, "hit"), twice.cursor) == (["two"], 4)
    assert with_hits(NOTHING, ()).cursor == 0
