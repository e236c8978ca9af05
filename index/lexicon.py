"""The words of one field of a segment, in order, with where their posting lists are. Not here: the lists."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

_LAST = "\U0010ffff"
_BETWEEN = "\0"
"""What stands between words: names may hold anything else, file names even parts of characters."""


class Lexicon:
    """Words in the order of their code points. counts: in how many documents each stands."""

    def __init__(self, words: list[str], counts: Sequence[int], ends: Sequence[int]) -> None:
        """ends: where the list of each word ends in the file, the first number where the first begins."""
        self.words = words
        self.counts = counts
        self._ends = ends

    def number(self, word: str) -> int | None:
        """The place of a word among the words; None where it is not there."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else None

    def count(self, word: str) -> int:
        """In how many documents a word stands."""
        number = self.number(word)
        return 0 if number is None else self.counts[number]

    def beginning(self, start: str) -> list[str]:
        """The words that begin with `start`."""
        return self.words[bisect_left(self.words, start) : bisect_left(self.words, start + _LAST)]

    def extent(self, number: int) -> tuple[int, int]:
        """Where the list of a word begins and ends, in bytes."""
        return self._ends[number], self._ends[number + 1]

    @staticmethod
    def to_bytes(words: Sequence[str], counts: Sequence[int], sizes: Sequence[int]) -> tuple[bytes, list[int]]:
        """(bytes, the lengths of their three parts).

        words: in order, none twice, none with a NUL. sizes: of their lists, in bytes.
        """
        parts = (
            _BETWEEN.join(words).encode("utf-8", "surrogatepass"),
            array("I", counts).tobytes(),
            array("I", sizes).tobytes(),
        )
        return b"".join(parts), [len(part) for part in parts]

    @classmethod
    def from_bytes(cls, data: bytes, lengths: Sequence[int], start: int) -> Lexicon:
        """The words that `to_bytes` wrote. start: where the first list begins in its file."""
        text, counts, _ = lengths
        words = data[:text].decode("utf-8", "surrogatepass").split(_BETWEEN) if counts else []
        sizes = array("I", data[text + counts :])
        return cls(words, array("I", data[text : text + counts]), array("Q", accumulate(sizes, initial=start)))
