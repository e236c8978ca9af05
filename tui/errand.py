"""Slow work off the event loop: a job runs in a thread and answers with a message; an error becomes one too."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import get_current_worker

from briefings.errors import LibraryError, RashomonError


@dataclass
class Failed(Message):
    """A job could not be done; the app shows it once. error: why."""

    error: RashomonError


def send(node: DOMNode, job: Callable[[], Message | None], group: str, *, keep: bool = False) -> None:
    """Run `job` in a thread and post its message to `node`; a later job of the same `group` makes this one's void.

    keep: make no earlier job void; for work that must not be lost, such as saving.
    """

    def errand() -> None:
        worker = get_current_worker()
        try:
            message = job()
        except RashomonError as error:
            message = Failed(error)
        except (sqlite3.Error, OSError) as error:
            message = Failed(LibraryError(f"the library could not be used ({error})", remedy="Try again."))
        if message is not None and not worker.is_cancelled:
            node.post_message(message)

    node.run_worker(errand, thread=True, exclusive=not keep, group=group, exit_on_error=True)


def is_under_way(node: DOMNode, group: str) -> bool:
    """Whether a job of this `group` sent by `node` has not ended yet."""
    return any(worker.node is node and worker.group == group and not worker.is_finished for worker in node.workers)
