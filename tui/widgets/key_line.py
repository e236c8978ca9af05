"""The footer: the keys that matter where the reader is, on one line, from the table of commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.commands import Command, commands_of
from tui.keymap import Keymap, keymap_in, sign
from tui.width import cells

GAP = "  "
BACK = "back"
"""What the key that leaves the reader does on every other screen."""


class KeyLine(Widget):
    """One line of keys for some scopes of `tui/commands.py`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}
    DEFAULT_CSS = """
    KeyLine { height: 1; dock: bottom; background: $panel; color: $foreground; padding: 0 1; }
    KeyLine > .key-line--key { color: $accent; text-style: bold; }
    """

    def __init__(self, *scopes: str, writes: bool = False, id: str | None = None) -> None:
        """writes: whether the reader writes there, so that a key that is a letter or a sign does nothing else."""
        super().__init__(id=id)
        self.set_reactive(KeyLine.auto_links, False)  # what can be clicked looks as it did
        self.scopes = scopes
        self._writes = writes

    def show(self, *scopes: str) -> None:
        """Name the keys of other scopes."""
        if scopes != self.scopes:
            self.scopes = scopes
            self.refresh()

    def render(self) -> Content:
        """The line; a click on a command does what its key does."""
        style = self.get_visual_style("key-line--key")
        keymap = keymap_in(self.app)
        # Two panes may have the same key for the same: it is named once.
        named = {
            (sign(key), self._called(command)): command
            for command in self._commands()
            if (key := self._key(command, keymap))
        }
        # Where the line is too short, what every screen has stays.
        room = self.size.width - sum(_cells(*words) for words, command in named.items() if command.stays)
        said = []
        for words, command in named.items():
            if not command.stays:
                if _cells(*words) > room:
                    continue
                room -= _cells(*words)
            click = Style.from_meta({"@click": f"press({self._key(command, keymap)!r})"})
            said.append(Content.assemble((words[0], style), " ", words[1]).stylize(click))
        return Content(GAP).join(said)

    def action_press(self, key: str) -> None:
        """Give the app a key, as if it had been pressed."""
        self.app.simulate_key(key)

    def _commands(self) -> Iterator[Command]:
        """What the line would name if it were long enough: what can be done on the screen as it is."""
        for command in commands_of(*self.scopes):
            if command.shown and self.screen.check_action(command.action.partition("(")[0], ()) is not False:
                yield command

    def _key(self, command: Command, keymap: Keymap) -> str:
        """The first key that does it here, Textual's name; empty for none."""
        keys = keymap.of(command).split(",")
        return next((key for key in keys if len(sign(key)) > 1 or not self._writes), "")

    def _called(self, command: Command) -> str:
        return BACK if command.id == "app.quit" and self.screen is not self.app.screen_stack[0] else command.name


def _cells(key: str, name: str) -> int:
    return cells(f"{key} {name}{GAP}")
