"""The results of a search by keys: their orders, copies under one line, from one to the next, and back."""

from __future__ import annotations

import threading

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.article import Article, Span
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import GAZETTE
from tests.reading import after, at_cursor, desk, lit, press, reading, said, settled, shown, until
from tests.screens import TextSnapshot
from tests.searching import COPIES, hits, search
from tui.reading import Reading
from tui.searching import Searcher

SIZES = [(80, 24), (120, 36), (200, 50)]


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


async def test_by_outlet_each_is_named_once_above_its_articles(canal: Library) -> None:
    canal.add(Article("delta-55555555", "Delta", "Another sluice, further up.", title="Up"))
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice ", "ctrl+o", "ctrl+o")
        rows = [row.text for row in search(pilot).results._rows]
        assert rows.count("Delta · 2") == 1
        assert "date unknown · Up" in rows
        assert sum("Delta" in row for row in rows) == 1


async def test_the_same_copy_is_one_line_until_it_is_unfolded(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice", "ctrl+o")
        await until(pilot, lambda: "▸ the same copy at 2 more" in shown(pilot))
        await press(pilot, "ctrl+t")
        await until(pilot, lambda: "▾ the same copy at 2 more" in shown(pilot))
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


async def test_a_hit_in_a_note_opens_its_text_at_the_words_of_the_note(ferry: Library) -> None:
    at = Span(*(GAZETTE.text.index("Islanders") + offset for offset in (0, 9)))
    ferry.add_note(new_note(GAZETTE, at, "compare the tugboats"))
    ferry.add_note(new_note(GAZETTE, Span(0, 9), "no tugboats here"))
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"tugboats ")
        assert len(hits(pilot)) == 2
        search(pilot).results.go_to(f"note:{next(n.id for n in ferry.notes() if n.span == at)}")
        await settled(pilot)
        assert "note: compare the tugboats" in shown(pilot)
        await press(pilot, "enter")
        assert at_cursor(pilot).startswith("Islanders have protested")
        assert lit(pilot) == ["Islanders", "Transport"]
        await press(pilot, "backspace")
        assert search(pilot).results.cursor_key.startswith("note:")


async def test_who_comes_back_sees_what_was_added_meanwhile_at_the_same_result(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"grocer ", "down", "enter")
        opened = desk(pilot).reading.key
        ferry.add(Article("new-12345678", "New", "A grocer, a grocer, a grocer.", title="Grocer"))
        await press(pilot, "backspace")
        assert "article:new-12345678" in hits(pilot)
        assert "3 found" in shown(pilot)
        assert search(pilot).results.cursor_key == opened
        await press(pilot, "enter")
        assert desk(pilot).reading.key == opened


async def test_the_way_back_is_told_which_result_it_leads_to(canal: Library) -> None:
    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice ", "ctrl+o", "enter", "n")
        assert "result 2 of 2" in shown(pilot)
        await press(pilot, "backspace")
        assert "result 1 of 2" in shown(pilot)
        await press(pilot, "n", "n")
        assert "result 2 of 2" in shown(pilot)


async def test_n_held_down_never_says_that_there_is_no_more_while_the_next_result_comes(
    canal: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, go_on = Searcher.preview, threading.Event()

    def slow(self: Searcher, key: str, query: str, note: str = "") -> tuple[Reading, tuple[Span, ...]]:
        go_on.wait(10)
        return read(self, key, query, note)

    async with reading(canal) as pilot:
        await press(pilot, "slash", *"sluice ", "ctrl+o", "enter")
        monkeypatch.setattr(Searcher, "preview", slow)
        await pilot.press("n", "n", "n", "n")
        go_on.set()
        await settled(pilot)
        assert said(pilot) == []
        assert "result 2 of 2" in shown(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_copies_unfolded_as_they_look(canal: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(canal, size) as pilot:
        assert await after(pilot, "slash", *"sluice ", "down", "ctrl+t", "down") == snapshot(
            extension_class=TextSnapshot
        )
