"""One command, as the tables of commands hold it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    id: how a settings file would name it. keys: Textual's names of its keys, comma between. action: the Textual action.
    name: a word or two for the footer. help: a sentence for `?` and the palette. shown: whether the footer names it.
    """

    id: str
    keys: str
    action: str
    name: str
    help: str
    shown: bool = False

    @property
    def stays(self) -> bool:
        """Whether the footer names it however narrow it is: the keys of the screen, the way out, the next pane."""
        return self.shown and (self.scope == "app" or self.name in ("keys", "pane"))

    @property
    def scope(self) -> str:
        """The widget or screen it belongs to."""
        return self.id.partition(".")[0]
