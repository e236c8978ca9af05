"""The `?` screen: every key of where the reader is, from the table of commands."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands import bindings_of, commands_of, key_name


class KeysScreen(ModalScreen[None]):
    """The keys of some scopes, each with a sentence."""

    CSS_PATH = "keys.tcss"
    BINDINGS = bindings_of("keys")

    def __init__(self, *scopes: str) -> None:
        super().__init__()
        self._scopes = scopes

    def compose(self) -> ComposeResult:
        """The list."""
        lines = [f"{key_name(command):>10}  {command.help}" for command in commands_of(*self._scopes)]
        with VerticalScroll(id="keys"):
            yield Static("\n".join(["Keys of this screen", "", *lines]), markup=False)
