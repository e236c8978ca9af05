"""The reader by mouse: a click on a citation opens it, a click on a row too, the wheel scrolls and moves nothing."""

from __future__ import annotations

from textual.events import MouseScrollDown as _Wheel

from briefings.library import Library
from tests.ferry import COURIER, GAZETTE
from tests.reading import at_cursor, desk, lit, reading, settled, shown


def place_of(screen: str, words: str) -> tuple[int, int]:
    """The cell where `words` begin on the screen: column and row."""
    rows = screen.splitlines()[1:]  # the first says how large it is
    return next((row.index(words), y) for y, row in enumerate(rows) if words in row)


async def test_a_click_on_a_citation_opens_the_article_at_its_words(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(offset=place_of(shown(pilot), "the walk-out"))
        await settled(pilot)
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert lit(pilot) == ["walked out of a meeting"]


async def test_a_click_beside_citations_only_goes_there(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(offset=place_of(shown(pilot), "The owners spoke"))
        await settled(pilot)
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        assert at_cursor(pilot) == "The owners spoke of a stunt."


async def test_a_click_on_a_row_opens_it(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await pilot.click(offset=place_of(shown(pilot), "Harbour Gazette  AP"))
        await settled(pilot)
        assert desk(pilot).reading.key == f"article:{GAZETTE.id}"


async def test_the_wheel_scrolls_the_text_and_leaves_the_cursor(ferry: Library) -> None:
    async with reading(ferry, (80, 15)) as pilot:
        text, before = desk(pilot).text, at_cursor(pilot)
        await pilot._post_mouse_events([_Wheel], text, offset=(5, 5), button=0)
        await pilot.wait_for_animation()
        assert text.scroll_offset.y > 0
        assert at_cursor(pilot) == before
