"""The codebook in the reader: seen, begun, taken in, edited outside, and read again as its file changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER
from tests.reading import desk, notes, press, reading, said, settled, shown, until
from tui.screens import codebook
from tui.screens.codebook import CodebookScreen
from tui.widgets.lines_list import LinesList

BOOK = """# Codebook

## Weather (w) #0072b2

What the sky did.

## People (-)

### Crew (c): those on board
"""


def go_to(pilot: Pilot[None], key: str) -> None:
    pilot.app.screen.query_one("#codes", LinesList).go_to(key)


async def test_codes_are_listed_with_number_letter_use_and_meaning(ferry: Library) -> None:
    ferry.codebook_file.begin(BOOK)
    ferry.add_note(new_note(COURIER, Span(0, 9), "", ("Weather", "tone")))
    async with reading(ferry) as pilot:
        await press(pilot, "K")
        lines = [" ".join(line.split()) for line in shown(pilot).splitlines()]
        assert "▌ 1 ■ w Weather" in lines
        assert "▌ 1 noted · What the sky did." in lines
        assert "2 ■ c Crew" in lines
        assert "People" in lines
        assert "In notes, and not in the codebook" in lines
        assert "tone 1 noted" in lines


async def test_a_bundled_codebook_begins_one_and_another_is_taken_in(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "K")
        assert "none yet" in shown(pilot)
        go_to(pilot, "bundled:entman")
        await press(pilot, "enter")
        assert said(pilot) == ["The codebook begins with entman: 4 codes."]
        assert ferry.codebook.get("Moral evaluation") is not None
        go_to(pilot, "bundled:news-values")
        await press(pilot, "enter")
        assert said(pilot) == ["15 codes of news-values added."]
        assert len(ferry.codebook) == 19
        await press(pilot, "enter")
        assert said(pilot) == ["0 codes of news-values added."]


async def test_it_is_edited_in_the_readers_own_editor(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def edited(app: App[None], path: Path) -> None:
        path.write_text(path.read_text("utf-8") + "\n## Timetable (t)\n\nWhen boats go.\n", "utf-8")

    monkeypatch.setattr(codebook, "edit_outside", edited)
    async with reading(ferry) as pilot:
        await press(pilot, "K", "e")
        await until(pilot, lambda: "t Timetable" in shown(pilot))
        assert ferry.codebook.get("timetable") is not None
        assert ferry.codebook.get("Problem") is not None


async def test_where_the_terminal_cannot_be_given_away_it_is_said(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "K", "e")
        assert "in another window" in said(pilot)[0]
        assert isinstance(pilot.app.screen, CodebookScreen)


async def test_what_is_wrong_is_told_with_its_line_and_known_codes_stay(ferry: Library) -> None:
    ferry.codebook_file.begin(BOOK)
    async with reading(ferry) as pilot:
        await press(pilot, "K")
        ferry.codebook_file.path.write_text(BOOK + "\n## Weather\n", "utf-8")
        await until(pilot, lambda: "! line 11" in shown(pilot) and "codebook.md:11" in "".join(shown(pilot).split()))
        assert "c Crew" in shown(pilot)
        ferry.codebook_file.path.write_text(BOOK + "\n## Tide\n\nWater.\n", "utf-8")
        await until(pilot, lambda: "T Tide" in shown(pilot) and "! " not in shown(pilot))


async def test_the_reader_takes_another_codebook_up_and_says_what_is_wrong(ferry: Library) -> None:
    ferry.codebook_file.begin(BOOK)
    ferry.add_note(new_note(COURIER, Span(0, 9), "", ("Weather",)))
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        assert notes(pilot)[0].strip("▌ ") == "w ¶1 Weather"
        ferry.codebook_file.path.write_text(BOOK.replace("(w)", "(x)"), "utf-8")
        await until(pilot, lambda: notes(pilot)[0].strip("▌ ") == "x ¶1 Weather")
        ferry.codebook_file.path.write_text(BOOK + "\n## Crew\n", "utf-8")
        await until(pilot, lambda: any("codebook.md:11" in message for message in said(pilot)))
        assert notes(pilot)[0].strip("▌ ") == "x ¶1 Weather"


async def test_leaving(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "K", "escape")
        assert not isinstance(pilot.app.screen, CodebookScreen)
