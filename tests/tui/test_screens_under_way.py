"""Screens on which something is under way: how far it is, and that it can be stopped, at three sizes."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.errors import Stopped
from briefings.library import Library
from tests.reading import after, press, reading, settled, shown, until
from tests.screens import TextSnapshot, screen_in_themes
from tests.tui.test_screens_of_ways import each_size
from tui.gathering import Source, articles_in


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


@pytest.fixture
def go_on() -> Iterator[threading.Event]:
    """What work waits for; it waits no longer than the test."""
    event = threading.Event()
    yield event
    event.set()


@each_size
async def test_a_comparison_is_computed_and_stopped(
    ferry: Library, size: tuple[int, int], snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(articles, wire, progress, stop):  # type: ignore[no-untyped-def]
        progress(3, 7, "points")
        while not stop():
            threading.Event().wait(0.01)
        raise Stopped("The comparison was stopped", where="points", remedy="Start it again.")

    monkeypatch.setattr("tui.screens.compared.compared", endless)
    monkeypatch.setattr("tui.screens.compared.kept", lambda *_: None)
    async with reading(ferry, size) as pilot:
        await pilot.press("c")
        await until(pilot, lambda: "comparing 3/7: points" in shown(pilot) and "not found" in shown(pilot))
        computed = await screen_in_themes(pilot)
        stopped = await after(pilot, "escape")
    assert computed == snapshot(name="computed")
    assert stopped == snapshot(name="stopped")


@each_size
async def test_sources_are_read(
    empty: Library,
    size: tuple[int, int],
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
    go_on: threading.Event,
) -> None:
    def slow(source: Source) -> object:
        if source.name != "first":
            go_on.wait(10)
        return articles_in(source)

    sources = [Source(name, b"") for name in ("first", "second", "third")]
    monkeypatch.setattr("tui.importing.STEP_SECONDS", 0)
    monkeypatch.setattr("tui.importing.articles_in", slow)
    monkeypatch.setattr("tui.screens.importing.sources_typed", lambda words: sources)
    async with reading(empty, size) as pilot:
        await press(pilot, "i")
        await pilot.press("x", "enter")
        await until(pilot, lambda: "reading 1 of 3" in shown(pilot))
        read = await screen_in_themes(pilot)
        await pilot.press("escape")
        go_on.set()
        await settled(pilot)
    assert read == snapshot
