"""Other coverage by keys: found for the open article or a hit, read, opened, added to the open briefing."""

from __future__ import annotations

from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.pilot import Pilot

from briefings.article import Article
from briefings.briefing import read_briefing
from briefings.library import Library
from tests.ferry import COURIER, GAZETTE, HERALD
from tests.reading import after, desk, press, reading, said, settled, shown
from tests.screens import TextSnapshot
from tui.screens.other_coverage import OtherCoverageScreen
from tui.screens.search import SearchScreen
from tui.widgets.text_pane import TextPane

TIDINGS = Article(
    "tidings-1a2b3c4d",
    "Tidings",
    "Minister Ada Quill and the ferry owners met in Port Ellen; she left without a winter timetable for the islanders.",
    title="No timetable",
    published=date(2024, 11, 6),
)


@pytest.fixture
def more(ferry: Library) -> Library:
    ferry.add(TIDINGS)
    ferry.add(Article("bulletin-5e6f7a8b", "Bulletin", TIDINGS.text, title="Still no timetable", credit="AP"))
    return ferry


def screen(pilot: Pilot[None]) -> OtherCoverageScreen:
    at = pilot.app.screen
    assert isinstance(at, OtherCoverageScreen), shown(pilot)
    return at


def listed(pilot: Pilot[None]) -> list[str]:
    return list(dict.fromkeys(row.key for row in screen(pilot).results._rows))


def sources(library: Library) -> tuple[str, ...]:
    return read_briefing(library.folder / "briefings" / "ferry-talks.md").sources


async def on_gazette(pilot: Pilot[None], *keys: str) -> None:
    desk(pilot).open(f"article:{GAZETTE.id}")
    await settled(pilot)
    await press(pilot, *keys)


async def test_other_coverage_of_the_open_article_is_listed_and_read(more: Library) -> None:
    async with reading(more) as pilot:
        await on_gazette(pilot, "O")
        assert "Other coverage of Harbour Gazette: Ferry talks end without a timetable" in shown(pilot)
        assert f"article:{COURIER.id}" in listed(pilot)
        assert "article:post-12345678" not in listed(pilot)[:3]
        at = screen(pilot).results.cursor_key
        assert at == listed(pilot)[0]
        assert screen(pilot).query_one(TextPane).text == more.article(at.removeprefix("article:")).text
        await press(pilot, "j", "enter")
        assert desk(pilot).reading.key != at
        assert desk(pilot).reading.article is not None
        await press(pilot, "backspace")
        assert desk(pilot).reading.key == f"article:{GAZETTE.id}"


async def test_the_same_copy_is_one_line(more: Library) -> None:
    async with reading(more) as pilot:
        await on_gazette(pilot, "O")
        folded = listed(pilot)
        assert len({"article:tidings-1a2b3c4d", "article:bulletin-5e6f7a8b"} & set(folded)) == 1
        assert "▸ the same copy at 1 more" in shown(pilot)
        screen(pilot).results.go_to(next(key for key in folded if "tidings" in key or "bulletin" in key))
        await press(pilot, "t")
        assert {"article:tidings-1a2b3c4d", "article:bulletin-5e6f7a8b"} <= set(listed(pilot))


async def test_an_article_is_added_to_the_briefing_and_nothing_else_in_it_changes(more: Library) -> None:
    file = more.folder / "briefings" / "ferry-talks.md"
    before = file.read_text("utf-8")
    async with reading(more) as pilot:
        await on_gazette(pilot, "O")
        screen(pilot).results.go_to(key := next(key for key in listed(pilot) if "tidings" in key or "bulletin" in key))
        id = key.removeprefix("article:")
        await press(pilot, "a")
        assert said(pilot) == ["1 added: the sources of “Ferry talks”."]
        assert file.read_text("utf-8") == before.replace(HERALD.id + "]", f"{HERALD.id}, {id}]", 1)
        assert any("= in the briefing" in row.text for row in screen(pilot).results._rows if row.key == key)
        await press(pilot, "a")
        assert said(pilot) == ["1 already there: the sources of “Ferry talks”."]
        assert sources(more) == (GAZETTE.id, COURIER.id, HERALD.id, id)


async def test_the_marked_articles_are_added(more: Library) -> None:
    async with reading(more) as pilot:
        await on_gazette(pilot, "O")
        screen(pilot).results.go_to(next(key for key in listed(pilot) if "tidings" in key or "bulletin" in key))
        await press(pilot, "t", "x", "x", "a")
        assert said(pilot) == ["2 added: the sources of “Ferry talks”."]
        assert screen(pilot).results.marked == []
        assert set(sources(more)[3:]) == {"tidings-1a2b3c4d", "bulletin-5e6f7a8b"}


async def test_a_hit_s_other_coverage_opens_over_the_search_and_goes_back_to_it(more: Library) -> None:
    async with reading(more) as pilot:
        await press(pilot, "slash", *"grocer outlet:courier ", "ctrl+n")
        assert "Other coverage of Island Courier" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, SearchScreen)
        await press(pilot, "ctrl+n")
        first = listed(pilot)[0]
        await press(pilot, "enter")
        assert desk(pilot).reading.key == first
        assert len(pilot.app.screen_stack) == 1


async def test_without_an_article_or_a_briefing_it_is_said_what_to_do(more: Library) -> None:
    async with reading(more) as pilot:
        await press(pilot, "O")
        assert said(pilot) == ["Other coverage is that of an article: open one first."]
        await press(pilot, "slash", *"seagulls", "ctrl+n")
        assert said(pilot) == ["Other coverage is that of an article: go to one first."]
    (more.folder / "briefings" / "ferry-talks.md").unlink()
    async with reading(more) as pilot:
        await on_gazette(pilot, "O", "a")
        assert said(pilot) == ["No briefing is open: open the one to add to, then come back."]


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_how_it_looks(more: Library, size: tuple[int, int], snapshot: SnapshotAssertion) -> None:
    async with reading(more, size) as pilot:
        await on_gazette(pilot)
        assert await after(pilot, "O") == snapshot(extension_class=TextSnapshot)
