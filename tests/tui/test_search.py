"""The search by keys: as one types, the last question wins, and a hit opens lit."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from briefings.article import Span
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import at_cursor, desk, lit, press, reading, said, settled, shown, until
from tests.searching import hits, search
from tui.reading import Reading
from tui.screens.search import LOOKING
from tui.searching import Answer, Question, Searcher
from tui.widgets.plain import PlainInput
from tui.widgets.text_pane import TextPane


async def test_hits_come_as_one_types(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"gz")
        assert "Not found in the stored texts" in shown(pilot)
        await press(pilot, "backspace", *"roc")
        assert "2 found" in shown(pilot)
        assert "A [grocer]" in shown(pilot)
        await press(pilot, *"er")
        assert "2 found" in shown(pilot)
        assert set(hits(pilot)) == {f"article:{COURIER.id}", f"article:{HERALD.id}"}
        assert "A [grocer]" in shown(pilot)
        await press(pilot, *["backspace"] * 6)
        assert hits(pilot) == []
        assert "Type to search." in shown(pilot)


async def test_the_last_question_wins(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """An earlier question that is answered later changes nothing."""
    asked, go_on = Searcher.search, threading.Event()

    def slow_at_first(self: Searcher, question: Question) -> Answer:
        if question.query == "s":
            go_on.wait(10)
        return asked(self, question)

    monkeypatch.setattr(Searcher, "search", slow_at_first)
    async with reading(ferry) as pilot:
        await press(pilot, "slash")
        await pilot.press(*"stunt")
        go_on.set()
        await settled(pilot)
        assert search(pilot)._answer.results.query == "stunt"
        assert "2 found" in shown(pilot)


async def test_a_malformed_question_says_what_was_wrong(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"grocer AND")
        problem = search(pilot)._answer.results.problem
        assert problem
        assert f"2 found by relevance · {problem}"[:60] in shown(pilot)


async def test_the_text_of_a_hit_is_shown_lit(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"stunt outlet:herald")
        preview = search(pilot).query_one("#preview", TextPane)
        assert preview.text == HERALD.text
        assert [span.of(HERALD.text) for layer in preview._layers if layer.name == "hit" for span in layer.spans] == [
            "stunt"
        ]


async def test_up_and_down_go_from_hit_to_hit(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"grocer")
        went = [search(pilot).results.cursor_key]
        for key in ("down", "down", "up", "up"):
            await press(pilot, key)
            went.append(search(pilot).results.cursor_key)
            assert f"article:{went[-1]}".endswith(search(pilot)._shown.reading.key)
        first, second = hits(pilot)
        assert went == [first, second, second, first, first]


async def test_another_question_begins_at_its_best_hit(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"grocer", "down")
        here = search(pilot).results.cursor_key
        await press(pilot, "space", *"friday")
        assert search(pilot).results.cursor_key == hits(pilot)[0]
        await press(pilot, *["backspace"] * 7)
        assert hits(pilot)[1] == here
        assert search(pilot).results.cursor_key == hits(pilot)[0]


async def test_enter_opens_the_hit_lit_and_n_goes_on(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill outlet:courier", "enter")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert pilot.app.focused is desk(pilot).text
        assert lit(pilot) == ["Quill", "Quill"]
        assert at_cursor(pilot).startswith("Ada Quill")
        await press(pilot, "n")
        assert at_cursor(pilot).endswith("Quill told reporters.")
        await press(pilot, "N")
        assert at_cursor(pilot).startswith("Ada Quill")
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == "briefing:ferry-talks"


async def test_enter_opens_what_was_typed_last_however_fast(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Enter before the answer is there waits for it, and for the words to light."""
    asked, read, go_on = Searcher.search, Searcher.preview, threading.Event()

    def slow(self: Searcher, question: Question) -> Answer:
        go_on.wait(10)
        return asked(self, question)

    def slow_too(self: Searcher, key: str, query: str, note: str = "") -> tuple[Reading, tuple[Span, ...]]:
        go_on.wait(10)
        return read(self, key, query, note)

    monkeypatch.setattr(Searcher, "search", slow)
    monkeypatch.setattr(Searcher, "preview", slow_too)
    async with reading(ferry) as pilot:
        await press(pilot, "slash")
        await pilot.press(*"stunt outlet:herald", "enter")
        search(pilot)
        go_on.set()
        await settled(pilot)
        await settled(pilot)
        assert (desk(pilot).reading.key, lit(pilot)) == (f"article:{HERALD.id}", ["stunt"])


