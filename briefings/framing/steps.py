"""The steps of long work: telling how far it is, and stopping when the reader asks. Knows nothing of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefings.errors import Stopped

Progress = Callable[[int, int, str], None]
Stop = Callable[[], bool]
Ask = Callable[[], None]
"""What long work calls now and then: raises Stopped when the reader wants it to end."""
T = TypeVar("T")


def go_on() -> None:
    """An `Ask` that never stops the work."""


def asking(items: Iterable[T], ask: Ask, often: int = 1024) -> Iterator[T]:
    """The `items` of quick work, one after the other; `ask` is called before the first and after every `often`."""
    for number, item in enumerate(items):
        if not number % often:
            ask()
        yield item


@dataclass
class Steps:
    """Counts the steps of one piece of work.

    total: how many there are. progress: told (done, total, what comes next); stop: asked before each step, before each
        item of it, and again and again in long work. done: how many have begun. where: what the step at work is called.
    """

    total: int
    progress: Progress | None = None
    stop: Stop | None = None
    done: int = 0
    where: str = ""

    def next(self, what: str) -> None:
        """Begin a step; `what` names it in the reader's words. Raises Stopped when the reader asked for it."""
        self.where = what
        self.ask()
        if self.progress is not None:
            self.progress(self.done, self.total, what)
        self.done += 1

    def ask(self) -> None:
        """Raise Stopped when the reader asked for it."""
        if self.stop is not None and self.stop():
            raise Stopped("The comparison was stopped", where=self.where, remedy="Start it again when you want it.")

    def each(self, items: Iterable[T]) -> Iterator[T]:
        """The `items` of a step, one after the other, as long as the reader does not ask to stop."""
        for item in items:
            self.ask()
            yield item

    def finish(self) -> None:
        """Say that every step is done."""
        if self.progress is not None:
            self.progress(self.total, self.total, "done")
