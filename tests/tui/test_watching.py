"""The reader looks for changes of the library while it is on screen, and not under another screen."""

from __future__ import annotations

import pytest

from briefings.library import Library
from tests.reading import press, reading
from tui.screens import reader
from tui.screens.reader import ReaderScreen


async def test_a_reader_that_is_covered_does_not_watch(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = list[int]()
    monkeypatch.setattr(reader, "WATCH_SECONDS", 0.05)
    monkeypatch.setattr(ReaderScreen, "_watch", lambda self: looks.append(1))
    async with reading(ferry) as pilot:
        await pilot.pause(0.3)
        assert looks
        await press(pilot, "c")
        looks.clear()
        await pilot.pause(0.3)
        assert not looks
        await press(pilot, "q")
        await pilot.pause(0.3)
        assert looks
