"""Indexing many documents in other processes: each writes segments, the caller puts them into the index.

Whoosh's own way (`procs=2`) starts processes by `fork` or by running the main program again, drops documents without a
word when one dies, and leaves processes behind when the caller dies. These read from a pipe and end with it.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefings.errors import EngineError
from index.contents import with_speech
from index.inversion import Inversion
from index.shelf import Files

if TYPE_CHECKING:
    from index.engine import Document

MANY = 200
"""From how many documents on other processes are worth starting."""

_PROCESSES = 2
_BATCH = 50
_PLACES = 8_000_000
"""How many words are gathered in memory before a segment is written: some ten thousand articles, 150 MB."""
_POLITE = 10
"""How much a process that works in idle time steps back for others (Unix niceness)."""

_Segments = list[tuple[int, Any]]
"""(how many documents, Whoosh's segment), for each segment a process wrote."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a process is to do. folder, name: the index. trusted: its files. hear: look for quoted speech. polite: step
    back for others.
    """

    folder: str
    name: str
    trusted: tuple[str, ...]
    hear: bool
    polite: bool


def write_segments(
    files: Files, name: str, documents: Callable[[], Iterable[Document]], *, hear: bool = False, polite: bool = False
) -> list[Any]:
    """Write the documents into segments of the index `name`; gives Whoosh's segments, to be committed by the caller.

    hear: whether to look for the documents' quoted speech. polite: whether to step back for other programs. Where other
    processes cannot be started or end early, the documents are asked for again and the work is done here. Raises
    EngineError when documents are lost.
    """
    order = Order(str(files.folder), name, (*files.trusted, *files.written), hear, polite)
    try:
        return _by_others(order, _batches(documents()))
    except OSError:
        return [segment for _, segment in _write(order, _batches(documents()))]


def _by_others(order: Order, batches: Iterator[list[Document]]) -> list[Any]:
    """Raises OSError when a process ends early."""
    workers: list[subprocess.Popen[bytes]] = []
    guard = threading.Lock()

    def feed(worker: subprocess.Popen[bytes]) -> int:
        """Send what the process can take, while others write their segments; how many documents."""
        sent = 0
        _send(worker, order)
        while True:
            with guard:
                batch = next(batches, None)
            _send(worker, batch)
            if batch is None:
                return sent
            sent += len(batch)

    try:
        workers += [_start() for _ in range(_PROCESSES)]
        with ThreadPoolExecutor(len(workers)) as threads:
            sent = sum(threads.map(feed, workers))
        replies = [reply for worker in workers for reply in _reply(worker)]
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
            for pipe in filter(None, (worker.stdin, worker.stdout)):
                with contextlib.suppress(OSError):
                    pipe.close()
    if sum(count for count, _ in replies) != sent:
        raise EngineError("a process that builds the search index lost documents", where=order.folder)
    return [segment for _, segment in replies]


def main() -> None:
    """What a process does: an order and documents from standard input, segments to standard output."""
    order = pickle.load(sys.stdin.buffer)  # noqa: S301 -- from our own process, through a pipe
    if order.polite and hasattr(os, "nice"):
        os.nice(_POLITE)
    try:
        found = _write(order, iter(lambda: pickle.load(sys.stdin.buffer), None))  # noqa: S301
    except EOFError:
        return  # the caller died: nothing is wanted any more
    sys.stdout.buffer.write(pickle.dumps(found))


def _write(order: Order, batches: Iterator[list[Document]]) -> _Segments:
    files = Files(Path(order.folder), dict.fromkeys(order.trusted, ""))
    found: _Segments = []
    made: Inversion | None = None
    for batch in batches:
        for document in batch:
            made = made or Inversion(files, order.name)
            made.add(with_speech(document) if order.hear else document)
        if made and made.size > _PLACES:
            found.append((made.count, made.finish()))
            made = None
    if made:
        found.append((made.count, made.finish()))
    return found


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-c", "from index.workers import main; main()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path or os.getcwd() for path in sys.path)},
    )


def _send(worker: subprocess.Popen[bytes], message: object) -> None:
    if worker.stdin is not None:
        pickle.dump(message, worker.stdin)
        worker.stdin.flush()


def _reply(worker: subprocess.Popen[bytes]) -> _Segments:
    """What a process wrote."""
    reply = worker.stdout.read() if worker.stdout else b""
    if worker.wait() or not reply:
        raise OSError("no reply")
    found: _Segments = pickle.loads(reply)  # noqa: S301 -- from our own process, through a pipe
    return found


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    rest = iter(documents)
    while batch := list(islice(rest, _BATCH)):
        yield batch