async def test_escape_leaves_everything_as_it_was(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "j", "slash", *"grocer", "escape")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        assert at_cursor(pilot).startswith("Two of the reports")
        assert lit(pilot) == []


async def test_a_briefing_opens_with_its_words_lit_below_its_tables_too(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "slash", *"seagulls", "enter")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        assert not desk(pilot).reading.awaits_tables
        assert lit(pilot) == ["seagulls"]
        assert at_cursor(pilot) == "Nobody wrote of seagulls on strike."


async def test_an_engine_that_fails_is_told_once(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Searcher, question: Question) -> Answer:
        raise OSError("disk gone")

    monkeypatch.setattr(Searcher, "search", broken)
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"abc")
        assert ["disk gone" in message for message in said(pilot)] == [True]
        search(pilot)


async def test_searches_are_saved_listed_asked_and_forgotten(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", "ctrl+s")
        assert said(pilot) == ["Type a search first; enter asks for a saved one."]
        await press(pilot, *"grocer", "ctrl+s", "ctrl+s")
        assert said(pilot) == ["Search saved.", "This search is saved already."]
        await press(pilot, "escape", "slash")
        assert "Type to search, or choose a saved search:" in shown(pilot)
        assert hits(pilot) == ["ask:grocer"]
        await press(pilot, "enter")
        assert "2 found" in shown(pilot)
        await press(pilot, "backspace", "ctrl+r")
        assert said(pilot) == ["This search is not saved."]
        await press(pilot, "ctrl+u", "ctrl+r")
        assert said(pilot) == ["No longer saved."]
        assert ferry.saved_searches() == []
        assert hits(pilot) == []


async def test_another_spelling_is_asked_for_by_enter(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"deckhnads")
        assert "did you mean deckhands?" in shown(pilot)
        await press(pilot, "enter")
        assert search(pilot)._answer.results.query == "deckhands"
        assert f"article:{GAZETTE.id}" in hits(pilot)


async def test_what_an_answer_lacks_is_said_in_full(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Searcher.search
    away = "the archive https://search.example.org/meetings does not answer; the library on this machine was searched"

    def partial(self: Searcher, question: Question) -> Answer:
        answer = asked(self, question)
        return replace(answer, results=replace(answer.results, partial=away))

    monkeypatch.setattr(Searcher, "search", partial)
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "slash", *"grocer")
        assert f"2 found by relevance · {away}" in " ".join(shown(pilot).split())


async def test_while_nothing_is_typed_the_query_language_is_told(ferry: Library) -> None:
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "slash")
        assert "date:2023-12" in shown(pilot).partition("Type to search.")[2]
        assert hits(pilot) == []
        await press(pilot, "enter")
        search(pilot)
        await press(pilot, *"grocer")
        assert search(pilot).query_one("#preview").display


async def test_an_answer_that_takes_long_is_said_to_be_looked_for(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, go_on = Searcher.search, threading.Event()

    def slow(self: Searcher, question: Question) -> Answer:
        go_on.wait(20 if question.query else 0)
        return asked(self, question)

    monkeypatch.setattr(Searcher, "search", slow)
    async with reading(ferry) as pilot:
        await press(pilot, "slash")
        await pilot.press(*"grocer")
        await until(pilot, lambda: LOOKING in shown(pilot))
        go_on.set()
        await until(pilot, lambda: "2 found" in shown(pilot))
        assert LOOKING not in shown(pilot)


async def test_f1_lists_the_keys_where_a_question_mark_is_typed(ferry: Library) -> None:
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "slash", "question_mark")
        assert search(pilot).query_one("#query", PlainInput).value == "?"
        assert "f1 keys" in shown(pilot)
        await press(pilot, "f1")
        assert "On this screen" in shown(pilot)
        await press(pilot, "escape")
        search(pilot)
