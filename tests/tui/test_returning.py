"""The way back through comparisons and searches: each is as it was left, and so is what was read."""

from __future__ import annotations

from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER, GAZETTE
from tests.reading import at_cursor, desk, lit, press, reading, said, settled, shown, tree
from tui.screens.comparison import ComparisonScreen
from tui.screens.reader import ReaderScreen
from tui.screens.returning import MOST_KEPT
from tui.screens.search import SearchScreen


def comparison(pilot) -> ComparisonScreen:  # type: ignore[no-untyped-def]
    screen = pilot.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


async def test_back_from_an_article_leads_to_the_same_place_of_the_comparison(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        before = at_cursor(pilot)
        await press(pilot, "c", "l", "j", "j", "w")
        was, screen = shown(pilot), comparison(pilot)
        place = screen.columns.active, screen.columns.cursor_span
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert desk(pilot).reading.key.startswith("article:")
        await press(pilot, "j", "backspace")
        assert (comparison(pilot).columns.active, comparison(pilot).columns.cursor_span) == place
        assert shown(pilot) == was
        await press(pilot, "backspace")
        assert (desk(pilot).reading.key, at_cursor(pilot)) == ("briefing:ferry-talks", before)


async def test_a_cell_of_a_table_is_come_back_to_through_the_words_and_the_article(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "2", "j")
        was = shown(pilot)
        await press(pilot, "enter", "enter", "backspace", "backspace")
        assert shown(pilot) == was


async def test_forward_leads_to_the_comparison_and_on_to_the_article(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "j", "enter")
        opened, sentence = desk(pilot).reading.key, at_cursor(pilot)
        await press(pilot, "backspace", "backspace")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        await press(pilot, "r")
        assert isinstance(pilot.app.screen, ComparisonScreen)
        await press(pilot, "alt+right")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert (desk(pilot).reading.key, at_cursor(pilot)) == (opened, sentence)
        await press(pilot, "r")
        assert said(pilot) == ["Nothing was gone back from."]


async def test_a_search_is_come_back_to_at_the_same_result(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"ferry", "down", "enter")
        key, words = desk(pilot).reading.key, lit(pilot)
        assert words
        await press(pilot, "backspace")
        screen = pilot.app.screen
        assert isinstance(screen, SearchScreen)
        at = screen.results.cursor_key
        await press(pilot, "alt+right")
        assert (desk(pilot).reading.key, lit(pilot)) == (key, words)
        await press(pilot, "backspace")
        again = pilot.app.screen
        assert isinstance(again, SearchScreen)
        assert again.results.cursor_key == at
        await press(pilot, "escape")
        assert desk(pilot).reading.key == "briefing:ferry-talks"


async def test_what_was_left_without_opening_anything_is_ahead_until_another_text_is_opened(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "q", "backspace")
        assert isinstance(pilot.app.screen, ReaderScreen)
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "backspace", "r")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"


async def test_a_note_made_meanwhile_is_in_the_comparison(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "enter")
        ferry.add_note(new_note(GAZETTE, GAZETTE.paragraphs[0], "seen", ()))
        await press(pilot, "backspace")
        found = comparison(pilot).found
        assert found
        assert [note.comment for note in found.notes[GAZETTE.id]] == ["seen"]


async def test_a_text_that_was_corrected_meanwhile_is_told(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "enter")
        ferry.edit(GAZETTE.id, {"title": "Another title"})
        await press(pilot, "backspace")
        assert any("compare again" in message for message in said(pilot))


async def test_no_more_than_a_few_are_kept(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        for _ in range(MOST_KEPT + 3):
            await press(pilot, "c", "enter")
        kept = pilot.app._installed_screens
        assert sum(isinstance(screen, ComparisonScreen) for screen in kept.values()) == MOST_KEPT
        assert sum(isinstance(screen, ComparisonScreen) for screen in pilot.app._registry) == MOST_KEPT
        for _ in range(MOST_KEPT):
            await press(pilot, "backspace")
            assert isinstance(pilot.app.screen, ComparisonScreen)
            await press(pilot, "backspace")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert tree(pilot)


async def test_forward_does_nothing_on_a_screen_that_the_way_did_not_lead_to(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "backspace", "A")
        screen = pilot.app.screen
        await press(pilot, "alt+right")
        assert pilot.app.screen is screen
        assert desk(pilot).reading.key == "briefing:ferry-talks"
