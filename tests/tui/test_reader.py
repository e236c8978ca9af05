"""The reader by keys: what is opened, what follows from it, the way back, and what comes from other windows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import Input

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER, GAZETTE, HERALD, LOOSE, write_briefing
from tests.reading import at_cursor, desk, lit, notes, press, reading, said, settled, shown, tree, until
from tui.screens import reader
from tui.screens.small import SmallScreen
from tui.widgets.lines_list import LinesList

BRIEFING_KEY, STUNT = "briefing:ferry-talks", "The owners spoke of a stunt."
BEFORE_THE_STUNT = (
    "# Ferry talks\n\nTwo of the reports count 45 more deckhands, and only one tells of the walk-out.\n\n"
    "[table: coverage]\n\n## Behind the table\n\n"
)


@pytest.fixture
def quick_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for changes from other windows often."""
    monkeypatch.setattr(reader, "WATCH_SECONDS", 0.05)


async def test_a_briefing_is_open_at_the_start(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        assert desk(pilot).reading.key == BRIEFING_KEY
        assert pilot.app.focused is desk(pilot).text


async def test_an_article_is_open_where_there_is_no_briefing(empty: Library) -> None:
    empty.add(LOOSE)
    async with reading(empty) as pilot:
        assert desk(pilot).reading.key == f"article:{LOOSE.id}"


async def test_an_empty_library_says_how_to_fill_it_and_opens_what_comes(empty: Library, quick_watch: None) -> None:
    async with reading(empty) as pilot:
        assert "rashomon add FILE" in shown(pilot)
        await press(pilot, "n", "enter", "backspace", "c", "a", "e", "d")
        with Library.open(empty.folder) as other:
            other.add(LOOSE)
        await until(pilot, lambda: desk(pilot).reading.key == f"article:{LOOSE.id}")


async def test_groups_fold_and_unfold(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        pilot.app.screen.query_one("#library").focus()
        assert [row.strip("▌ ") for row in tree(pilot)] == [
            "▾ Briefings  1",
            "▾ Ferry talks",
            "A Harbour Gazette  AP",
            "B Island Courier",
            "C Northern Herald",
            "▸ Recently read  1",
            "▸ Outlets  4",
            "▾ Unsorted  1",
            "Post: Keeper retires",
        ]
        await press(pilot, "j", "enter")
        assert [row.strip("▌ ") for row in tree(pilot)][:3] == [
            "▾ Briefings  1",
            "▸ Ferry talks",
            "▸ Recently read  1",
        ]
        await press(pilot, "k", "enter", "j", "j", "enter", "j", "enter")
        assert [row.strip("▌ ") for row in tree(pilot)][:5] == [
            "▸ Briefings  1",
            "▸ Recently read  1",
            "▾ Outlets  4",
            "▾ Harbour Gazette  1",
            "Ferry talks end without a…",
        ]
        await press(pilot, "j", "enter")
        assert desk(pilot).reading.key == f"article:{GAZETTE.id}"


async def test_a_citation_opens_the_article_at_its_words_and_backspace_returns(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "n")
        cited_from = at_cursor(pilot)
        await press(pilot, "enter")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert lit(pilot) == ["walked out of a meeting"]
        assert at_cursor(pilot).startswith("Ada Quill, the transport minister")
        await press(pilot, "backspace")
        assert (desk(pilot).reading.key, at_cursor(pilot)) == (BRIEFING_KEY, cited_from)
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == BRIEFING_KEY


async def test_n_goes_over_the_citations_and_stops_at_the_ends(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        opened = []
        for _ in range(3):
            await press(pilot, "n", "enter")
            opened.append(desk(pilot).reading.name)
            await press(pilot, "backspace", *"n" * len(opened))
        assert opened == [GAZETTE.id, COURIER.id, HERALD.id][: len(opened)]
        await press(pilot, "n", "n")
        said(pilot)
        await press(pilot, "n")
        assert said(pilot) == ["No more hits or citations this way."]
        await press(pilot, "N", "enter")
        assert lit(pilot) == ["a stunt"]


async def test_words_that_are_not_in_the_text_are_told_once_and_nothing_else_changes(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "n", "n", "n")
        before = at_cursor(pilot)
        await press(pilot, "enter")
        (message,) = said(pilot)
        assert "not found in the stored text" in message
        assert (desk(pilot).reading.key, at_cursor(pilot), lit(pilot)) == (BRIEFING_KEY, before, [])


async def test_tables_come_without_moving_the_cursor(ferry: Library) -> None:
    ferry.keep_position(BRIEFING_KEY, len(BEFORE_THE_STUNT))
    async with reading(ferry) as pilot:
        assert "not found in the stored text" in desk(pilot).text.text
        assert at_cursor(pilot) == STUNT
        assert "The owners spoke of a stunt" in shown(pilot)


async def test_the_place_is_remembered_in_articles_and_briefings(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "G", "k")
        assert at_cursor(pilot) == STUNT
        desk(pilot).open(f"article:{GAZETTE.id}")
        await settled(pilot)
        await press(pilot, "j", "j")
        here = at_cursor(pilot)
    async with reading(ferry) as pilot:
        assert at_cursor(pilot) == STUNT
        desk(pilot).open(f"article:{GAZETTE.id}")
        await settled(pilot)
        assert at_cursor(pilot) == here
        assert here.startswith("Quill said")


async def test_the_place_outlives_a_power_cut(ferry: Library, quick_watch: None) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "G")
        with Library.open(ferry.folder) as other:
            await until(pilot, lambda: other.position(BRIEFING_KEY) > 0)


async def test_changes_from_another_window_appear_by_themselves(ferry: Library, quick_watch: None) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        with Library.open(ferry.folder) as other:
            other.add(replace(LOOSE, id="new-11111111", outlet="Sea Mail", title="Gulls"))
            await until(pilot, lambda: any("Sea Mail: Gulls" in row for row in tree(pilot)))
            other.add_note(new_note(COURIER, Span(0, 9), "from next door"))
            await until(pilot, lambda: any("from next door" in row for row in notes(pilot)))
            assert lit(pilot, "note") == ["Ada Quill"]
            write_briefing(other, "second", "---\ntitle: Second meeting\n---\nNothing yet.\n")
            await until(pilot, lambda: any("Second meeting" in row for row in tree(pilot)))
        assert desk(pilot).reading.key == f"article:{COURIER.id}"


async def test_a_broken_briefing_is_listed_and_its_error_said_once(ferry: Library) -> None:
    write_briefing(ferry, "a-broken-one", "no header here")
    async with reading(ferry) as pilot:
        assert desk(pilot).reading.key == BRIEFING_KEY
        assert said(pilot) == []
        assert any("! a-broken-one" in row for row in tree(pilot))
        pilot.app.screen.query_one("#library").focus()
        await press(pilot, "j", "enter")
        (message,) = said(pilot)
        assert "a briefing begins with a header" in message
        assert desk(pilot).reading.key == BRIEFING_KEY
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == BRIEFING_KEY


async def test_an_article_that_is_gone_is_told(ferry: Library) -> None:
    ferry.remove(HERALD.id)
    async with reading(ferry) as pilot:
        assert any("not in the library:" in row for row in tree(pilot))
        pilot.app.screen.query_one("#library", LinesList).focus()
        await press(pilot, "j", "j", "j", "j", "enter")
        assert "no article has the id" in said(pilot)[0]


async def test_a_library_that_cannot_be_used_is_told_and_the_reader_stays(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(ferry) as pilot:
        monkeypatch.setattr(Library, "article", lambda self, id: Path(ferry.folder / "gone").read_text())
        await press(pilot, "n", "enter")
        assert ["could not be used" in message for message in said(pilot)] == [True]
        assert desk(pilot).reading.key == BRIEFING_KEY


async def test_a_small_terminal_covers_the_screen_until_it_grows(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "j", "slash", *"grocer")
        await pilot.resize_terminal(40, 10)
        await settled(pilot)
        assert isinstance(pilot.app.screen, SmallScreen)
        assert "60x15" in shown(pilot)
        await pilot.resize_terminal(50, 12)
        await settled(pilot)
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert pilot.app.screen.query_one("#query", Input).value == "grocer"
        assert len(pilot.app.screen_stack) == 2


async def test_no_color_has_no_colour_and_still_shows_what_is_at_the_cursor(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        await press(pilot, "n", "enter", "a", *"mine", "enter")
        styles = [segment.style for strip in pilot.app.screen._compositor.render_strips() for segment in strip]
        colours = {colour.name for style in styles if style for colour in (style.color, style.bgcolor) if colour}
        assert colours == {"default"}
        assert "▌" in shown(pilot)
        assert "✎" in shown(pilot)


async def test_q_leaves_the_reader(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await pilot.press("q")
        assert pilot.app._exit
