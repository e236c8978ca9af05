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


class Terminal:
    """A program in a pseudo-terminal: keys in, words out. Used as a context; at its end the program is killed.

    used: the seconds of processor time of all its threads, once it was killed.
    """

    used = 0.0

    def __init__(self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (200, 50)) -> None:
        """Start `command`; the clock runs from here, and from every key."""
        columns, rows = size
        self._start, self._used = time.perf_counter(), 0.0
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(columns), "LINES": str(rows)}
            os.execvpe(command[0], list(command), {**os.environ, **env, **shown})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._seen = b""

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self._pid, signal.SIGKILL)
        usage = os.wait4(self._pid, 0)[2]
        self.used = usage.ru_utime + usage.ru_stime
        os.close(self._fd)

    def press(self, keys: str) -> None:
        """Type; what was printed before is forgotten."""
        self._drain(0.2)
        self._seen, self._used, self._start = b"", self._processor(), time.perf_counter()
        os.write(self._fd, keys.encode())

    def until(self, words: str) -> Taken:
        """What it takes until `words` were printed. Raises TimeoutError after 20 seconds."""
        while words.encode() not in ESCAPES.sub(b"", self._seen):
            if time.perf_counter() - self._start > 20:
                raise TimeoutError(f"{words!r} never came: {ESCAPES.sub(b'', self._seen)[-300:]!r}")
            self._drain(0.5, once=True)
        return Taken(time.perf_counter() - self._start, self._processor() - self._used)

    def _drain(self, seconds: float, *, once: bool = False) -> None:
        while select.select([self._fd], [], [], seconds)[0]:
            self._seen += os.read(self._fd, 65536)
            if once:
                return

    def _processor(self) -> float:
        """The seconds of processor time the program used so far, all threads."""
        with open(f"/proc/{self._pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def taken_until(words: str, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (200, 50)) -> Taken:
    """What `command` takes until `words` were printed; then it is killed. Raises TimeoutError after 20 seconds."""
    with Terminal(command, env, size) as terminal:
        clock = terminal.until(words).clock
    return Taken(clock, terminal.used)
