"""How far a command is, on one line of the terminal that is written over. Nothing where there is no terminal."""

from __future__ import annotations

from typing import Self, TextIO

from briefings.sources.decode import disarm

_CLEAR = "\r\x1b[K"
_WIDTH = 78


class Progress:
    """`3 of 12 · name`, while there is more than one.

    of: how many there are. place: how far it is, in words.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = False
        self.of = 0
        self.place = "the start"

    def show(self, number: int, name: str) -> None:
        """Say that source `number`, called `name`, is read now."""
        self.place = f"{number} of {self.of}"
        if self.of > 1 and self._stream.isatty():
            line = f"{self.place} · {disarm(name)}".replace("\n", " ")
            self._stream.write(f"{_CLEAR}{line if len(line) <= _WIDTH else line[: _WIDTH - 1] + '…'}")
            self._stream.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._shown:
            self._stream.write(_CLEAR)
            self._stream.flush()
            self._shown = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()
