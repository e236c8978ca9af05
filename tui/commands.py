"""The one table of commands, put together from a table for each kind of screen: a key is written there, nowhere else.

Bindings, footer, palette and the `?` screen are all made from it. A command belongs to the scope (widget or screen)
whose class has its action.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.command import Command
from tui.keeping_commands import KEEPING_COMMANDS
from tui.pane_commands import PANE_COMMANDS
from tui.reading_commands import READING_COMMANDS

__all__ = ["COMMANDS", "Command", "bindings_of", "commands_of"]

_EVERYWHERE = (
    Command("app.keys", "question_mark,f1", "keys", "keys", "The keys of where you are", shown=True),
    Command("app.palette", "ctrl+p", "palette", "palette", "Every command by name, and every text, outlet and point"),
    Command("app.forward", "alt+right", "forward", "forward", "Go forward again, after going back to this screen"),
    Command("app.theme", "f2", "change_theme", "themes", "Try the themes on, and choose one"),
    Command("app.quit", "q", "leave_screen", "quit", "Go back; at the reader, quit", shown=True),
)
COMMANDS = (*PANE_COMMANDS, *READING_COMMANDS, *KEEPING_COMMANDS, *_EVERYWHERE)
_BY_SCOPE: dict[str, list[Command]] = {}
for _command in COMMANDS:
    _BY_SCOPE.setdefault(_command.scope, []).append(_command)


def commands_of(*scopes: str) -> list[Command]:
    """The commands of some scopes, in the table's order."""
    return [command for scope, commands in _BY_SCOPE.items() if scope in scopes for command in commands]


def bindings_of(scope: str) -> list[BindingType]:
    """The bindings of one widget or screen."""
    return [Binding(c.keys, c.action, c.name, show=c.shown, id=c.id) for c in commands_of(scope)]
