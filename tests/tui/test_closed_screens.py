"""What a closed screen drew is not kept: a day's reading opens and closes thousands of them."""

from __future__ import annotations

import gc

import pytest
from textual._styles_cache import StylesCache

from briefings.library import Library
from tests.reading import press, reading


def drawings() -> int:
    gc.collect()
    return sum(isinstance(thing, StylesCache) for thing in gc.get_objects())


@pytest.mark.parametrize("keys", [("question_mark", "escape"), ("slash", "escape")], ids=" ".join)
async def test_a_screen_opened_and_closed_leaves_nothing(ferry: Library, keys: tuple[str, ...]) -> None:
    async with reading(ferry) as pilot:
        for _ in range(2):
            await press(pilot, *keys)
        before = drawings()
        for _ in range(8):
            await press(pilot, *keys)
        assert drawings() < before + 8  # the last one may still be kept, to come back to
