"""A pasted page's lines, kept small: a page can have half a million. Not here: making them of a text (`lines.py`)."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple, overload

from briefings.article import Span

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = re.compile(r"[.!?][\"”’'»)\]*]*(?: ?[♦■●▪◆∎])?$")
_TRAILS = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*$")
_TAIL = 40  # code points in which a sentence's end with its closing marks stands
_HAS_BULLET, _HAS_GAP = 1, 2


class Line(NamedTuple):
    """One line with something in it.

    span: where its words stand in the decoded text, without bullet and white space around them.
    text: its words, normalised.
    indent: how many code points of white space stand before it.
    bullet: whether it is an item of a list.
    gap: whether an empty line, or the start of the text, stands before it.
    """

    span: Span
    text: str
    indent: int
    bullet: bool
    gap: bool

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return ends_sentence(self.text)

    @property
    def trails(self) -> bool:
        """Whether it breaks off in dots, as teasers do."""
        return breaks_off(self.text)

    @property
    def words(self) -> list[str]:
        """Its words."""
        return words_of(self.text)


class Lines(Sequence[Line]):
    """The lines of a page, in order, in arrays: a page can have half a million of them.

    texts: their words, normalised. indents: the white space before each, in code points.
    """

    __slots__ = ("_flags", "_starts", "_stops", "indents", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.indents = array("I")
        self._starts, self._stops = array("I"), array("I")
        self._flags = bytearray()

    def append(self, start: int, stop: int, text: str, indent: int, *, bullet: bool, gap: bool) -> None:
        """Add a line that stands at [start, stop) of the decoded text."""
        self._starts.append(start)
        self._stops.append(stop)
        self.texts.append(text)
        self.indents.append(indent)
        self._flags.append(_HAS_BULLET * bullet + _HAS_GAP * gap)

    def span(self, number: int) -> Span:
        """Where a line's words stand in the decoded text."""
        return Span(self._starts[number], self._stops[number])

    def has_bullet(self, number: int) -> bool:
        """Whether a line is an item of a list."""
        return self._flags[number] & _HAS_BULLET != 0

    def has_gap(self, number: int) -> bool:
        """Whether an empty line, or the start of the text, stands before a line."""
        return self._flags[number] & _HAS_GAP != 0

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, number: int) -> Line: ...

    @overload
    def __getitem__(self, number: slice) -> list[Line]: ...

    def __getitem__(self, number: int | slice) -> Line | list[Line]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        flags, span = self._flags[number], Span(self._starts[number], self._stops[number])
        return Line(span, self.texts[number], self.indents[number], flags & _HAS_BULLET != 0, flags & _HAS_GAP != 0)


def ends_sentence(text: str) -> bool:
    """Whether a line (normalised) ends as a sentence does."""
    return _ENDS.search(text, max(0, len(text) - _TAIL)) is not None and not breaks_off(text)


def breaks_off(text: str) -> bool:
    """Whether a line (normalised) breaks off in dots."""
    return _TRAILS.search(text, max(0, len(text) - _TAIL)) is not None


def words_of(text: str) -> list[str]:
    """The words of a line, without the marks around them."""
    return _WORD.findall(text)
