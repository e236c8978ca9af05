"""The palette: everything that has a name is found by a few of its words, and gone to."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from briefings.library import Heading, Library
from tests.ferry import COURIER
from tests.reading import desk, press, reading, settled, shown, tree, until
from tui.app import RashomonApp
from tui.keymap import keymap_of
from tui.names import MOST, Name, Names, names_on
from tui.screens.comparison import ComparisonScreen
from tui.screens.note import NoteScreen
from tui.screens.notes import NotesScreen
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.settings import Settings
from tui.tree import Meeting, Shelf

SHELF = Shelf(
    (
        Heading("gull-1", "The Gull", "Ferry stands still", None, None, 10, False),
        Heading("tern-2", "Tern", "Minister on the férry", None, None, 10, False),
        Heading("tern-3", "Tern", None, None, None, 10, False),
    ),
    (Meeting("talks", "Talks on the ferry", ("gull-1",)),),
)


def keys(words: str, names: Names | None = None) -> list[str]:
    return [name.key for name in (names or Names(names_on(SHELF))).with_words(words)]


def test_every_word_has_to_be_there_accents_and_order_aside() -> None:
    assert keys("FERRY") == ["article:gull-1", "briefing:talks", "article:tern-2"]
    assert keys("ferry minister") == ["article:tern-2"]
    assert keys("tern") == ["outlet:Tern", "article:tern-2", "article:tern-3"]
    assert keys("ferry zebra") == keys("  ") == []


def test_no_more_are_offered_than_can_be_read_and_the_best_of_them() -> None:
    names = Names([*(Name(f"article:{n}", f"Unferried {n}", "") for n in range(500)), Name("article:x", "Ferry", "")])
    assert keys("ferr", names)[0] == "article:x"
    assert len(keys("ferr", names)) == MOST


async def chosen(pilot, words: str, offered: str) -> None:  # type: ignore[no-untyped-def]
    await press(pilot, "ctrl+p", *words)
    await until(pilot, lambda: offered in shown(pilot))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen | ComparisonScreen))
    await settled(pilot)


async def test_an_article_is_opened_by_words_of_its_title(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await chosen(pilot, "walks out", "Island Courier · date unknown")
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        assert pilot.app.focused is desk(pilot).text


async def test_an_outlet_is_unfolded_in_the_library_pane(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await chosen(pilot, "northern", "Northern Herald  outlet")
        assert any(row.startswith("▌") and "▾ Northern Herald" in row for row in tree(pilot))


async def test_a_point_of_the_comparison_is_gone_to(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "c", "2")
        screen = pilot.app.screen
        assert isinstance(screen, ComparisonScreen)
        point = screen.found.comparison.points[1]  # type: ignore[union-attr]
        await chosen(pilot, "point 2", f"{point.label[:20]}")
        assert screen.columns.cursor_span.overlaps(point.members[0][1])
        assert screen.columns.display


async def test_what_was_opened_is_listed_as_read_last_here_and_at_the_next_start(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        pilot.app.screen.query_one("#library").focus()
        await press(pilot, "g", *"jjjjj", "enter")
        rows = [row.strip("▌ ") for row in tree(pilot)]
        at = rows.index("▾ Recently read  2")
        assert rows[at + 1 : at + 3] == ["Island Courier: Minister…", "Ferry talks"]
    async with reading(ferry) as pilot:
        assert any("Recently read  2" in row for row in tree(pilot))


@pytest.mark.parametrize(("keys", "screen"), [("c", ComparisonScreen), ("c2", ComparisonScreen), ("A", NotesScreen)])
async def test_an_article_is_opened_from_another_screen_and_backspace_returns_there(
    ferry: Library, keys: str, screen: type
) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, *keys)
        was = shown(pilot)
        await press(pilot, "ctrl+p", *"walks out")
        await until(pilot, lambda: "Island Courier · date unknown" in shown(pilot))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await settled(pilot)
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
        await press(pilot, "backspace")
        assert isinstance(pilot.app.screen, screen)
        assert shown(pilot) == was
        await press(pilot, *(["backspace"] if keys != "c2" else ["backspace", "backspace"]))
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert desk(pilot).reading.key == "briefing:ferry-talks"


async def test_other_coverage_that_was_come_back_to_still_opens_what_is_chosen(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "O")
        await chosen(pilot, "talks end", "Harbour Gazette")
        await press(pilot, "backspace", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert desk(pilot).reading.key not in (f"article:{COURIER.id}", "briefing:ferry-talks", "")


async def test_where_something_is_written_the_palette_offers_its_commands_alone(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "a", "x", "ctrl+p", *"save the note")
        await until(pilot, lambda: "Save the note" in shown(pilot))
        await press(pilot, "escape", "ctrl+p", *"walks out")
        await until(pilot, lambda: "No matches" in shown(pilot))
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NoteScreen)


async def test_a_palette_on_a_letter_leaves_that_letter_to_who_writes(ferry: Library) -> None:
    app = RashomonApp(ferry, "Sample", Settings(keymap=keymap_of("vim", {})))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await press(pilot, "slash", "colon")
        assert isinstance(app.screen, SearchScreen)
        await press(pilot, "escape", "colon")
        assert CommandPalette.is_open(app)
