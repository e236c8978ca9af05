"""Prefixes, wildcards and fuzzy words: one test of a word, for the words of an index and for the words of a text.

A pattern is tried on a word's folded form and on its stem; either may pass. Not here: which words an index has
(`expansion.py`).
"""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Callable
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from whoosh.query.ranges import TermRange
from whoosh.query.terms import FuzzyTerm, Prefix, Wildcard

from index.analysis import stem
from index.mending import FURTHEST

_GLOB = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A query's word that stands for several.

    written: as the reader wrote it. start: what every word it stands for begins with; may be empty.
    passes: whether a folded form or stem is one of them.
    """

    written: str
    start: str
    passes: Callable[[str], bool]


Several = Prefix | Wildcard | FuzzyTerm | TermRange
"""The nodes of Whoosh's query tree that stand for several words."""


def pattern(query: Several) -> Pattern:
    """The pattern of a node of the query tree.

    A fuzzy word must share its first letter and differ by at most so many insertions, deletions, changes or swaps of
    neighbours (optimal string alignment distance); its own stem passes too.
    """
    if isinstance(query, TermRange):
        return Pattern(str(query), "", lambda word: _within(word, query.start, query.end))
    text = str(query.text)
    if isinstance(query, Prefix):
        return Pattern(f"{text}*", text, lambda word: word.startswith(text))
    if isinstance(query, FuzzyTerm):
        return _fuzzy(text, min(query.maxdist, FURTHEST), max(query.prefixlength, 1))
    shape = re.compile(fnmatch.translate(text.replace("[", "[[]")))
    return Pattern(text, _GLOB.split(text, maxsplit=1)[0], lambda word: shape.match(word) is not None)


def _fuzzy(text: str, furthest: int, same: int) -> Pattern:
    own, start = stem(text), text[:same]

    def passes(word: str) -> bool:
        if not word.startswith(start):
            return False
        return word == own or OSA.distance(text, word, score_cutoff=furthest) <= furthest

    return Pattern(f"{text}~{furthest}", start, passes)


def _within(word: str, start: str | None, end: str | None) -> bool:
    return (start is None or word >= start) and (end is None or word <= end)
