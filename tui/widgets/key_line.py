"""The footer: the keys that matter where the reader is, on one line, from the table of commands."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from tui.commands import Command, commands_of
from tui.keymap import keymap_in
from tui.width import cells

GAP = "  "


class KeyLine(Widget):
    """One line of keys for some scopes of `tui/commands.py`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}
    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $panel; color: $foreground; padding: 0 1; }
    KeyLine > .key-line--key { color: $accent; text-style: bold; }
    """

    def __init__(self, *scopes: str, id: str | None = None) -> None:
        super().__init__(id=id)
        self.scopes = scopes

    def show(self, *scopes: str) -> None:
        """Name the keys of other scopes."""
        if scopes != self.scopes:
            self.scopes = scopes
            self.refresh()

    def render(self) -> Content:
        """The line."""
        style = self.get_visual_style("key-line--key")
        keymap = keymap_in(self.app)
        shown = [command for command in commands_of(*self.scopes) if command.shown]
        keys = {command.id: keymap.name(command) for command in shown}
        # Where the line is too short, what every screen has stays: how to see all keys, and how to leave.
        always = [command for command in shown if command.scope == "app"]
        room = self.size.width - sum(_cells(keys[command.id], command) for command in always)
        words = []
        for command in shown:
            if command not in always:
                room -= _cells(keys[command.id], command)
                if room < 0:
                    continue
            words.append(Content.assemble((keys[command.id], style), " ", command.name))
        return Content(GAP).join(words)


def _cells(key: str, command: Command) -> int:
    return cells(f"{key} {command.name}{GAP}")
