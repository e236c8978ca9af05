"""The `?` screen: every key of where the reader is, by pane, from the table of commands."""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import Command, bindings_of, commands_of
from tui.keymap import Keymap, keymap_in, sign

NAMES = {
    "text": "In a text",
    "list": "In a list",
    "table": "In a table",
    "compare": "In the columns",
    "draft": "In the list of what was recognised",
    "line": "In an original",
    "app": "Everywhere",
}
"""What a scope is called; the others are the screen itself."""
_KEY_CELLS = 10
_ROOMY_KEY_CELLS, _ROOMY = 16, 80
"""Cells for the keys of a command, and how wide a terminal must be for more than the first of them."""
_CELLS_FOR_IDS = 120
"""How wide a terminal must be for a command and its id on one line."""


SCROLLS = {
    "list.down": "scroll_down",
    "list.up": "scroll_up",
    "list.page-down": "page_down",
    "list.page-up": "page_up",
    "list.top": "scroll_home",
    "list.end": "scroll_end",
}
"""What a list's commands of moving do where there is no row to be at: id of the command -> Textual's action."""


class KeysPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """What is scrolled by the keys that a list has, as the reader has set them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(c.keys, SCROLLS[c.id], c.name, show=False, id=c.id) for c in commands_of("list") if c.id in SCROLLS
    ]


class KeysScreen(ModalScreen[None]):
    """The keys of some scopes, each with a sentence and the id that the settings file knows it by."""

    CSS_PATH = "keys.tcss"
    BINDINGS = bindings_of("keys")

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes

    def compose(self) -> ComposeResult:
        """The list."""
        keymap, width = keymap_in(self.app), self.app.size.width
        cells = _ROOMY_KEY_CELLS if width >= _ROOMY else _KEY_CELLS
        with KeysPane(id="keys"):
            for scope in self._scopes:
                listed = Table.grid(padding=(0, 2, 0, 0))
                listed.add_column(width=cells, justify="right", no_wrap=True, style="bold")
                for command in commands_of(scope):
                    id = (Text(command.id, "dim"),) if width >= _CELLS_FOR_IDS else ()
                    listed.add_row(_names(keymap, command, cells), command.help, *id)
                yield Static(Text(NAMES.get(scope, "On this screen"), "bold"))
                yield Static(listed)
                yield Static()


def _names(keymap: Keymap, command: Command, room: int) -> str:
    """The keys of a command as a person would write them, as many as fit into `room` cells; the first always."""
    first, *others = map(sign, keymap.of(command).split(","))
    for key in others:
        if len(longer := f"{first}, {key}") <= room:
            first = longer
    return first
