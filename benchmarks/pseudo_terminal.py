"""How long a program in a pseudo-terminal takes until some words are on its screen."""

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

ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[PX^_][^\x1b]*\x1b\\|[ -/]*[0-~])")


def seconds_until(
    words: str, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (200, 50)
) -> float:
    """Seconds from starting `command` until `words` were printed; then it is killed. Raises TimeoutError after 20."""
    columns, rows = size
    start = time.perf_counter()
    pid, fd = pty.fork()
    if pid == 0:
        shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(columns), "LINES": str(rows)}
        os.execvpe(command[0], list(command), {**os.environ, **env, **shown})
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    seen = b""
    try:
        while time.perf_counter() - start < 20:
            if select.select([fd], [], [], 0.5)[0]:
                seen += os.read(fd, 65536)
                if words.encode() in ESCAPES.sub(b"", seen):
                    return time.perf_counter() - start
        raise TimeoutError(f"{words!r} never came: {ESCAPES.sub(b'', seen)[-300:]!r}")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(fd)
