"""A dialog: a screen over the others that asks for words. No key typed at it is lost while it is being made."""

from __future__ import annotations

from typing import Generic, TypeVar

from textual import events
from textual.screen import ModalScreen, Screen

Answer = TypeVar("Answer")

_MOVES = {"tab": Screen.focus_next, "shift+tab": Screen.focus_previous}


class Dialog(ModalScreen[Answer], Generic[Answer]):
    """Keeps the keys that come before one of its fields has the focus, and types them into it then."""

    def __init__(self) -> None:
        super().__init__()
        self._early: list[events.Key] = []
        self._takes_keys = False

    def on_key(self, event: events.Key) -> None:
        """Keep a key that no field can take yet."""
        if not self._takes_keys:
            event.stop()
            event.prevent_default()
            self._early.append(event)

    def on_descendant_focus(self) -> None:
        """Type the keys that came too early, in their order."""
        self._takes_keys = True
        early, self._early = self._early, []
        for event in early:
            if event.key in _MOVES:
                _MOVES[event.key](self)
            elif self.focused:
                self.focused.post_message(events.Key(event.key, event.character))
