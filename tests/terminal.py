"""A program in a pseudo-terminal, and the screen a person would see: pyte reads what the program prints."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import pyte

NAMED = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "backspace": "\x7f",
    "ctrl+s": "\x13",
}
PATIENCE_SECONDS = 60.0


class Terminal:
    """One run of a program at a size. `with Terminal([...]) as terminal: terminal.wait_for("words")`."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str], size: tuple[int, int] = (120, 36)) -> None:
        columns, rows = size
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            shown = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "COLUMNS": str(columns), "LINES": str(rows)}
            os.execvpe(command[0], list(command), {**os.environ, **env, **shown})
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.kill()
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen, a line a row."""
        return "\n".join(self._screen.display)

    def press(self, *keys: str) -> None:
        """Type keys: single characters, words of several, or a name of `NAMED`."""
        for key in keys:
            os.write(self._fd, NAMED.get(key, key).encode())
            self._read(0.05)

    def wait_for(self, words: str) -> str:
        """Wait until `words` are on the screen, and return it; fails with the screen when they never come."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while words not in self.text:
            if time.monotonic() > deadline or not self._read(0.2):
                raise AssertionError(f"{words!r} never came; the screen:\n{self.text}")
        return self.text

    def wait_until_gone(self, words: str) -> str:
        """Wait until `words` have left the screen, and return it."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while words in self.text:
            assert time.monotonic() < deadline, f"{words!r} never went; the screen:\n{self.text}"
            self._read(0.2)
        return self.text

    def wait_for_exit(self) -> int:
        """Wait until the program ends; its exit status."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            self._read(0.1)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"the program never ended; the screen:\n{self.text}")

    def kill(self) -> None:
        """End the program at once, as a power cut would."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0

    def _read(self, seconds: float) -> bool:
        """Take in what the program prints within `seconds`; False once it has closed the terminal."""
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self._stream.feed(data)
        if b"\x1b[6n" in data:
            os.write(self._fd, b"\x1b[1;1R")
        return bool(data)
