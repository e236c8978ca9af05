"""The steps of long work: telling how far it is, and stopping when the reader asks. Knows nothing of the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefings.errors import Stopped

Progress = Callable[[int, int, str], None]
Stop = Callable[[], bool]


@dataclass
class Steps:
    """Counts the steps of one piece of work.

    total: how many there are. progress: told (done, total, what comes next); stop: asked before each step.
    """

    total: int
    progress: Progress | None = None
    stop: Stop | None = None
    done: int = 0

    def next(self, what: str) -> None:
        """Begin a step; `what` names it in the reader's words. Raises Stopped when the reader asked for it."""
        if self.stop is not None and self.stop():
            raise Stopped("The comparison was stopped", where=what, remedy="Start it again when you want it.")
        if self.progress is not None:
            self.progress(self.done, self.total, what)
        self.done += 1

    def finish(self) -> None:
        """Say that every step is done."""
        if self.progress is not None:
            self.progress(self.total, self.total, "done")
