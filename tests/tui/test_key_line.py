"""The footer: it names keys of where the reader is, and in a narrow terminal what every screen has stays."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult

from tests.reading import shown
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
        assert width < 20 or set(line.split("  ")) <= names
        assert width < 20 or line.endswith("? keys  q quit")


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
