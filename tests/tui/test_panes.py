"""Panes: hidden, resized, alone on the screen, gone through by tab, jumped to by letters."""

from __future__ import annotations

import re
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER, GAZETTE
from tests.reading import at_cursor, desk, press, reading, said, settled, shown, tree, until
from tui import suspended
from tui.app import RashomonApp
from tui.screens.panes import PANES


def displayed(pilot: Pilot[None]) -> list[str]:
    """The panes on screen."""
    screen = pilot.app.screen
    return [name for name in PANES if screen.query_one(f"#{name}").region.area]


def width(pilot: Pilot[None], name: str) -> int:
    return pilot.app.screen.query_one(f"#{name}").outer_size.width


def focused(pilot: Pilot[None]) -> str | None:
    return pilot.app.focused.id if pilot.app.focused else None


async def test_tab_goes_round_the_panes_both_ways(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        been = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await press(pilot, key)
            been.append(focused(pilot))
        assert been == ["notes", "library", "text", "library", "notes"]


async def test_panes_are_hidden_and_shown_again_and_tab_leaves_hidden_ones_out(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        before = width(pilot, "text")
        await press(pilot, "t")
        assert displayed(pilot) == ["text", "notes"]
        assert width(pilot, "text") > before
        await press(pilot, "tab", "m")
        assert (displayed(pilot), focused(pilot)) == (["text"], "text")
        await press(pilot, "tab")
        assert focused(pilot) == "text"
        await press(pilot, "t")
        assert (displayed(pilot), focused(pilot)) == (["library", "text"], "library")
        await press(pilot, "m", "tab")
        assert (displayed(pilot), focused(pilot)) == (list(PANES), "library")


async def test_a_pane_is_made_wider_and_narrower_as_far_as_the_text_allows(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        before = width(pilot, "library")
        await press(pilot, "greater_than_sign")
        assert width(pilot, "library") == before + 4
        await press(pilot, *["less_than_sign"] * 9)
        assert width(pilot, "library") == 16
        await press(pilot, "tab", *["greater_than_sign"] * 12)
        assert width(pilot, "notes") == 60
        assert width(pilot, "text") == 120 - 60 - 16


async def test_one_pane_has_a_narrow_terminal_to_itself(ferry: Library) -> None:
    async with reading(ferry, (70, 20)) as pilot:
        assert displayed(pilot) == ["text"]
        assert width(pilot, "text") == 70
        await press(pilot, "tab")
        assert (displayed(pilot), width(pilot, "notes")) == (["notes"], 70)
        await press(pilot, "tab")
        assert (displayed(pilot), width(pilot, "library")) == (["library"], 70)
        await press(pilot, "j", "j", "enter")
        assert desk(pilot).reading.key == f"article:{GAZETTE.id}"
        assert displayed(pilot) == ["text"]
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert displayed(pilot) == list(PANES)


async def test_z_gives_the_pane_the_screen_and_takes_it_back(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "j", "z")
        assert (displayed(pilot), width(pilot, "text")) == (["text"], 120)
        assert "▌" in shown(pilot)
        await press(pilot, "greater_than_sign", "z")
        assert (displayed(pilot), width(pilot, "library")) == (list(PANES), 32)


async def test_a_letter_jumps_to_a_pane(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "ctrl+o")
        found = re.search(r"\((\w)\) library", shown(pilot))
        assert found
        await press(pilot, found[1])
        assert focused(pilot) == "library"
        assert "━ Library ━" in shown(pilot)
        assert "jump:" not in shown(pilot)


async def test_a_letter_jumps_to_a_paragraph_and_to_a_row(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        desk(pilot).open(f"article:{COURIER.id}")
        await settled(pilot)
        await press(pilot, "ctrl+o")
        found = re.search(r"(\w) +A grocer", shown(pilot))
        assert found
        await press(pilot, found[1])
        assert at_cursor(pilot).startswith("A grocer")
        assert focused(pilot) == "text"
        await press(pilot, "ctrl+o")
        found = re.search(r"(\w) +C Northern Herald", shown(pilot))
        assert found
        await press(pilot, found[1])
        assert focused(pilot) == "library"
        assert next(row for row in tree(pilot) if row.startswith("▌")).endswith("C Northern Herald")


@pytest.mark.parametrize("key", ["escape", "question_mark", "tab", "q"])
async def test_any_other_key_stays_where_the_reader_was(ferry: Library, key: str) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "j", "tab")
        before = shown(pilot)
        await press(pilot, "ctrl+o", key if key != "q" else "exclamation_mark")
        assert shown(pilot) == before
        assert focused(pilot) == "notes"


async def test_a_briefing_is_edited_in_the_readers_editor_and_read_again(
    ferry: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def rewrite(path: Path) -> None:
        path.write_text(path.read_text("utf-8").replace("Two of the reports", "Two reports"), "utf-8")

    monkeypatch.setattr(RashomonApp, "suspend", lambda self: nullcontext())
    monkeypatch.setattr(suspended, "edit", rewrite)
    async with reading(ferry) as pilot:
        await press(pilot, "e")
        await until(pilot, lambda: "Two reports count" in desk(pilot).text.text)


async def test_a_terminal_that_cannot_be_given_away_is_told(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "e")
        (message,) = said(pilot)
        assert "cannot be given to an editor" in message


async def test_what_is_shown_and_how_wide_is_kept_for_the_next_start(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "greater_than_sign", "m", "z")
    async with reading(ferry) as pilot:
        assert (displayed(pilot), width(pilot, "library")) == (["library", "text"], 36)
        await press(pilot, "t", "m")
    async with reading(ferry) as pilot:
        assert displayed(pilot) == ["text", "notes"]
        await press(pilot, "t")
        assert width(pilot, "library") == 36


async def test_a_size_kept_for_a_large_terminal_leaves_room_for_the_text_in_a_small_one(ferry: Library) -> None:
    async with reading(ferry, (200, 50)) as pilot:
        await press(pilot, *["greater_than_sign"] * 12)
        assert width(pilot, "library") == 80
    async with reading(ferry, (120, 36)) as pilot:
        assert width(pilot, "library") == 60
        await press(pilot, "z", "z")
        assert width(pilot, "library") == 60
        await pilot.resize_terminal(70, 20)
        await settled(pilot)
        assert (displayed(pilot), width(pilot, "text")) == (["text"], 70)
        await pilot.resize_terminal(200, 50)
        await settled(pilot)
        assert width(pilot, "library") == 80


async def test_notes_below_a_text_have_a_height_of_their_own(ferry: Library) -> None:
    ferry.add_note(new_note(GAZETTE, GAZETTE.paragraphs[0], "seen", ()))
    for more in (2, 3):
        async with reading(ferry, (90, 30)) as pilot:
            desk(pilot).open(f"article:{GAZETTE.id}")
            await settled(pilot)
            await press(pilot, "tab", *["greater_than_sign"] * 2 if more == 2 else ["greater_than_sign"])
            assert desk(pilot).query_one("#notes").outer_size.height == 7 + more


async def test_a_pane_that_is_gone_to_is_shown_from_then_on(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await press(pilot, "t")
        pilot.app.screen.query_one("#library").focus()
        await settled(pilot)
        assert displayed(pilot) == list(PANES)
    async with reading(ferry) as pilot:
        assert displayed(pilot) == list(PANES)
