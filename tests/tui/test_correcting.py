"""Corrections from the reader by keys: fields in a dialog, lines of the original, taken back and done again."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import new_note
from briefings.relining import lines_of, toggle_line
from briefings.sources import read
from tests.ferry import COURIER, GAZETTE, LOOSE
from tests.reading import at_cursor, desk, lit, press, reading, said, settled, shown, tree, until
from tui.reading import read_article
from tui.screens import reader
from tui.screens.edit import EditScreen
from tui.screens.original import OriginalScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.desk import Desk
from tui.widgets.original_pane import OriginalPane

PAGE = Path(__file__).parents[1] / "pages" / "harbour-gazette.txt"
ID = read(PAGE.read_bytes()).article.id


@pytest.fixture
def gazette(empty: Library) -> Library:
    """A library with one page in it."""
    empty.add(read(PAGE.read_bytes()), name=PAGE.name)
    return empty


def write(pilot: Pilot[None], field: str, value: str) -> None:
    pilot.app.screen.query_one(f"#field-{field}", Input).value = value


async def test_a_field_is_corrected_and_the_reader_shows_it(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "j", "e")
        assert isinstance(pilot.app.screen, EditScreen)
        assert "credit · stated · “" in shown(pilot)
        assert "published · unknown" in shown(pilot)
        here = at_cursor(pilot)
        write(pilot, "outlet", "The Gull")
        write(pilot, "credit", "")
        await press(pilot, "ctrl+s")
        assert said(pilot) == ["Done: edit outlet, credit."]
        article = gazette.article(ID)
        assert (article.outlet, article.credit) == ("The Gull", None)
        assert "The Gull · date unknown" in shown(pilot)
        assert any("The Gull" in row for row in tree(pilot))
        assert at_cursor(pilot) == here


async def test_a_day_that_is_not_one_is_told_in_the_dialog(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "e")
        write(pilot, "published", "Tuesday")
        await press(pilot, "enter")
        assert "'Tuesday' is not a day. Write it as 2023-12-27." in shown(pilot)
        assert pilot.app.focused is pilot.app.screen.query_one("#field-published")
        assert gazette.edits(ID) == []
        write(pilot, "published", "2024-11-05")
        await press(pilot, "enter")
        assert str(gazette.article(ID).published) == "2024-11-05"


async def test_a_dialog_that_is_left_or_unchanged_changes_nothing(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "e", *"abc", "escape", "e", "enter")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert gazette.edits(ID) == []
        assert said(pilot) == []


async def test_the_last_change_is_taken_back_and_done_again(gazette: Library) -> None:
    gazette.edit(ID, {"title": "By hand"})
    async with reading(gazette) as pilot:
        await press(pilot, "u")
        assert "Ferry talks end" in shown(pilot)
        await press(pilot, "u", "ctrl+r", "ctrl+r")
        assert said(pilot) == [
            "Taken back: edit title.",
            "There is nothing to take back.",
            "Done again: edit title.",
            "There is nothing to do again.",
        ]
        assert "By hand" in shown(pilot)


async def test_a_line_is_put_back_and_the_cursor_stays_on_its_words(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "j", "j")
        here = at_cursor(pilot)
        await press(pilot, "o", "g")
        assert isinstance(pilot.app.screen, OriginalScreen)
        assert "-▌Skip to main content" in shown(pilot)
        await press(pilot, "space")
        assert "+▌Skip to main content" in shown(pilot)
        assert said(pilot) == ["Done: put a line back."]
        assert gazette.article(ID).text.startswith("Skip to main content\n\n")
        await press(pilot, "escape")
        assert "Skip to main content" in shown(pilot)
        assert at_cursor(pilot) == here
        await press(pilot, "u")
        assert at_cursor(pilot) == here
        assert "Skip to main content" not in shown(pilot)


async def test_a_note_that_loses_its_place_is_told(gazette: Library) -> None:
    article = gazette.article(ID)
    start = article.text.index("212,480")
    gazette.add_note(new_note(article, Span(start, start + 7)))
    async with reading(gazette) as pilot:
        await press(pilot, "o", "j", "j", "enter")
        assert said(pilot) == ["Done: take a line out.\nA note lost its place: “212,480”."]
        await press(pilot, "u")
        assert said(pilot) == ["Taken back: take a line out.\nA note has its place again: “212,480”."]
        await press(pilot, "ctrl+r", "backspace")
        assert "lost its place" in shown(pilot)
        await press(pilot, "u")
        assert lit(pilot, "note") == ["212,480"]


async def test_lines_changed_quickly_are_all_changed(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "o", "g")
        await pilot.press("space", "j", "space", "j", "space", "u", "k", "k", "space")
        await settled(pilot)
        kept = [line.text for line in pilot.app.screen.query_one(OriginalPane)._lines.lines if line.kept]
        assert kept[0] == "Subscribe | Log in"
        assert gazette.edits(ID) == ["put a line back", "put a line back", "take a line out"]


async def test_a_click_on_a_mark_changes_its_line_and_one_on_words_does_not(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "o", "g")
        await pilot.click("#lines", offset=(20, 1))
        await settled(pilot)
        assert gazette.edits(ID) == []
        await pilot.click("#lines", offset=(1, 1))
        await settled(pilot)
        assert gazette.edits(ID) == ["put a line back"]


async def test_the_last_line_cannot_be_taken_out(empty: Library) -> None:
    empty.add(read(b"The lighthouse keeper of Gull Point retires on Sunday after forty winters on the rock.\n"))
    (heading,) = empty.headings()
    async with reading(empty) as pilot:
        await press(pilot, "o", "space")
        assert "an article needs a text" in said(pilot)[0]
        await press(pilot, "space")
        assert empty.edits(heading.id) == []


async def test_an_article_without_an_original_is_told_and_nothing_opens(empty: Library) -> None:
    empty.add(LOOSE)
    async with reading(empty) as pilot:
        await press(pilot, "o")
        assert "added without an original" in said(pilot)[0]
        assert isinstance(pilot.app.screen, ReaderScreen)


async def test_nothing_is_corrected_in_a_briefing(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "o", "u", "ctrl+r")
        nothing = ["There is nothing to take back.", "There is nothing to do again."]
        assert said(pilot) == ["Open an article first.", *nothing]


async def test_in_a_selection_o_goes_to_its_other_end(gazette: Library) -> None:
    async with reading(gazette) as pilot:
        await press(pilot, "v", "w", "w", "o", "w")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert desk(pilot).text.selection is not None


async def test_the_heading_names_the_same_copy_and_versions(gazette: Library) -> None:
    gazette.add(read(PAGE.read_bytes().replace(b"HARBOUR GAZETTE", b"THE GULL").replace(b"Harbour", b"Gull")))
    gazette.add(read(PAGE.read_bytes() + b"\n\nUpdated at noon.\n"))
    async with reading(gazette) as pilot:
        desk(pilot).open(f"article:{ID}")
        await settled(pilot)
        heading = desk(pilot).reading.heading
        assert heading[2].startswith("same copy as ")
        assert "Gull" in heading[2]
        assert heading[3].startswith("version of harbour-gazette-")


async def test_a_text_changed_in_another_window_is_shown_and_the_cursor_stays(
    gazette: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "WATCH_SECONDS", 0.05)
    async with reading(gazette) as pilot:
        await press(pilot, "j", "j")
        here = at_cursor(pilot)
        with Library.open(gazette.folder) as other:
            line = next(line for line in lines_of(other, ID) if line.text == "Weather")
            toggle_line(other, ID, line.span)
        await until(pilot, lambda: "Weather" in shown(pilot))
        assert at_cursor(pilot) == here


async def test_a_change_of_an_article_left_meanwhile_does_not_bring_it_back(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{GAZETTE.id}")
        await settled(pilot)
        changed = Desk.TextChanged(read_article(ferry, GAZETTE.id), ())
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        desk(pilot).post_message(changed)
        await settled(pilot)
        assert desk(pilot).reading.key == f"article:{COURIER.id}"
