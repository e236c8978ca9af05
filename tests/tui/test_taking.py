"""Hits that only a shared archive has, by keys: told apart, read, taken into the library, opened, added to a briefing.

The archive is played by another library's engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from briefings.article import Article
from briefings.briefing import read_briefing
from briefings.errors import EngineError
from briefings.library import Library
from index import open_engine
from tests.ferry import COURIER, GAZETTE, HERALD, fill, write_briefing
from tests.reading import after, desk, lit, press, reading, said, settled, shown
from tests.screens import TextSnapshot
from tui.screens.other_coverage import OtherCoverageScreen
from tui.screens.search import SearchScreen
from tui.screens.take import TakeScreen
from tui.searching import Searcher

AWAY = Article(
    "strait-echo-5a5b5c5d",
    "Strait Echo",
    "A zeppelin crossed the strait.\n\nMinister Ada Quill met the ferry owners in Port Ellen over a winter timetable.",
    title="Zeppelin over the strait",
)


@pytest.fixture
def shared(ferry: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library of three reports that searches an archive of more."""
    with Library.open(tmp_path / "archive") as archive:
        fill(archive)
        archive.add(AWAY)
        write_briefing(archive, "strait", "---\ntitle: The strait\n---\nWho saw the zeppelin?\n")
        monkeypatch.setattr("tui.searching.open_engine", lambda library: open_engine(archive))
        yield ferry


def offered(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, TakeScreen)


def has(library: Library, article: Article) -> bool:
    return any(heading.id == article.id for heading in library.headings())


async def test_what_the_library_lacks_is_called_so_and_read_below(shared: Library) -> None:
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"zeppelin crossed ")
        assert "in the archive only · Strait Echo · date unknown · Zeppelin over the strait" in shown(pilot)
        assert "in the archive, not in this library: enter takes it" in shown(pilot)
        await press(pilot, *["backspace"] * 17, *"grocer ")
        assert "in the archive" not in shown(pilot)


async def test_a_hit_of_the_archive_is_taken_and_then_opened_lit(shared: Library) -> None:
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"zeppelin crossed ", "enter")
        assert offered(pilot)
        assert f"Strait Echo · date unknown · {len(AWAY.text.split())} words · Zeppelin over the strait" in shown(pilot)
        assert not has(shared, AWAY)
        await press(pilot, "enter")
        assert shared.article(AWAY.id) == AWAY
        assert desk(pilot).reading.key == f"article:{AWAY.id}"
        assert lit(pilot) == ["zeppelin", "crossed"]
        assert said(pilot) == ["Taken into the library: Strait Echo."]
        await press(pilot, "backspace")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert "in the archive" not in shown(pilot)


async def test_what_is_not_wanted_stays_in_the_archive(shared: Library) -> None:
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"zeppelin crossed ", "enter", "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        assert not has(shared, AWAY)
        await press(pilot, "enter")
        assert offered(pilot)


async def test_a_briefing_of_the_archive_is_read_below_and_no_more(shared: Library) -> None:
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"kind:briefing zeppelin ", "enter")
        assert said(pilot) == ["Only the archive has this briefing: it can be read here, and not be taken."]
        assert "Who saw the zeppelin?" in shown(pilot)


async def test_n_goes_to_the_results_that_the_library_has(shared: Library) -> None:
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"quill ", "ctrl+o")
        search = pilot.app.screen
        assert isinstance(search, SearchScreen)
        listed = [row.key for row in search.results._rows if row.kind == "hit"]
        assert f"article:{AWAY.id}" in listed
        search.results.go_to(f"article:{GAZETTE.id}")
        await settled(pilot)
        await press(pilot, "enter")
        assert "of 3 listed" in shown(pilot)
        seen = {desk(pilot).reading.name}
        for _ in range(8):
            await press(pilot, "n")
            seen.add(desk(pilot).reading.name)
        assert seen <= {GAZETTE.id, COURIER.id, HERALD.id}
        assert all("No more results" in message for message in said(pilot))


async def test_what_cannot_be_had_any_more_is_told_in_words(shared: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(self: Searcher, ids: list[str]) -> tuple[Article, ...]:
        raise EngineError("the archive does not answer", where="https://search.example.org", remedy="Try again later.")

    monkeypatch.setattr(Searcher, "take", away)
    async with reading(shared) as pilot:
        await press(pilot, "slash", *"zeppelin crossed ", "enter", "enter")
        assert said(pilot) == ["https://search.example.org: the archive does not answer. Try again later."]
        assert isinstance(pilot.app.screen, SearchScreen)
        assert not has(shared, AWAY)


async def test_other_coverage_from_the_archive_is_taken_and_added(shared: Library) -> None:
    async with reading(shared) as pilot:
        desk(pilot).open(f"article:{GAZETTE.id}")
        await settled(pilot)
        await press(pilot, "O")
        screen = pilot.app.screen
        assert isinstance(screen, OtherCoverageScreen)
        screen.results.go_to(f"article:{AWAY.id}")
        await settled(pilot)
        assert "in the archive only · Strait Echo" in shown(pilot)
        await press(pilot, "x", "a")
        assert offered(pilot)
        assert "Strait Echo · Zeppelin over the strait" in shown(pilot)
        await press(pilot, "enter")
        assert said(pilot) == ["Taken into the library: Strait Echo.", "1 added: the sources of “Ferry talks”."]
        assert read_briefing(shared.folder / "briefings" / "ferry-talks.md").sources[-1] == AWAY.id
        assert "= in the briefing · Strait Echo" in shown(pilot)
        assert screen.results.marked == []


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_is_offered(shared: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(shared, size) as pilot:
        keys = ("slash", *"zeppelin crossed ", "enter")
        assert await after(pilot, *keys) == snapshot(extension_class=TextSnapshot)
