"""The search by keys: as one types, the last question wins, and a hit opens lit."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from briefings.article import Article, Span
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import after, at_cursor, desk, lit, press, reading, said, settled, shown
from tests.screens import TextSnapshot
from tui.reading import Reading
from tui.screens.search import SearchScreen
from tui.searching import Answer, Question, Searcher
from tui.widgets.text_pane import TextPane


def search(pilot: Pilot[None]) -> SearchScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SearchScreen), shown(pilot)
    return screen


def hits(pilot: Pilot[None]) -> list[str]:
    """The keys of the hits, in order."""
    return list(dict.fromkeys(row.key for row in search(pilot).results._rows))


async def test_hits_come_as_one_types(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"gz")
        assert "0 found" in shown(pilot)
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

    def slow_too(self: Searcher, key: str, query: str) -> tuple[Reading, tuple[Span, ...]]:
        go_on.wait(10)
        return read(self, key, query)

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


COPIES = [
    Article(
        f"{name.lower()}-{number}{number}{number}{number}{number}{number}{number}{number}",
        name,
        "The lock keeper of Tarn opened the sluice on Monday, and the barges that had waited nine days for water went"
        f" down the canal one after the other until night fell over the valley. {name} adds a word.",
        title=f"Barges go down the canal, {name}",
        published=date(2024, 3, number),
    )
    for number, name in enumerate(("Aurora", "Beacon", "Comet"), 1)
]


@pytest.fixture
def canal(ferry: Library) -> Library:
    ferry.add_all([*COPIES, Article("delta-44444444", "Delta", "A sluice elsewhere.", published=date(2024, 2, 1))])
    return ferry


async def test_the_order_is_switched_and_said(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice")
        assert "4 found by relevance" in shown(pilot)
        await press(pilot, "ctrl+o")
        assert "4 found by date" in shown(pilot)
        assert hits(pilot) == [f"article:{COPIES[2].id}", "article:delta-44444444"]
        await press(pilot, "ctrl+o")
        assert "4 found by outlet" in shown(pilot)
        await press(pilot, "ctrl+o")
        assert "4 found by relevance" in shown(pilot)


async def test_the_same_copy_is_one_line_until_it_is_unfolded(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice", "ctrl+o")
        assert "▸ the same copy at 2 more" in shown(pilot)
        await press(pilot, "ctrl+t")
        first, *rest = hits(pilot)
        assert set(rest) == {f"article:{COPIES[0].id}", f"article:{COPIES[1].id}", "article:delta-44444444"}
        assert "▾ the same copy at 2 more" in shown(pilot)
        await press(pilot, "down")
        assert search(pilot)._shown.reading.key == rest[0]
        await press(pilot, "ctrl+t")
        assert hits(pilot) == [first, "article:delta-44444444"]
        assert search(pilot).results.cursor_key == first
        await press(pilot, "down", "ctrl+t")
        assert said(pilot) == ["No other outlet's copy stands under this result."]


async def test_a_copy_opens_like_any_hit(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice", "ctrl+o", "ctrl+t", "down", "enter")
        assert desk(pilot).reading.name in {COPIES[0].id, COPIES[1].id}
        assert lit(pilot) == ["sluice"]


async def test_places_stand_in_columns_sorted_by_the_words_beside_them(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill", "ctrl+l")
        places = [row.text for row in search(pilot).results._rows if row.key]
        assert len({text.index("[Quill]") for text in places}) == 1
        assert f"3 found, {len(places)} places as found" in shown(pilot)
        assert "A Harbour Gazette   B Island Courier   C Northern Herald" in shown(pilot)
        await press(pilot, "ctrl+o")
        assert "by the words before" in shown(pilot)
        before = [line.left.split()[-1:] for line in search(pilot)._answer.lines]
        assert before == sorted(before, key=lambda words: [word.lower() for word in words])
        await press(pilot, "ctrl+o")
        after = [re.findall(r"\w+", line.right)[0].lower() for line in search(pilot)._answer.lines]
        assert after == sorted(after) != []
        await press(pilot, "ctrl+l")
        assert "3 found by relevance" in shown(pilot)
        assert hits(pilot)[0].startswith("article:")


async def test_a_place_opens_at_its_own_words(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill outlet:courier ", "ctrl+l", "down")
        line = search(pilot)._answer.lines[1]
        preview = search(pilot).query_one("#preview", TextPane)
        assert preview.cursor_span.start <= line.span.start < preview.cursor_span.end
        await press(pilot, "enter")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert at_cursor(pilot).endswith("Quill told reporters.")
        assert lit(pilot) == ["Quill", "Quill"]


async def test_columns_are_drawn_anew_for_another_width(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill", "ctrl+l")
        wide = search(pilot).results._rows[-1].text.index("[")
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert search(pilot).results._rows[-1].text.index("[") < wide


async def test_a_question_for_no_words_is_answered_with_hits_in_columns_too(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"outlet:courier ", "ctrl+l")
        assert hits(pilot) == [f"article:{COURIER.id}"]


async def test_the_use_of_words_is_drawn_and_counted(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill", "ctrl+g")
        uses = search(pilot)._answer.uses
        assert [use.outlet for use in uses[:1]] == ["Island Courier"]
        for use in uses:
            assert any(
                use.outlet in row and f"{use.per_thousand:.2f} █" in row and f"{use.times} in {use.words} words" in row
                for row in shown(pilot).splitlines()
            ), use
        await press(pilot, "space", *"zzz")
        assert "No outlet uses these words." in shown(pilot)
        await press(pilot, "ctrl+g")
        assert "No outlet" not in shown(pilot)


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


async def test_n_goes_on_to_the_next_result_and_back(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice ", "ctrl+o", "enter")
        went = [desk(pilot).reading.name]
        for key in ("n", "n", "N"):
            await press(pilot, key)
            assert lit(pilot) == ["sluice"]
            went.append(desk(pilot).reading.name)
        assert went == [COPIES[2].id, "delta-44444444", "delta-44444444", COPIES[2].id]


async def test_it_is_said_which_result_is_open(canal: Library) -> None:
    async with reading(canal) as pilot:
        assert "result" not in shown(pilot).splitlines()[1]
        await press(pilot, "slash", *"sluice ", "ctrl+o", "enter")
        assert "Rashomon  Sample · result 1 of 2 listed for “sluice”" in shown(pilot)
        await press(pilot, "n")
        assert "result 2 of 2" in shown(pilot)
        desk(pilot).open("briefing:ferry-talks")
        await settled(pilot)
        assert "result 2" not in shown(pilot)


async def test_copies_that_are_listed_are_gone_through_too(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice ", "ctrl+o", "ctrl+t", "enter")
        listed = [desk(pilot).reading.name]
        for _ in range(3):
            await press(pilot, "n")
            listed.append(desk(pilot).reading.name)
        assert (len(set(listed)), listed[0], listed[-1]) == (4, COPIES[2].id, "delta-44444444")


async def test_places_in_columns_lead_from_text_to_text(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill outlet:courier OR grocer ", "ctrl+l", "down", "enter")
        first = desk(pilot).reading.name
        words = list(lit(pilot))
        for _ in range(len(words)):
            await press(pilot, "n")
        assert desk(pilot).reading.name != first
        assert "grocer" in lit(pilot)


SIZES = [(80, 24), (120, 36), (200, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_columns_and_bars_as_they_look(
    canal: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(canal, size) as pilot:
        keys = ("slash", *"sluice OR quill ", "ctrl+l", "ctrl+o", "ctrl+g", "down")
        assert await after(pilot, *keys) == snapshot(extension_class=TextSnapshot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_copies_unfolded_as_they_look(canal: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(canal, size) as pilot:
        assert await after(pilot, "slash", *"sluice ", "down", "ctrl+t", "down") == snapshot(
            extension_class=TextSnapshot
        )
