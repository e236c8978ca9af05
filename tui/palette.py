"""What the palette offers beside the commands: texts and outlets of the library, points of the open comparison.

A screen that has names to offer is a `Named`; the reader's are offered on every screen that nothing is written on. The
palette asks at every letter; the looking is done in a thread.
"""

from __future__ import annotations

from asyncio import to_thread
from collections.abc import Sequence
from functools import partial
from typing import Protocol, runtime_checkable

from textual.command import Hit, Hits, Provider
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from tui.names import Name, Names
from tui.widgets.plain import harmless

COMMAND, NAME = 200.0, 100.0
"""What is worth more than the letters of a command that only follow each other: a command with the words, a name."""
NEAR = 50.0
"""What a name of the screen itself is worth more than one of the library."""
WRITING = frozenset({"import", "settle"})
"""Scopes of screens that hold what is not kept yet: they are left by their own commands, not by going elsewhere."""


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
    """The names of the screen that the palette was opened on, and those of the reader below it."""

    _names: Sequence[tuple[float, Named, Names]] = ()

    async def startup(self) -> None:
        """Fold the names, where that was not done yet."""
        here, reader = self.screen, self.app.screen_stack[0]
        if here is not reader and (here.is_modal or WRITING & set(getattr(here, "SCOPES", ()))):
            return
        near = [(NAME + NEAR, here)] if here is not reader else []
        named = [(score, screen) for score, screen in (*near, (NAME, reader)) if isinstance(screen, Named)]
        self._names = [(score, screen, await to_thread(screen.names)) for score, screen in named]

    async def search(self, query: str) -> Hits:
        """The names that hold the words typed."""
        for score, named, names in self._names:
            for number, name in enumerate(await to_thread(names.with_words, query)):
                display = Content.assemble(harmless(name.title), (f"  {harmless(name.what)}", "dim"))
                yield Hit(score - number, display, partial(named.go_to_name, name), text=harmless(name.title))
