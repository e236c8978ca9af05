"""The footer: it names keys of where the reader is, and in a narrow terminal what every screen has stays."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from briefings.library import Library
from tests.reading import press, reading, shown
from tui.commands import commands_of
from tui.keymap import Keymap
from tui.widgets.key_line import KeyLine


class LineApp(App[None]):
    """One line of keys."""

    def compose(self) -> ComposeResult:
        yield KeyLine("reader", "app")


@pytest.mark.parametrize("width", range(1, 120, 7))
async def test_fits_its_line_and_cuts_no_name(width: int) -> None:
    async with LineApp().run_test(size=(width, 5)) as pilot:
        line = shown(pilot).splitlines()[-1].strip()
        names = {
            f"{Keymap().name(command)} {command.name}" for command in commands_of("reader", "app") if command.shown
        }
        assert width < 30 or set(line.split("  ")) <= names
        assert width < 30 or line.endswith("tab pane  ? keys  q quit")


async def test_names_every_shown_key_where_there_is_room() -> None:
    async with LineApp().run_test(size=(200, 5)) as pilot:
        line = shown(pilot).splitlines()[-1]
        commands = commands_of("reader", "app")
        assert all(
            (f" {Keymap().name(c)} {c.name}" in line) == c.shown for c in commands if c.name not in ("back", "edit")
        )


async def test_names_the_keys_of_other_scopes_when_told() -> None:
    async with LineApp().run_test(size=(100, 5)) as pilot:
        pilot.app.query_one(KeyLine).show("note")
        await pilot.pause()
        assert shown(pilot).splitlines()[-1].strip() == "ctrl+s save  esc leave"


LINES = {
    "": "enter open  c compare  / search  a note  i import  tab pane  ? keys  q quit",
    "c": "l outlet  ] point  enter open  m margin  w wire  a note  ? keys  q back",
    "c2": "l cell  enter open  w wire  a note  x hide  ? keys  q back",
}


@pytest.mark.parametrize("keys", LINES)
async def test_in_80_columns_it_names_what_is_needed_most(ferry: Library, keys: str) -> None:
    async with reading(ferry, (80, 24)) as pilot:
        await press(pilot, *keys)
        assert shown(pilot).splitlines()[-1].strip() == LINES[keys]


async def test_what_cannot_be_done_in_a_view_is_not_named_there(ferry: Library) -> None:
    async with reading(ferry, (200, 50)) as pilot:
        await press(pilot, "c")
        assert "m margin" in shown(pilot).splitlines()[-1]
        await press(pilot, "2")
        assert "m margin" not in shown(pilot).splitlines()[-1]
