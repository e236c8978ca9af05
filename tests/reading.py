"""Driving the reader by keys, and seeing what it shows. Not here: the libraries it is opened on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot

from briefings.library import Library
from tests.screens import ALL_OURS, OURS, rows_on_screen, screen_in_themes
from tui.app import RashomonApp
from tui.screens.reader import ReaderScreen
from tui.widgets.desk import Desk
from tui.widgets.lines_list import LinesList

PATIENCE_SECONDS = 20.0
ONE_SIZE = (120, 36)


@asynccontextmanager
async def reading(
    library: Library, size: tuple[int, int] = (120, 36), *, notifications: bool = False
) -> AsyncIterator[Pilot[None]]:
    """The reader on a library, once its first text and its tables are on screen."""
    async with RashomonApp(library, "Sample").run_test(size=size, notifications=notifications) as pilot:
        await settled(pilot)
        yield pilot


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until no job is under way and what the last ones said is drawn; fails where that never comes."""
    idle = 0
    for _ in range(1000):
        await pilot.pause()
        is_busy = any(not worker.is_finished for worker in pilot.app.workers)
        idle = 0 if is_busy else idle + 1
        if idle == 3:  # an answer may send another job on its way
            return
    raise AssertionError(f"jobs are still under way: {list(pilot.app.workers)}")


async def still(pilot: Pilot[Any]) -> None:
    """Wait until the screen stays as it is for a moment; fails where it never does."""
    for _ in range(int(PATIENCE_SECONDS / 0.2)):
        before = rows_on_screen(pilot.app)
        await pilot.pause(0.2)
        if rows_on_screen(pilot.app) == before:
            return
    raise AssertionError(f"it goes on changing; the screen:\n{shown(pilot)}")


async def until(pilot: Pilot[Any], happened: Callable[[], bool]) -> None:
    """Wait for something that comes by itself; fails where it never comes."""
    for _ in range(int(PATIENCE_SECONDS / 0.02)):
        if happened():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"it never came; the screen:\n{shown(pilot)}")


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other, waiting for what each of them sets going."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


async def after(pilot: Pilot[Any], *keys: str) -> str:
    """The screen after some keys, without notifications; in high contrast, too, at one size."""
    await press(pilot, *keys)
    pilot.app.clear_notifications()
    await still(pilot)
    return await screen_in_themes(pilot, ALL_OURS if pilot.app.size == ONE_SIZE else OURS)


def shown(pilot: Pilot[Any]) -> str:
    """The rows of the screen, without their looks."""
    return "\n".join(["x".join(map(str, pilot.app.size)), *rows_on_screen(pilot.app)])


def said(pilot: Pilot[Any]) -> list[str]:
    """The notifications so far, in order; they are taken away, so that each is seen once."""
    messages = [notification.message for notification in pilot.app._notifications]
    pilot.app.clear_notifications()
    return messages


def desk(pilot: Pilot[Any]) -> Desk:
    """The reader's desk, whatever covers it."""
    reader = next(screen for screen in pilot.app.screen_stack if isinstance(screen, ReaderScreen))
    return reader.query_one(Desk)


def at_cursor(pilot: Pilot[Any]) -> str:
    """The sentence at the cursor of the text on the desk."""
    text = desk(pilot).text
    return text.cursor_span.of(text.text)


def lit(pilot: Pilot[Any], name: str = "hit") -> list[str]:
    """The words under the layers called `name` of the text on the desk."""
    text = desk(pilot).text
    return [span.of(text.text) for layer in desk(pilot).reading.layers if layer.name == name for span in layer.spans]


def tree(pilot: Pilot[Any]) -> list[str]:
    """The rows of the library pane."""
    return _rows(pilot.app.screen_stack[0].query_one("#library", LinesList))


def notes(pilot: Pilot[Any]) -> list[str]:
    """The rows of the notes pane."""
    return _rows(desk(pilot).query_one("#notes", LinesList))


def _rows(of: LinesList) -> list[str]:
    return [of.render_line(y).text.rstrip() for y in range(of.size.height) if of.render_line(y).text.strip()]
