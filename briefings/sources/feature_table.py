"""The features of a page's lines, kept small: yes or no as bits, shares (0 to 1) in arrays. Not here: finding them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import overload

OWN = (
    "bias",
    "up to 3 words",
    "4 to 7 words",
    "8 to 15 words",
    "16 to 30 words",
    "over 30 words",
    "ends a sentence",
    "breaks off",
    "quotes",
    "comma",
    "item",
    "capitals",
    "separators",
    "label",
    "tail heading",
    "notice",
    "author box",
    "picture credit",
    "time stamp",
    "byline",
    "caption",
    "dateline",
    "repeated",
)
"""What a line shows by itself; `repeated`: it stands on the page more than once."""
AROUND = ("deck", "credit follows", "date follows", "signed before", "after the start")
"""What its neighbours say of it."""
DEPTH = ("no indentation", "flush", "flush and short", "item in the body")
"""How it is set off from the margin."""
FORMS = ("prose", "running", "long sentence")
"""What rules ask about: a sentence of a running text, one that lost its last stop, a sentence of 80 code points.
The score does not weigh them: they are made of the others."""
SHARES = ("sentences inside", "function words", "lower case", "digits")
"""What is a share rather than yes or no."""

BIT: Mapping[str, int] = {name: 1 << number for number, name in enumerate((*OWN, *AROUND, *DEPTH, *FORMS))}
WEIGHED = (*OWN, *AROUND, *DEPTH)


def bits(names: Iterable[str]) -> int:
    """The bits of several features together."""
    return sum(BIT[name] for name in names)


class Features:
    """The features of one line: `features["label"]` is 1.0 or 0.0, a share anything between.

    marks: bits of `BIT`. shares: the values of `SHARES`.
    """

    __slots__ = ("marks", "shares")

    def __init__(self, marks: int, shares: Sequence[float]) -> None:
        self.marks = marks
        self.shares = shares

    def __getitem__(self, name: str) -> float:
        bit = BIT.get(name)
        return self.shares[SHARES.index(name)] if bit is None else float(self.marks & bit != 0)

    def has(self, marks: int) -> bool:
        """Whether the line has one or more of the features with these bits."""
        return self.marks & marks != 0

    def weighed(self) -> dict[str, float]:
        """Every feature that the score weighs and that is not 0, by name, from 0 to 1."""
        found = {name: 1.0 for name in WEIGHED if self.marks & BIT[name]}
        return found | {name: share for name, share in zip(SHARES, self.shares, strict=True) if share}


NOTHING = Features(0, (0.0,) * len(SHARES))


class FeatureTable(Sequence[Features]):
    """The features of all lines of a page.

    marks: the bits of every line. shares: for each of `SHARES` an array with every line's. words: how many each has.
    seen: the numbers of the lines that were looked at, in order; the others have no features.
    """

    __slots__ = ("marks", "seen", "shares", "words")

    def __init__(self, seen: Sequence[int], count: int) -> None:
        self.seen = seen
        self.marks = array("Q", bytes(8 * count))
        self.words = array("I", bytes(array("I").itemsize * count))
        self.shares = [array("d", bytes(8 * count)) for _ in SHARES]

    def __len__(self) -> int:
        return len(self.marks)

    @overload
    def __getitem__(self, number: int) -> Features: ...

    @overload
    def __getitem__(self, number: slice) -> list[Features]: ...

    def __getitem__(self, number: int | slice) -> Features | list[Features]:
        if isinstance(number, slice):
            return [self[at] for at in range(*number.indices(len(self)))]
        marks = self.marks[number]
        return Features(marks, tuple(share[number] for share in self.shares)) if marks else NOTHING

    def __iter__(self) -> Iterator[Features]:
        return map(self.__getitem__, range(len(self)))
