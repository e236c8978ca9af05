"""What stands on the screen as something to do is done by a click: views above a comparison, commands of the footer."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from tests.reading import press, reading, settled, shown
from tui.app import RashomonApp
from tui.keymap import keymap_of
from tui.settings import Settings

VIEWS = ("2 Coverage", "3 Quotes", "4 Figures", "5 Wording", "6 Sources", "7 Codes", "1 Text")


async def click(pilot: Pilot[None], words: str, row: slice = slice(None)) -> None:
    """Click the last place of some words on the screen."""
    rows = list(enumerate(shown(pilot).splitlines()[1:]))[row]
    y, line = next((y, line) for y, line in reversed(rows) if words in line)
    await pilot.click(offset=(line.rindex(words) + 1, y))
    await settled(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 40)])
async def test_a_click_on_a_view_shows_it(ferry: Library, size: tuple[int, int]) -> None:
    async with reading(ferry, size) as pilot:
        await press(pilot, "c")
        for name in VIEWS:
            assert f"[{name}]" not in shown(pilot)
            await click(pilot, name)
            assert f"[{name}]" in shown(pilot)


async def test_a_click_beside_the_views_shows_none(ferry: Library) -> None:
    async with reading(ferry, (200, 40)) as pilot:
        await press(pilot, "c")
        await click(pilot, "3 outlets")
        assert "[1 Text]" in shown(pilot)


async def test_every_view_is_named_however_narrow_the_terminal(ferry: Library) -> None:
    for width in (60, 70, 80):
        async with reading(ferry, (width, 20)) as pilot:
            await press(pilot, "c")
            assert all(name in shown(pilot) for name in VIEWS), shown(pilot)


async def test_a_click_on_the_footer_does_what_the_key_does(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await click(pilot, "c compare", slice(-1, None))
        assert "[1 Text]" in shown(pilot)
        await click(pilot, "w wire", slice(-1, None))
        assert "wire left out" in shown(pilot)
        await click(pilot, "q back", slice(-1, None))
        assert "[1 Text]" not in shown(pilot)
        await click(pilot, "? keys", slice(-1, None))
        assert "In a text" in shown(pilot)


async def test_a_click_in_the_footer_of_a_dialog_stays_there(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "n", "enter", "a", *"seen twice")
        await click(pilot, "ctrl+s save")
        assert "seen twice" in shown(pilot)
        assert "ctrl+s save" not in shown(pilot)


async def test_a_click_does_what_a_key_that_was_changed_does(ferry: Library) -> None:
    app = RashomonApp(ferry, "Ferry", Settings(keymap=keymap_of("rashomon", {"reader.compare": "f9"})))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot)
        await settled(pilot)
        await click(pilot, "f9 compare", slice(-1, None))
        assert "[1 Text]" in shown(pilot)
