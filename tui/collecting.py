"""Python's cyclic garbage collector, moved into the moments in which the reader presses nothing.

Left alone it runs in the middle of a key press, up to a fifth of a second at a time, as every frame leaves objects that
point at each other. Not here: the pause while texts are compared (`briefings/framing/collecting.py`).
"""

from __future__ import annotations

import gc
from time import monotonic
from typing import Any

from textual.app import App

YOUNG = 200_000
"""So many new objects are looked through even while keys come without a gap, so that they do not fill the memory."""
GAP_SECONDS = 0.02
"""So long without a key, and the newest objects are looked through, a millisecond; a key held down leaves such gaps."""
REST_SECONDS = 0.25
"""So long without a key, and those a little older are, too."""
LONG_REST_SECONDS = 2.0
"""So long without a key, and all objects are looked through, where `_FULL_AFTER` looks at new ones went before."""
SELDOM, NEVER = 100, 1_000_000
"""Looks at new objects after which Python would by itself look through those a little older, and those through all."""

_WORTH_IT = 700
_FULL_AFTER = 20


class IdleCollector:
    """Collects for one app between the keys, from `start` to `stop`."""

    def __init__(self, app: App[Any]) -> None:
        """app: whose timers are used."""
        self._app = app
        self._before: tuple[int, int, int] | None = None
        self._used_at = 0.0
        self._is_waiting = False
        self._looked = 0

    def start(self) -> None:
        """Take over; what is there now is the program, which stays: nobody looks through it again."""
        self._before = gc.get_threshold()
        gc.freeze()
        gc.set_threshold(YOUNG, SELDOM, NEVER)

    def stop(self) -> None:
        """Leave the collector as it was found."""
        if self._before is not None:
            gc.set_threshold(*self._before)
            gc.unfreeze()
            self._before = None

    def used(self) -> None:
        """A key was pressed, or the mouse was used: wait with collecting."""
        self._used_at = monotonic()
        if self._before is not None and not self._is_waiting:
            self._wait(GAP_SECONDS)

    def _wait(self, seconds: float) -> None:
        self._is_waiting = True
        self._app.set_timer(seconds, self._look)

    def _look(self) -> None:
        """Collect what the rest so far is long enough for; come again while there may be more to do."""
        self._is_waiting = False
        rest = monotonic() - self._used_at
        if rest < GAP_SECONDS:
            self._wait(GAP_SECONDS - rest)
        elif rest < REST_SECONDS:
            if gc.get_count()[0] > _WORTH_IT:
                gc.collect(0)
            self._wait(REST_SECONDS - rest)
        elif rest < LONG_REST_SECONDS:
            gc.collect(1)
            self._looked += 1
            if self._looked >= _FULL_AFTER:
                self._wait(LONG_REST_SECONDS - rest)
        elif self._looked >= _FULL_AFTER:
            self._looked = 0
            gc.collect()
