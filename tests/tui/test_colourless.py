"""Without colours: no screen names one, and what is chosen stands out by other marks; terminals with few colours."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.library import Library
from tests.reading import press, reading, shown, until
from tests.screens import screen_text
from tests.terminal import Terminal
from tui.app import RashomonApp
from tui.settings import Settings
from tui.themes import DARK, LIGHT, TERMINAL, suits_terminal

ROOT = Path(__file__).resolve().parents[2]
SCREENS = {
    "reader": (),
    "texts": ("c",),
    "table": ("c", "2"),
    "margin": ("c", "m"),
    "search": ("slash", *"grocer"),
    "note": ("n", "enter", "a", *"seen"),
    "import": ("i",),
    "notes": ("A",),
    "themes": ("f2",),
    "keys": ("question_mark",),
    "palette": ("ctrl+p",),
}


def colours(pilot: Pilot[None]) -> set[str]:
    """The names of all colours on the screen."""
    styles = [segment.style for strip in pilot.app.screen._compositor.render_strips() for segment in strip]
    return {colour.name for style in styles if style for colour in (style.color, style.bgcolor) if colour}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_no_screen_has_a_colour(ferry: Library, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        await press(pilot, *keys)
        assert colours(pilot) == {"default"}
        assert "marks:\n" in screen_text(pilot.app)


async def test_a_theme_that_was_chosen_brings_no_colour_either(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = RashomonApp(ferry, "Ferry", Settings(theme=LIGHT.name))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "c")
        assert colours(pilot) == {"default"}
        await press(pilot, "f2", "g", "enter")
        assert app.theme == DARK.name
        assert colours(pilot) == {"default"}


async def test_what_is_offered_in_the_palette_is_marked(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        await press(pilot, "ctrl+p", *"notes")
        await pilot.pause(0.5)
        before = screen_text(pilot.app)
        await press(pilot, "down")
        assert shown(pilot) == before.partition("\nmarks:")[0]
        assert screen_text(pilot.app) != before


async def test_the_cursor_of_a_line_is_seen(ferry: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(ferry) as pilot:
        await press(pilot, "slash", *"gro")
        await until(pilot, lambda: cursor_after("gro", pilot))  # it blinks


def cursor_after(words: str, pilot: Pilot[None]) -> bool:
    """Whether a blank behind some words is reversed."""
    strips = pilot.app.screen._compositor.render_strips()
    pairs = [pair for strip in strips for pair in pairwise(strip)]
    return any(
        one.text.endswith(words) and other.text == " " and other.style and other.style.reverse for one, other in pairs
    )


def test_a_terminal_is_left_its_own_ink_and_ground(tmp_path: Path, ferry: Library) -> None:
    command = [sys.executable, "-m", "tui.cli", "--library", str(ferry.folder)]
    env = {"NO_COLOR": "1", "RASHOMON_SETTINGS": str(tmp_path / "none.toml"), "PYTHONPATH": str(ROOT)}
    with Terminal(command, env, (100, 30)) as terminal:
        terminal.wait_for("Two of the reports")
        terminal.press("c")
        terminal.wait_for("wire shown")
        cells = [terminal._screen.buffer[row][column] for row in range(30) for column in range(100)]
        assert {(cell.fg, cell.bg) for cell in cells} == {("default", "default")}
        assert any(cell.bold for cell in cells)


@pytest.mark.parametrize(
    ("term", "colorterm", "theme"),
    [
        ("xterm", "", TERMINAL[0].name),
        ("linux", "", TERMINAL[0].name),
        ("vt220", "", TERMINAL[0].name),
        ("xterm-256color", "", DARK.name),
        ("xterm", "truecolor", DARK.name),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="a Windows console is asked itself, not TERM")
def test_a_terminal_with_few_colours_is_given_its_own(
    monkeypatch: pytest.MonkeyPatch, term: str, colorterm: str, theme: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", colorterm)
    assert suits_terminal() == theme
