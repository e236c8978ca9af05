"""Keys in turn: what is typed ahead goes to what the keys before it opened, however slow the machine is.

Textual hands a key to whatever has the focus when the key arrives, and the key before it may still be on its way to
moving that focus. Here a key that comes while another is being answered waits its turn; a key alone waits for nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import TypeAlias

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

Typed: TypeAlias = events.Key | events.Paste

_ROUNDS = 3
"""How often the way from the focused widget up to the app is walked behind a key: the key goes it once, what the key
made a widget say goes it again, and what a screen says to that goes it a third time."""
_PATIENCE_SECONDS = 1.0
"""After so long the next key is given out, answered or not: a widget that has gone never passes the walk on."""
_SCREEN_SECONDS = 0.01
"""How often to look whether a screen that was opened stands."""


class Turns:
    """The keys of one app, given out one at a time."""

    def __init__(self, app: App[None], give: Callable[[Typed], Awaitable[None]]) -> None:
        """app: whose keys they are. give: hands one to what has the focus."""
        self._app = app
        self._give = give
        self._waiting: deque[Typed] = deque()
        self._last: MessagePump | None = None
        self._given_at = 0.0
        self._walk = 0

    async def take(self, typed: Typed) -> None:
        """Give `typed` out, after what was typed before it is answered."""
        self._waiting.append(typed)
        if len(self._waiting) == 1:
            if monotonic() - self._given_at > _PATIENCE_SECONDS:
                await self._give_first()
            else:
                self._await_answer()

    async def _give_first(self) -> None:
        """Give out the key that has waited longest, once a screen can take it."""
        if not self._app.screen.is_mounted:
            self._app.set_timer(_SCREEN_SECONDS, self._give_first)
            return
        self._last, self._given_at = self._app.focused or self._app.screen, monotonic()
        await self._give(self._waiting.popleft())
        if self._waiting:
            self._await_answer()

    def _await_answer(self) -> None:
        """Walk the way that the key given last went, behind it, and give out the next at its end."""
        self._walk += 1
        self._app.set_timer(_PATIENCE_SECONDS, lambda walk=self._walk: self._arrive(walk))
        self._step(self._walk, self._last, _ROUNDS)

    def _step(self, walk: int, at: MessagePump | None, rounds: int) -> None:
        """Go on from `at` once it has answered everything it was sent so far."""
        if at is None or at is self._app:
            if rounds > 1:
                self._app.call_later(self._step, walk, self._last, rounds - 1)
            else:
                self._app.call_later(self._arrive, walk)
        elif not at.call_later(self._step, walk, at._parent, rounds):
            self._step(walk, at._parent, rounds)

    async def _arrive(self, walk: int) -> None:
        """The last key is answered, or has had its time."""
        if walk == self._walk and self._waiting:
            self._walk += 1
            await self._give_first()
