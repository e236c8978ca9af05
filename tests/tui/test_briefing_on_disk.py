"""A briefing that another program writes to while it is open, and its tables: seen, stopped, and nothing moves."""

from __future__ import annotations

from threading import Event

import pytest

from briefings.errors import Stopped
from briefings.library import Library
from tests.ferry import BRIEFING, write_briefing
from tests.reading import at_cursor, desk, press, reading, said, shown, until
from tui import comparing
from tui.screens import reader
from tui.widgets.desk_tables import STOPPED

STUNT = "The owners spoke of a stunt."


@pytest.fixture(autouse=True)
def quick_watch(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look for changes often."""
    monkeypatch.setattr(reader, "WATCH_SECONDS", 0.05)


async def test_what_was_written_is_read_again_and_the_cursor_stays_on_its_words(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "G", "k")
        assert at_cursor(pilot) == STUNT
        row = next(y for y, line in enumerate(shown(pilot).splitlines()) if STUNT in line)
        more = BRIEFING.replace("Two of the reports", "Two of these three reports").replace(
            "of\n[the walk", "of [the walk"
        )
        write_briefing(ferry, "ferry-talks", more)
        await until(pilot, lambda: "Two of these three reports" in desk(pilot).text.text)
        await pilot.pause()
        assert at_cursor(pilot) == STUNT
        assert STUNT in shown(pilot).splitlines()[row]
        assert "not found in the stored text" in desk(pilot).text.text


async def test_a_briefing_that_is_broken_meanwhile_stays_as_it_was_and_that_is_told_once(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        before = desk(pilot).text.text
        write_briefing(ferry, "ferry-talks", "no header any more")
        await until(pilot, lambda: bool(pilot.app._notifications))
        (message,) = said(pilot)
        assert "a briefing begins with a header" in message
        assert desk(pilot).text.text == before


async def test_comparing_for_the_tables_says_how_far_it_is_and_is_stopped(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopping = Event()

    def never_ending(articles, name, *, progress, stop):  # type: ignore[no-untyped-def]
        progress(1, 3, "shared words")
        while not stop():
            stopping.wait(0.01)
        raise Stopped("stopped", where="here", remedy="")

    monkeypatch.setattr(comparing, "live_block", never_ending)
    from tui.app import RashomonApp

    async with RashomonApp(ferry, "Sample").run_test(size=(120, 36)) as pilot:
        await until(pilot, lambda: "comparing 1/3: shared words" in shown(pilot))
        await pilot.press("j", "escape")
        await until(pilot, lambda: STOPPED in shown(pilot))
        assert "[table: coverage]" in desk(pilot).text.text
        assert said(pilot) == []
