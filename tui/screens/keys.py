"""The `?` screen: every key of where the reader is, by pane, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import bindings_of, commands_of
from tui.keymap import keymap_in

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
_CELLS_FOR_IDS = 120
"""How wide a terminal must be for a command and its id on one line."""


class KeysScreen(ModalScreen[None]):
    """The keys of some scopes, each with a sentence and the id that the settings file knows it by."""

    CSS_PATH = "keys.tcss"
    BINDINGS = bindings_of("keys")

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes

    def compose(self) -> ComposeResult:
        """The list."""
        with VerticalScroll(id="keys"):
            yield Static(Text("\n").join(self._lines()), markup=False)

    def _lines(self) -> Iterator[Text]:
        keymap = keymap_in(self.app)
        for scope in self._scopes:
            yield Text(NAMES.get(scope, "On this screen"), "bold")
            for command in commands_of(scope):
                key = f"{keymap.name(command):>{_KEY_CELLS}}"
                id = f"  {command.id}" if self.app.size.width >= _CELLS_FOR_IDS else ""
                yield Text.assemble((key, "bold"), "  ", command.help, (id, "dim"))
            yield Text()
