"""Importing and correcting at three sizes, as a reader sees it on invented pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events

from briefings.library import Library
from briefings.sources import read
from tests.reading import after, press, reading, settled
from tests.screens import TextSnapshot
from tests.tui.test_screens import each_size

PAGES = sorted((Path(__file__).parents[1] / "pages").glob("*.txt"))


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


@pytest.fixture
def gazette(empty: Library) -> Library:
    empty.add(read(PAGES[0].read_bytes()))
    return empty


@each_size
@pytest.mark.parametrize("keys", [("j", "x"), ("j", "tab", "j", "space")], ids=["list", "original"])
async def test_the_import(
    gazette: Library, size: tuple[int, int], snapshot: SnapshotAssertion, keys: tuple[str, ...]
) -> None:
    async with reading(gazette, size) as pilot:
        await press(pilot, "i")
        for page in PAGES:
            pilot.app.post_message(events.Paste(page.read_text("utf-8")))
            await settled(pilot)
        assert await after(pilot, *keys) == snapshot


@each_size
async def test_a_place_to_paste(empty: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(empty, size) as pilot:
        assert await after(pilot, "i", *"paste", "enter", *"The ferry", "enter", *"is late.") == snapshot


@each_size
async def test_the_fields_with_a_day_that_is_not_one(
    gazette: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(gazette, size) as pilot:
        assert await after(pilot, "e", "tab", "tab", *"Tuesday", "ctrl+s") == snapshot


@each_size
async def test_the_original_with_a_line_put_back(
    gazette: Library, size: tuple[int, int], snapshot: SnapshotAssertion
) -> None:
    async with reading(gazette, size) as pilot:
        assert await after(pilot, "o", "k", "space") == snapshot
