"""What lies over a text, or stands in its place for a while, at three sizes: each a few keys on from the one before."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.library import Library
from tests.reading import after, press, reading, settled, shown, until
from tests.screens import TextSnapshot, screen_in_themes
from tui.screens.take import TakeScreen

SIZES = [(80, 24), (120, 36), (200, 50)]
each_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
WAYS = {
    "reader": {
        "found": ("f", "f e r r y", "down"),
        "letters": ("escape", "ctrl+o"),
        "alone": ("escape", "z"),
        "selection": ("z", "n", "enter", "j v w w"),
        "marked": ("escape", "shift+tab", "j x j x"),
        "themes": ("f2", "j"),
        "palette": ("escape", "ctrl+p", "n o r t h e r n"),
    },
    "comparison": {
        "word": ("c", "full_stop full_stop"),
        "unlocked": ("s R Q j",),
        "two-outlets": ("s R Q l", "x"),
        "without-wire": ("X", "w"),
        "keys": ("w", "question_mark"),
    },
    "search": {
        "saved": ("slash", "g r o c e r", "ctrl+s", "backspace " * 6),
        "misspelt": ("d e c k h n a d s",),
        "malformed": ("backspace " * 9, "g r o c e r space A N D"),
    },
}
"""Where -> name of a screen -> the keys that lead there from the one before; those in one string, one after another."""
WITHOUT_ANYTHING = {
    "reader": (),
    "notes": ("A",),
    "search": ("q", "slash"),
    "import": ("escape", "i"),
    "import-failed": ("g o n e full_stop t x t", "enter"),
}


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


async def each_looks_as_before(
    library: Library, size: tuple[int, int], ways: dict[str, tuple[str, ...]], snapshot: SnapshotAssertion
) -> None:
    """Go from one screen to the next, then compare each."""
    seen = {}
    async with reading(library, size) as pilot:
        for name, steps in ways.items():
            for step in steps:
                await pilot.press(*step.split())
                await settled(pilot)
            seen[name] = await after(pilot)
    for name, screen in seen.items():
        assert screen == snapshot(name=name)


@each_size
@pytest.mark.parametrize("ways", WAYS.values(), ids=WAYS)
async def test_ways(
    ferry: Library, size: tuple[int, int], ways: dict[str, tuple[str, ...]], snapshot: SnapshotAssertion
) -> None:
    await each_looks_as_before(ferry, size, ways, snapshot)


@each_size
async def test_a_library_without_anything(empty: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    await each_looks_as_before(empty, size, WITHOUT_ANYTHING, snapshot)


@each_size
async def test_what_could_not_be_done(ferry: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    (ferry.folder / "briefings" / "broken.md").write_text("no header", "utf-8")
    async with reading(ferry, size, notifications=True) as pilot:
        await press(pilot, "shift+tab", "j", "j", "j", "x", "c")
        await until(pilot, lambda: "One article is marked" in shown(pilot))
        assert await screen_in_themes(pilot) == snapshot


async def test_a_terminal_that_is_too_small(ferry: Library, snapshot: SnapshotAssertion) -> None:
    async with reading(ferry) as pilot:
        await pilot.resize_terminal(50, 12)
        assert await after(pilot) == snapshot


@each_size
async def test_articles_that_only_an_archive_has(
    ferry: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(ferry, size) as pilot:
        await pilot.app.push_screen(TakeScreen(["The Gull: Ferry stands still", "Tern: No boat before Friday"]))
        assert await after(pilot) == snapshot
