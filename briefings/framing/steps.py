"""The steps of long work: telling how far it is, and stopping when the reader asks. Knows nothing of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefings.errors import Stopped

Progress = Callable[[int, int, str], None]
Stop = Callable[[], bool]
T = TypeVar("T")


@dataclass
class Steps:
    """Counts the steps of one piece of work.

    total: how many there are. progress: told (done, total, what comes next); stop: asked before each step and each item
        of it.
    """

    total: int
    progress: Progress | None = None
    stop: Stop | None = None
    done: int = 0

    def next(self, what: str) -> None:
        """Begin a step; `what` names it in the reader's words. Raises Stopped when the reader asked for it."""
        self.ask(what)
        if self.progress is not None:
            self.progress(self.done, self.total, what)
        self.done += 1

    def ask(self, where: str) -> None:
        """Raise Stopped when the reader asked for it; `where` names the step, in the reader's words."""
        if self.stop is not None and self.stop():
            raise Stopped("The comparison was stopped", where=where, remedy="Start it again when you want it.")

    def each(self, items: Iterable[T], where: str) -> Iterator[T]:
        """The `items` of a step, one after the other, as long as the reader does not ask to stop."""
        for item in items:
            self.ask(where)
            yield item

    def finish(self) -> None:
        """Say that every step is done."""
        if self.progress is not None:
            self.progress(self.total, self.total, "done")
