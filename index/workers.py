"""Indexing many documents in two processes: each writes a segment, the caller puts both into the index.

Whoosh's own way (`procs=2`) starts processes by `fork` or by running the main program again, drops documents without a
word when one dies, and leaves processes behind when the caller dies. These read JSON lines and end with their input.
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import contextlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from briefings.errors import EngineError
from index.documents import schema
from index.shelf import Files

MANY = 400
"""From how many documents on other processes are worth starting."""

_PROCESSES = 2
_BATCH = 50
_MEMORY_MB = 128


def write_segments(files: Files, name: str, documents: Iterable[dict[str, Any]]) -> list[Any]:
    """Write the documents into segments of the index `name`; gives Whoosh's segments, to be committed by the caller.

    Raises EngineError when a process ends early.
    """
    workers: list[subprocess.Popen[bytes]] = []
    sent = 0
    try:
        for _ in range(_PROCESSES):
            workers.append(_start())
            _send(workers[-1], {"folder": files.folder, "name": name, "trusted": [*files.trusted, *files.written]})
        for turn, batch in enumerate(_batches(documents)):
            _send(workers[turn % len(workers)], batch)
            sent += len(batch)
        for worker in workers:
            _send(worker, None)
        replies = [_reply(worker) for worker in workers]
    except OSError as error:
        raise EngineError("a process that builds the search index ended early", where=files.folder) from error
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
            for pipe in filter(None, (worker.stdin, worker.stdout)):
                with contextlib.suppress(OSError):
                    pipe.close()
    if sum(documents for documents, _ in replies) != sent:
        raise EngineError("a process that builds the search index lost documents", where=files.folder)
    return [segment for documents, segment in replies if documents]


def main() -> None:
    """What a process does: documents from standard input, one JSON list of a batch a line, into one segment."""
    lines = iter(sys.stdin.buffer)
    order = json.loads(next(lines))
    files = Files(order["folder"], dict.fromkeys(order["trusted"], ""))
    writer = SegmentWriter(FileIndex(files, schema(), order["name"]), _lk=False, limitmb=_MEMORY_MB)
    for line in lines:
        batch = json.loads(line)
        if batch is None:
            break
        for fields in batch:
            writer.add_document(**fields)
    else:
        return  # the caller died: nothing is wanted any more
    documents = writer.doc_count()
    segment = writer._finalize_segment() if documents else writer.get_segment()
    sys.stdout.buffer.write(pickle.dumps((documents, segment)))


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
        worker.stdin.write(json.dumps(message).encode() + b"\n")
        worker.stdin.flush()


def _reply(worker: subprocess.Popen[bytes]) -> tuple[int, Any]:
    """How many documents a process wrote, and Whoosh's segment that holds them."""
    reply = worker.stdout.read() if worker.stdout else b""
    if worker.wait() or not reply:
        raise OSError("no reply")
    documents, segment = pickle.loads(reply)  # noqa: S301 -- from our own process, through a pipe
    return documents, segment


def _batches(documents: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    rest = iter(documents)
    while batch := list(islice(rest, _BATCH)):
        yield batch
