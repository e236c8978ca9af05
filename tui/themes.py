"""The looks: a dark and a light theme of our own, both in high contrast too, and the terminal's own 16 colours."""

from __future__ import annotations

from rich.console import Console
from textual import constants
from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="rashomon-dark",
    primary="#8ab4f8",
    secondary="#c3a6ff",
    accent="#f2a65a",
    warning="#f4d35e",
    error="#ff8a80",
    success="#9bd6a3",
    foreground="#e6e3dc",
    background="#15171a",
    surface="#24282e",
    panel="#2d323a",
    dark=True,
    variables={"border-blurred": "#9aa0a8"},  # titles of panes are written in it
)
LIGHT = Theme(
    name="rashomon-light",
    primary="#1a4fa0",
    secondary="#6a3d9a",
    accent="#8f4300",
    warning="#6b4f00",
    error="#a8001e",
    success="#1f6b35",
    foreground="#1c1b19",
    background="#faf8f3",
    surface="#ece7db",
    panel="#ddd6c6",
    dark=False,
    variables={"border-blurred": "#5c584f"},  # titles of panes are written in it
)
DARK_CONTRAST = Theme(
    name="rashomon-dark-contrast",
    primary="#9cc7ff",
    secondary="#e0c8ff",
    accent="#ffb000",
    warning="#ffe14d",
    error="#ffb3ab",
    success="#8dff9e",
    foreground="#ffffff",
    background="#000000",
    surface="#1c1c1c",
    panel="#303030",
    dark=True,
    text_alpha=1.0,
    variables={"border-blurred": "#c4c4c4"},  # titles of panes are written in it
)
LIGHT_CONTRAST = Theme(
    name="rashomon-light-contrast",
    primary="#00308f",
    secondary="#4b0082",
    accent="#6b2e00",
    warning="#4d3a00",
    error="#8b0000",
    success="#004d1a",
    foreground="#000000",
    background="#ffffff",
    surface="#ececec",
    panel="#d8d8d8",
    dark=False,
    text_alpha=1.0,
    variables={"border-blurred": "#404040"},  # titles of panes are written in it
)
TERMINAL = tuple(BUILTIN_THEMES[name] for name in ("ansi-dark", "ansi-light"))
"""Textual's themes that name the terminal's own 16 colours and nothing else."""
COLOURLESS = TERMINAL[0].name
"""What is worn where there are no colours: it marks by bold, underlined and reversed words."""
THEMES = (DARK, LIGHT, DARK_CONTRAST, LIGHT_CONTRAST, *TERMINAL)
NAMES = {
    DARK.name: "Dark",
    LIGHT.name: "Light",
    DARK_CONTRAST.name: "Dark, high contrast",
    LIGHT_CONTRAST.name: "Light, high contrast",
    "ansi-dark": "The terminal's 16 colours, on dark",
    "ansi-light": "The terminal's 16 colours, on light",
}


def suits_terminal() -> str:
    """The theme for a reader who chose none: ours needs 256 colours; fewer are named as the terminal has them."""
    can = Console(color_system=constants.COLOR_SYSTEM, force_terminal=True, legacy_windows=False).color_system  # type: ignore[arg-type]
    return DARK.name if can in ("truecolor", "256") else TERMINAL[0].name
