"""What speaks for and against two passages reporting the same thing, made one score. Not here: finding the passages.

The more alike two passages are (`similarity.py`), the less each is like other sentences of the other's text
(competition), the closer they stand to the same depth of their texts, and the more words there are to compare, the
likelier they report the same. Words copied in a row speak for it; numbers of which none agree, and a denial against
none, against.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.rounding import may_be_one
from briefings.framing.similarity import Passage

COMPETITION, DISTANCE, LENGTH, DISSENT, COPIED = 0.35, 0.10, 0.07, 0.03, 0.20
"""What each is worth beside a similarity of 0 to 1. The first three were fitted by logistic regression on pairs of
passages that people marked in the reports of 30 events, judged on events held out, and rounded."""

MIDDLE, STEEPNESS = 0.36, 8.5
"""The logistic function that turns evidence into a score: one half at `MIDDLE`; the steepness is the regression's."""


class Place(NamedTuple):
    """A sentence: the index of its text, its span there, and how far down the text it starts (0 to 1)."""

    text: int
    span: Span
    depth: float


class Sight(NamedTuple):
    """A passage seen from the texts: its terms, where it stands, the numbers of the sentences it stands in, and how
    alike it is to each sentence, by number."""

    passage: Passage
    place: Place | None
    own: frozenset[int] = frozenset()
    alike: Mapping[int, float] = MappingProxyType({})


def judge(alike: float, one: Sight, other: Sight, rival: float, other_rival: float, *, copied: bool = False) -> float:
    """How strongly two passages seem to report the same thing, 0 to 1; 0 for passages that share nothing.

    alike: their similarity. rival: how alike `one` is to the sentence most like it in `other`'s text, `other` aside;
    other_rival: the other way round. copied: whether they have a long run of words in common.
    """
    if not alike:
        return 0.0
    distance = abs(one.place.depth - other.place.depth) if one.place and other.place else 0.0
    shorter = min(len(one.passage.terms), len(other.passage.terms))
    speaks_for = alike + LENGTH * math.log(1 + shorter) + COPIED * copied
    against = COMPETITION * (rival + other_rival) / 2 + DISTANCE * distance
    against += DISSENT * dissent(one.passage, other.passage)
    return 1 / (1 + math.exp(STEEPNESS * (MIDDLE - speaks_for + against)))


def dissent(one: Passage, other: Passage) -> int:
    """How often two passages gainsay each other: numbers of which none agree, a denial against none."""
    apart = one.numbers and other.numbers and not any(may_be_one(x, y) for x in one.numbers for y in other.numbers)
    return bool(apart) + (one.negated != other.negated)
