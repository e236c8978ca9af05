"""The app: one library, its screens. What each screen does is the screen's."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePath
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.notifications import SeverityLevel
from textual.screen import Screen

from briefings.library import Library
from tui.collecting import IdleCollector
from tui.commands import COMMANDS, bindings_of, commands_of
from tui.errand import Failed, send
from tui.keymap import Keymap
from tui.messages import Signed
from tui.screens.keys import KeysScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sizes import is_too_small
from tui.screens.small import SmallScreen
from tui.searching import Searcher
from tui.settings import Settings, keep_author, keep_theme
from tui.signing import Signature, signature
from tui.themes import COLOURLESS, DARK, THEMES
from tui.turns import Turns
from tui.widgets.plain import harmless

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.await_complete import AwaitComplete
    from textual.command import Provider

FAILURE_SECONDS = 12.0
"""How long a failure stays on screen."""
_FUNCTION_KEY = re.compile(r"f\d+")
ALREADY_THERE = ("Keys", "Quit", "Theme")
"""Textual's names of commands that our table has."""


DEFAULTS = Settings()


# The palette loads what a start does not need.


def _commands_provider() -> type[Provider]:
    from tui.palette import CommandsProvider

    return CommandsProvider


def _names_provider() -> type[Provider]:
    from tui.palette import NamesProvider

    return NamesProvider


def _palette_key(keymap: Keymap) -> str:
    """The palette's first key that is no letter, as it has to serve where one writes; empty where there is none."""
    keys = next(keymap.of(command) for command in COMMANDS if command.id == "app.palette").split(",")
    return next((key for key in keys if "+" in key or _FUNCTION_KEY.fullmatch(key)), "")


class RashomonApp(App[None]):
    """The reader on one open library. The caller opens and closes the library."""

    # Textual loads no styles of the default screen, so the reader's stand here.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/reader.tcss"]
    TITLE = "Rashomon"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("app")
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_commands_provider, _names_provider}

    def __init__(self, library: Library, name: str, settings: Settings = DEFAULTS, kept_in: Path | None = None) -> None:
        """library: what is read. name: what the title line calls it.

        settings: the reader's. kept_in: the file where a chosen theme and the author are kept; None keeps none.
        """
        # A class's constant to Textual, which has dialogs leave this key to the app; here it is the reader's to choose.
        self.COMMAND_PALETTE_BINDING = _palette_key(settings.keymap)  # type: ignore[misc]
        # Without colours the terminal's own ground and ink stay: nothing is made grey, and no theme's ground is drawn.
        super().__init__(ansi_color="NO_COLOR" in os.environ or None)
        self.keymap = settings.keymap
        self.signature = signature(settings.author)
        self._settings = settings
        self._kept_in = kept_in
        self._library = library
        self._searcher = Searcher(library)
        self._name_of_library = name
        self._turns = Turns(self, super().on_event)
        self._collector = IdleCollector(self)
        self._last_said = ""
        self._said_until = 0.0

    async def on_event(self, event: events.Event) -> None:
        """Keys go out in turn, everything else at once."""
        if isinstance(event, events.InputEvent):
            self._collector.used()
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
                yield SystemCommand(command.help, f"key {self.keymap.name(command)}", run)
        for command in commands_of("app") if not screen.is_modal else ():
            if command.id in known:  # another command has its key here
                yield SystemCommand(command.help, "", partial(self.run_action, command.action))
        yield from (own for own in super().get_system_commands(screen) if own.title not in ALREADY_THERE)

    def on_load(self) -> None:
        """Put on the looks and the keys that the reader set."""
        for theme in THEMES:
            self.register_theme(theme)
        asked = COLOURLESS if self.no_color else self._settings.theme
        self.theme = asked if asked in self.available_themes else DARK.name
        self.set_keymap(dict(self.keymap.keys))

    def on_mount(self) -> None:
        """Say what of the settings cannot be."""
        self.call_after_refresh(self._collector.start)  # the first frame comes first
        problems = list(self._settings.problems)
        if self._settings.theme and self._settings.theme not in self.available_themes:
            problems.append(f"settings: there is no theme {self._settings.theme!r}; the palette lists them.")
        if problems:
            self.notify("\n".join(problems), severity="warning", timeout=FAILURE_SECONDS)

    def on_unmount(self) -> None:
        """Release the index."""
        self._collector.stop()
        self._searcher.close()

    def _fatal_error(self) -> None:
        """End the app over an error that nobody foresaw: its traceback is kept, and not shown."""
        from rich.text import Text

        from tui.failures import keep_failure

        said = keep_failure(self._exception) if self._exception else "something went wrong that should not."
        if not self._exit_renderables:  # one is enough: what failed first
            self._exit_renderables.append(Text(f"rashomon: {said}"))
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """As any other error that nobody foresaw."""
        self._fatal_error()

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
        """Say something in a corner, as it is: what is said may name files, ids and words that others wrote.

        What stands there already is not said again.
        """
        said = harmless(message)
        if all((shown.message, shown.title) != (said, title) for shown in list(self._notifications)):
            super().notify(said, title=title, severity=severity, timeout=timeout, markup=markup)

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

    def pop_screen(self) -> AwaitComplete:
        """Close the screen on top. Textual would keep what the last thousand widgets drew, closed or not."""
        from textual._styles_cache import StylesCache

        StylesCache.get_inner_outer.cache_clear()
        return super().pop_screen()

    def action_palette(self) -> None:
        """Offer every command that can be given here, and everything there is to go to."""
        self.action_command_palette()

    def action_command_palette(self) -> None:
        """The same, as Textual calls it; not over a terminal that is too small for it."""
        if not isinstance(self.screen, SmallScreen):
            super().action_command_palette()

    def action_forward(self) -> None:
        """Go forward again, from a screen that the way back led to."""
        reader = self.screen_stack[0]
        if isinstance(reader, ReaderScreen):
            reader.action_forward()

    def action_change_theme(self) -> None:
        """Let the reader try the themes on, and choose one."""
        from tui.screens.themes import ThemesScreen

        self.push_screen(ThemesScreen(), self._keep_theme)

    def _keep_theme(self, chosen: str | None) -> None:
        if chosen and self._kept_in:
            path = self._kept_in
            send(self, lambda: keep_theme(path, chosen), "settings", keep=True)

    def on_signed(self, event: Signed) -> None:
        """Sign notes so from now on."""
        self.signature = Signature(event.name, "as you signed last")
        if self._kept_in:
            path = self._kept_in
            send(self, lambda: keep_author(path, event.name), "settings", keep=True)

    async def action_leave_screen(self) -> None:
        """Back to the screen before; at the reader, quit."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit()
