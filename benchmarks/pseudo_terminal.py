"""How long a program in a pseudo-terminal takes until some words are on its screen: clock and processor."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from typing import NamedTuple

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])")


class Taken(NamedTuple):
    """What it took, in seconds. clock: as a reader waits. processor: of all its threads, whatever else was running."""

    clock: float
    processor: float


def taken_until(words: str, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (200, 50)) -> Taken:
    """What `command` takes until `words` were printed; then it is killed. Raises TimeoutError after 20 seconds."""
    columns, rows = size
    start = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(columns), "LINES": str(rows)}
        os.execvpe(command[0], list(command), {**os.environ, **env, **shown})
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    seen, clock = b"", 0.0
    try:
        while not clock and time.perf_counter() - start < 20:
            if select.select([fd], [], [], 0.5)[0]:
                seen += os.read(fd, 65536)
                if words.encode() in ESCAPES.sub(b"", seen):
                    clock = time.perf_counter() - start
    finally:
        os.kill(pid, signal.SIGKILL)
        usage = os.wait4(pid, 0)[2]
        os.close(fd)
    if not clock:
        raise TimeoutError(f"{words!r} never came: {ESCAPES.sub(b'', seen)[-300:]!r}")
    return Taken(clock, usage.ru_utime + usage.ru_stime)
