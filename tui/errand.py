"""Slow work off the event loop: a job runs in a thread and answers with a message; an error becomes one too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.dom import DOMNode
from textual.message import Message
from textual.worker import get_current_worker

from briefings.errors import RashomonError


@dataclass
class Failed(Message):
    """A job could not be done; the app shows it once. error: why."""

    error: RashomonError


def send(node: DOMNode, job: Callable[[], Message | None], group: str) -> None:
    """Run `job` in a thread and post its message to `node`; a later job of the same `group` makes this one's void."""

    def errand() -> None:
        worker = get_current_worker()
        try:
            message = job()
        except RashomonError as error:
            message = Failed(error)
        if message is not None and not worker.is_cancelled:
            node.post_message(message)

    node.run_worker(errand, thread=True, exclusive=True, group=group, exit_on_error=True)
