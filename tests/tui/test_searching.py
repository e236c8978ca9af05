"""Questions to the engine, as the search screen asks them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefings.article import Article, Span
from briefings.errors import UnknownArticle
from briefings.library import Library
from briefings.notes.note import Target, new_note, note_on
from index.engine import Hit
from index.matches import matches
from tests.ferry import COURIER, GAZETTE, HERALD, LOOSE
from tui.found import result_rows, text_of
from tui.searching import Question, Searcher, as_typed
from tui.widgets.lines_list import Row


@pytest.fixture
def searcher(ferry: Library) -> Iterator[Searcher]:
    made = Searcher(ferry)
    yield made
    made.close()


def rows(searcher: Searcher, query: str) -> list[Row]:
    return result_rows(searcher.search(Question(query)))


def keys(searcher: Searcher, query: str) -> list[str]:
    return list(dict.fromkeys(row.key for row in rows(searcher, query)))


def test_rows_say_who_and_when_and_show_the_words_in_brackets(searcher: Searcher) -> None:
    found = rows(searcher, "deckhands outlet:gazette")
    assert [row.text for row in found] == [
        "Harbour Gazette · 2024-11-05 · Ferry talks end without a timetable",
        found[1].text,
    ]
    assert "45 more [deckhands]" in found[1].text
    assert {row.key for row in found} == {f"article:{GAZETTE.id}"}
    assert rows(searcher, "stunt outlet:herald")[0].text == "Northern Herald · date unknown · (no title)"


def test_a_briefing_is_called_one(searcher: Searcher) -> None:
    (first, line) = rows(searcher, "seagulls")
    assert (first.text, first.key) == ("briefing · Ferry talks", "briefing:ferry-talks")
    assert "[seagulls]" in line.text


def test_nothing_asked_is_nothing_found(searcher: Searcher) -> None:
    assert keys(searcher, "  ") == []


def test_an_article_added_meanwhile_is_found(searcher: Searcher, ferry: Library) -> None:
    assert keys(searcher, "lighthouse") == [f"article:{LOOSE.id}"]
    ferry.remove(LOOSE.id)
    assert keys(searcher, "lighthouse") == []


def test_a_preview_is_at_the_first_hit(searcher: Searcher) -> None:
    reading, lit = searcher.preview(f"article:{HERALD.id}", "friday")
    assert [span.of(reading.text) for span in lit] == ["Friday"]
    assert reading.cursor == lit[0].start
    briefing, lit = searcher.preview("briefing:ferry-talks", "stunt")
    assert [span.of(briefing.text) for span in lit] == ["stunt"]


def test_many_threads_may_ask_at_once(ferry: Library) -> None:
    searcher = Searcher(ferry)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda _: keys(searcher, "grocer"), range(12)))
    searcher.close()
    assert {frozenset(one) for one in found} == {frozenset({f"article:{COURIER.id}", f"article:{HERALD.id}"})}


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("ferr", "(ferr OR ferr*)"),
        ("port ferr", "port (ferr OR ferr*)"),
        ("ferry ", "ferry "),
        ("f", "f"),
        ('"port el', '"port el'),
        ("port AND", "port AND"),
        ("outlet:gull", "outlet:gull"),
        ("ferr*", "ferr*"),
        ("212,480", "212,480"),
    ],
)
def test_the_last_word_may_go_on(query: str, asked: str) -> None:
    assert as_typed(query) == asked


def test_a_note_is_called_one_and_opens_the_text_it_is_on(searcher: Searcher, ferry: Library) -> None:
    ferry.add_note(new_note(GAZETTE, Span(0, 6), "Compare the tugboats"))
    (first, line) = rows(searcher, "tugboats")
    (note,) = ferry.notes(GAZETTE.id)
    assert first.text.startswith("note on Harbour Gazette · 2024-11-05")
    assert (first.key, line.text) == (f"note:{note.id}", "Compare the [tugboats]")
    assert text_of(searcher.search(Question("tugboats")), first.key) == f"article:{GAZETTE.id}"


def test_a_note_on_a_briefing_opens_the_briefing(searcher: Searcher, ferry: Library) -> None:
    target = Target("briefing", "ferry-talks")
    ferry.add_note(note := note_on(target, ferry.target_text(target), Span(2, 7), "Ask the tugboats"))
    answer = searcher.search(Question("tugboats"))
    (first, _) = result_rows(answer)
    assert (first.text, first.key) == ("note on briefing · ferry-talks", f"note:{note.id}")
    assert text_of(answer, first.key) == "briefing:ferry-talks"
    reading, lit = searcher.preview("briefing:ferry-talks", "tugboats", note.id)
    assert [span.of(reading.text) for span in lit] == ["Ferry"]


def test_a_text_found_by_its_note_is_shown_at_the_words_of_the_note(searcher: Searcher, ferry: Library) -> None:
    at = Span(*(GAZETTE.text.index("Islanders") + offset for offset in (0, 9)))
    ferry.add_note(note := new_note(GAZETTE, at, "Compare the tugboats"))
    reading, lit = searcher.preview(f"article:{GAZETTE.id}", "tugboats OR minister", note.id)
    assert (lit[0], reading.cursor) == (at, at.start)
    assert [span.of(reading.text) for span in lit[1:]] == ["minister"]
    assert reading.heading[-1] == "note: Compare the tugboats"
    assert searcher.preview(f"article:{GAZETTE.id}", "tugboats")[1] == (at,)
    assert searcher.preview(f"article:{GAZETTE.id}", "minister", "gone")[0].heading[-1] != "note: Compare the tugboats"


def test_of_a_note_without_a_comment_its_words_are_shown(searcher: Searcher, ferry: Library) -> None:
    ferry.add_note(new_note(GAZETTE, Span(0, 9), codes=("role",)))
    (_, line) = rows(searcher, "kind:note code:role")
    assert line.text == "“Transport”"


def test_another_spelling_is_proposed_for_the_query_as_it_was_typed(searcher: Searcher) -> None:
    results = searcher.search(Question("deckhnads")).results
    assert (results.query, results.corrections) == ("deckhnads", ("deckhands",))


def test_what_waits_is_done_after_the_index_is_brought_up_to_date(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.indexing.AT_ONCE", 0)
    searcher.refresh()
    results = searcher.search(Question("quote:timetable")).results
    assert results.partial == ""


class Elsewhere:
    """An archive with one article and one briefing that the library lacks."""

    def matches(self, query: str, text: str) -> list[Span]:
        return matches(query, text)

    def article(self, id: str) -> Article:
        if id != "away-1":
            raise UnknownArticle(f"no {id}")
        return Article("away-1", "Elsewhere", "A zeppelin over the strait.", title="Seen")

    def text(self, hit: Hit) -> str:
        return "Notes on a zeppelin."

    def close(self) -> None:
        pass


def test_what_only_the_archive_has_is_shown_and_called_so(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.searching.open_engine", lambda _: Elsewhere())
    reading, lit = searcher.preview("article:away-1", "zeppelin")
    assert [span.of(reading.text) for span in lit] == ["zeppelin"]
    assert reading.heading[0] == "Seen"
    assert reading.heading[-1] == "in the archive, not in this library: enter takes it"
    briefing, lit = searcher.preview("briefing:strait", "zeppelin")
    assert (briefing.text, briefing.heading[-1]) == ("Notes on a zeppelin.", "in the archive, not in this library")
    with pytest.raises(UnknownArticle):
        searcher.preview("article:nowhere", "zeppelin")
