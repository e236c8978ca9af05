"""The `?` screen: it scrolls by the keys of a list, and names all keys of a command where there is room."""

from __future__ import annotations

import re

import pytest

from briefings.library import Library
from tests.reading import press, reading, shown
from tui.app import RashomonApp
from tui.keymap import keymap_of
from tui.settings import Settings

DOWN = (("j",), ("down",), ("space",), ("pagedown",), ("G",), ("end",))
UP = (("k",), ("up",), ("b",), ("pageup",), ("g",), ("home",))


@pytest.mark.parametrize("down", DOWN, ids=" ".join)
async def test_keys_of_a_list_scroll_down(ferry: Library, down: tuple[str, ...]) -> None:
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "question_mark")
        top = shown(pilot)
        await press(pilot, *down)
        assert shown(pilot) != top
        assert ("In a text" in shown(pilot)) == (down[0] not in ("j", "down", "space", "pagedown", "G", "end"))


@pytest.mark.parametrize("up", UP, ids=" ".join)
async def test_keys_of_a_list_scroll_up(ferry: Library, up: tuple[str, ...]) -> None:
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, "question_mark", "G")
        end = shown(pilot)
        assert "Everywhere" in end
        await press(pilot, *up)
        assert shown(pilot) != end
        assert ("In a text" in shown(pilot)) == (up[0] in ("g", "home"))


async def test_all_keys_of_a_command_are_named_where_there_is_room(ferry: Library) -> None:
    for size, page in (((120, 60), "space, pagedown"), ((80, 60), "space, pagedown"), ((64, 60), "    space")):
        async with reading(ferry, size) as pilot:
            await press(pilot, "question_mark")
            assert "j, down  Go to the next sentence" in shown(pilot)
            assert f" {page}  Go a page down" in shown(pilot)
            narrow = shown(pilot)
    assert re.search(r"│ {11,}marked ones", narrow), "words under the keys"


async def test_keys_that_were_changed_scroll(ferry: Library) -> None:
    app = RashomonApp(ferry, "Ferry", Settings(keymap=keymap_of("rashomon", {"list.end": "f9"})))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "question_mark", "G")
        assert "In a text" in shown(pilot)
        await press(pilot, "f9")
        assert "Everywhere" in shown(pilot)
