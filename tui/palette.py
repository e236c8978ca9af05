"""What the palette offers beside the commands: texts and outlets of the library, points of the open comparison.

A screen that has names to offer is a `Named`. The palette asks at every letter; the looking is done in a thread.
"""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import Hit, Hits, Provider
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from tui.names import Name, Names
from tui.widgets.plain import harmless

COMMAND, NAME = 200.0, 100.0
"""What is worth more than the letters of a command that only follow each other: a command with the words, a name."""


@runtime_checkable
class Named(Protocol):
    """A screen with something to go to by name."""

    def names(self) -> Names:
        """Everything it can go to; called in a thread."""

    def go_to_name(self, name: Name) -> None:
        """Go there."""


class CommandsProvider(SystemCommandsProvider):
    """The commands: those that hold the words typed first of all, those with their letters last."""

    async def search(self, query: str) -> Hits:
        """The commands that match."""
        words = query.casefold().split()
        async for hit in super().search(query):
            if isinstance(hit, Hit) and all(word in (hit.text or "").casefold() for word in words):
                hit.score += COMMAND
            yield hit


class NamesProvider(Provider):
    """The names of the screen that the palette was opened on."""

    _names = Names([])

    async def startup(self) -> None:
        """Fold the names, where that was not done yet."""
        if isinstance(self.screen, Named):
            self._names = await to_thread(self.screen.names)

    async def search(self, query: str) -> Hits:
        """The names that hold the words typed."""
        found = await to_thread(self._names.with_words, query)
        for number, name in enumerate(found):
            display = Content.assemble(harmless(name.title), (f"  {harmless(name.what)}", "dim"))
            yield Hit(NAME - number, display, partial(self._go_to, name), text=harmless(name.title))

    def _go_to(self, name: Name) -> None:
        if isinstance(self.screen, Named):
            self.screen.go_to_name(name)
