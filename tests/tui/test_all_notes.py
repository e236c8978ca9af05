"""The screen of all notes by keys: counts, filters, search, opening in place and back, changing, lost ones."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Target, new_note, note_on
from tests.ferry import BRIEFING, COURIER, GAZETTE, LOOSE, write_briefing
from tests.reading import at_cursor, desk, lit, press, reading, said, settled, shown, until
from tests.spans import words
from tui.screens.note_places import NotePlacesScreen
from tui.screens.notes import NotesScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.compare_table import CompareTable

ON_BRIEFING = Target("briefing", "ferry-talks")


@pytest.fixture
def noted(ferry: Library) -> Library:
    """Five notes of two people on three articles and the briefing."""
    text = ferry.target_text(ON_BRIEFING)
    start = text.index("Ferry talks")
    ferry.add_notes(
        [
            new_note(COURIER, words(COURIER, "walked out"), "strong", ("Judgment", "Naming"), "ana"),
            new_note(COURIER, words(COURIER, "45 deckhands"), "", ("Figure",), "ben"),
            new_note(GAZETTE, words(GAZETTE, "45 more deckhands"), "more than what?", ("Figure",), "ana"),
            new_note(LOOSE, words(LOOSE, "retires"), "", (), "ben"),
            note_on(ON_BRIEFING, text, Span(start, start + 11), "a title", (), "ana"),
        ],
        "notes",
    )
    return ferry


def rows(pilot: Pilot[None]) -> list[str]:
    """The rows of the list, without signs and spaces at their ends."""
    found = pilot.app.screen.query_one("#found")
    return [line for y in range(found.size.height) if (line := found.render_line(y).text.strip("▌ "))]


def counts(pilot: Pilot[None]) -> list[list[str]]:
    """The cells of the table of counts."""
    table = pilot.app.screen.query_one("#counts", CompareTable)
    return [[cell.text for cell in row] for row in table.grid.tables[0].rows]


async def test_notes_are_counted_by_code_and_outlet(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert "Notes · 5" in shown(pilot)
        assert counts(pilot) == [
            ["Judgment", "1", "1", "·", "·", "·"],
            ["Naming", "1", "1", "·", "·", "·"],
            ["Figure", "2", "1", "1", "·", "·"],
            ["no code", "2", "·", "·", "1", "1"],
        ]


async def test_a_cell_filters_and_chosen_again_does_not(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A", "1", "j", "j", "l", "l", "l", "enter")
        assert "1 of 5 · code: Figure · outlet: Harbour Gazette" in shown(pilot)
        assert rows(pilot)[0] == "f Figure · Harbour Gazette ¶2 · by ana"
        await press(pilot, "enter")
        assert "Notes · 5" in shown(pilot)
        assert len(counts(pilot)) == 4


async def test_notes_are_counted_by_briefing_and_by_author(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A", "2")
        assert counts(pilot) == [["Ferry talks", "4", "1", "3"], ["in no briefing", "1", "·", "1"]]
        await press(pilot, "j", "enter")
        assert "1 of 5 · briefing: none" in shown(pilot)
        assert "“retires”" in rows(pilot)
        await press(pilot, "k", "enter")
        assert "4 of 5 · briefing: ferry-talks" in shown(pilot)
        await press(pilot, "X", "3", "j", "enter")
        assert "2 of 5 · author: ben" in shown(pilot)


async def test_words_are_looked_for_as_they_are_typed(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A", "slash", *"DECKhands")
        assert "2 of 5 · “DECKhands”" in shown(pilot)
        assert [row for row in rows(pilot) if row.startswith("“")] == ["“45 more deckhands”", "“45 deckhands”"]
        await press(pilot, *" more")
        assert "1 of 5" in shown(pilot)
        await press(pilot, "escape", "X")
        assert "Notes · 5" in shown(pilot)
        assert pilot.app.screen.query_one("#words").value == ""  # type: ignore[attr-defined]


async def test_a_note_opens_in_its_place_and_one_comes_back_to_the_list(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A", "slash", *"walked", "enter", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert at_cursor(pilot).startswith("Ada Quill, the transport minister, walked out")
        assert lit(pilot) == ["walked out"]
        await press(pilot, "backspace")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert "1 of 5 · “walked”" in shown(pilot)
        await press(pilot, "escape")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        await press(pilot, "backspace")
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_a_note_on_a_briefing_opens_in_it(noted: Library) -> None:
    async with reading(noted) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "A", "slash", *"title", "enter", "enter")
        assert desk(pilot).reading.key == "briefing:ferry-talks"
        assert lit(pilot) == ["Ferry talks"]


async def test_notes_are_changed_and_taken_back_from_the_list(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A", "slash", *"walked", "enter", "e", *" word", "enter")
        assert said(pilot) == ["Note saved."]
        assert "strong word" in rows(pilot)
        await press(pilot, "d")
        assert rows(pilot) == []
        await press(pilot, "u")
        assert said(pilot)[-1] == "Taken back: delete a note: “walked out”."
        assert "strong word" in rows(pilot)
        await press(pilot, "ctrl+r", "ctrl+r")
        assert said(pilot)[-1] == "There is nothing to take back or do again."


async def test_lost_ones_are_listed_and_placed_by_a_person(noted: Library) -> None:
    write_briefing(noted, "ferry-talks", BRIEFING.replace("# Ferry talks", "# Talks about a ferry and more"))
    noted.follow_briefings()
    async with reading(noted) as pilot:
        await press(pilot, "A", "o")
        assert "1 of 5 · lost their place" in shown(pilot)
        assert rows(pilot)[0] == "✎ ferry-talks lost its place · by ana"
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, NotePlacesScreen)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, NotesScreen)
        assert noted.notes_on(ON_BRIEFING)[0].span is None


async def test_what_another_window_changes_is_shown(noted: Library) -> None:
    async with reading(noted) as pilot:
        await press(pilot, "A")
        with Library.open(noted.folder) as other:
            other.add_note(new_note(LOOSE, Span(0, 3), "from there"))
        await until(pilot, lambda: "Notes · 6" in shown(pilot) and "from there" in shown(pilot))


async def test_a_long_list_is_read_as_one_goes_on(ferry: Library) -> None:
    ferry.add_notes([new_note(COURIER, Span(0, 3), f"number {number}") for number in range(450)], "notes")
    async with reading(ferry) as pilot:
        await press(pilot, "A")
        screen = pilot.app.screen
        assert isinstance(screen, NotesScreen)
        assert "Notes · 450" in shown(pilot)
        assert len(screen._page.notes) == 200
        await press(pilot, "G", "G", "G")
        assert len({note.id for note in screen._page.notes}) == 450


async def test_a_library_without_notes(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "A", "enter", "e", "d", "2", "enter", "u", "q")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert said(pilot) == ["There is nothing to take back or do again."]
