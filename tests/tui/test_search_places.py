"""The places that words stand in, in columns, and how often each outlet uses them, by keys."""

from __future__ import annotations

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.article import Article
from briefings.library import Library
from tests.ferry import COURIER
from tests.reading import after, at_cursor, desk, lit, press, reading, settled, shown
from tests.screens import TextSnapshot
from tests.searching import hits, search
from tui.found import line_at
from tui.searching import PLACES
from tui.widgets.plain import Plain
from tui.widgets.text_pane import TextPane

SIZES = [(80, 24), (120, 36), (200, 50)]


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
        await press(pilot, "ctrl+u")
        assert "No outlet" not in shown(pilot)
        await press(pilot, *"zzz")
        await press(pilot, "ctrl+g")
        assert "No outlet" not in shown(pilot)


async def test_places_in_columns_lead_from_text_to_text(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"quill outlet:courier OR grocer ", "ctrl+l", "down", "enter")
        first = desk(pilot).reading.name
        words = list(lit(pilot))
        for _ in range(len(words)):
            await press(pilot, "n")
        assert desk(pilot).reading.name != first
        assert "grocer" in lit(pilot)


async def test_the_first_places_are_said_to_be_that_and_the_end_of_the_list_has_more(ferry: Library) -> None:
    text = "\n\n".join(f"Gull number {number} sat on a post." for number in range(PLACES + 50))
    ferry.add(Article("gulls-12345678", "Gulls", text))
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "slash", *"gull ", "ctrl+l")
        assert f"the first {PLACES} places as found; go to the end for more" in " ".join(shown(pilot).split())
        search(pilot).results.action_end()
        await settled(pilot)
        assert f"1 found, {PLACES + 50} places as found" in shown(pilot)
        line = line_at(search(pilot)._answer, search(pilot).results.cursor_key)
        assert line == search(pilot)._answer.lines[PLACES - 1]
        await press(pilot, "down")
        assert line_at(search(pilot)._answer, search(pilot).results.cursor_key) == search(pilot)._answer.lines[PLACES]


async def test_of_many_outlets_in_columns_the_one_at_the_cursor_is_named(ferry: Library) -> None:
    for number in range(40):
        outlet = f"Gazette of Harbour {number}"
        ferry.add(Article(f"g{number}-12345678", outlet, f"The gull of town {number} sat."))
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "slash", *"gull ", "ctrl+l", "ctrl+g")
        for _ in range(3):
            line = line_at(search(pilot)._answer, search(pilot).results.cursor_key)
            legend = search(pilot).query_one("#legend", Plain)
            assert line
            assert str(legend.render()).split("   ")[0].endswith(f" {line.hit.outlet}")
            assert "[gull]" in shown(pilot)
            await press(pilot, "down", "down", "down")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_columns_and_bars_as_they_look(
    canal: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(canal, size) as pilot:
        keys = ("slash", *"sluice OR quill ", "ctrl+l", "ctrl+o", "ctrl+g", "down")
        assert await after(pilot, *keys) == snapshot(extension_class=TextSnapshot)
