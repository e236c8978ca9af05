"""The app: one library, its screens. What each screen does is the screen's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePath
from time import monotonic
from typing import Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from briefings.library import Library
from tui.commands import COMMANDS, bindings_of, key_name
from tui.errand import Failed
from tui.screens.keys import KeysScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sizes import is_too_small
from tui.screens.small import SmallScreen
from tui.searching import Searcher
from tui.turns import Turns
from tui.widgets.plain import harmless

FAILURE_SECONDS = 12.0
"""How long a failure stays on screen."""
ALREADY_THERE = ("Keys", "Quit")
"""Textual's names of commands that our table has."""


class RashomonApp(App[None]):
    """The reader on one open library. The caller opens and closes the library."""

    # Textual loads no styles of the default screen, so the reader's stand here.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/reader.tcss"]
    TITLE = "Rashomon"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("app")

    def __init__(self, library: Library, name: str) -> None:
        """library: what is read. name: what the title line calls it."""
        super().__init__()
        self._library = library
        self._searcher = Searcher(library)
        self._name_of_library = name
        self._turns = Turns(self, super().on_event)
        self._last_said = ""
        self._said_until = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Keys go out in turn, everything else at once."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._turns.take(event)
        else:
            await super().on_event(event)

    def get_default_screen(self) -> ReaderScreen:
        """The reader."""
        return ReaderScreen(self._library, self._searcher, self._name_of_library)

    def get_system_commands(self, screen: Screen[Any]) -> Iterator[SystemCommand]:
        """What the palette offers: the commands that can be given where the reader is, then Textual's own."""
        known = {command.id: command for command in COMMANDS}
        for active in screen.active_bindings.values():
            if command := known.pop(active.binding.id or "", None):
                run = partial(self.run_action, command.action, active.node)
                yield SystemCommand(command.help, f"key {key_name(command)}", run)
        yield from (own for own in super().get_system_commands(screen) if own.title not in ALREADY_THERE)

    def on_unmount(self) -> None:
        """Release the index."""
        self._searcher.close()

    def on_failed(self, event: Failed) -> None:
        """Say once what could not be done; what goes on failing is not said again while it is still on screen."""
        said, now = str(event.error), monotonic()
        if self._last_said != said or now >= self._said_until:
            self.notify(said, severity="error", timeout=FAILURE_SECONDS)
            self._last_said, self._said_until = said, now + FAILURE_SECONDS

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner, as it is: what is said may name files, ids and words that others wrote."""
        super().notify(harmless(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def on_resize(self, event: events.Resize) -> None:
        """Cover the screen while the terminal is too small."""
        small = is_too_small(*event.size)
        covered = isinstance(self.screen, SmallScreen)
        if small and not covered:
            self.push_screen(SmallScreen())
        elif covered and not small:
            self.pop_screen()

    def action_keys(self) -> None:
        """List the keys of the screen."""
        self.push_screen(KeysScreen(*getattr(self.screen, "SCOPES", ("app",))))

    async def action_leave_screen(self) -> None:
        """Back to the screen before; at the reader, quit."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()
