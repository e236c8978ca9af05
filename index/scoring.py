"""A query tree -> the documents it matches and how well: BM25 (S. Robertson, H. Zaragoza, The Probabilistic Relevance
Framework: BM25 and Beyond, 2009), with Lucene's form of the inverse document frequency, which is never negative.

A whole posting list at a time, as tables of documents: the total is needed anyway, and a document costs a third of
what it costs to step through Whoosh's matchers. Not here: reading the lists (`segments.py`).
"""

from __future__ import annotations

import heapq
import math
from array import array
from functools import cached_property, reduce
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every
from whoosh.query.ranges import NumericRange
from whoosh.query.terms import Term
from whoosh.query.wrappers import Not

from index.segments import Segment, Segments

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

B, K1 = 0.75, 1.2
"""How much the length of a document counts, and how soon a repeated word counts no more."""

Scores = dict[int, float]
"""Documents of one segment that match, with their scores."""


def best(query: Query, index: Segments, limit: int) -> tuple[list[tuple[float, dict[str, Any]]], int]:
    """The `limit` best documents as (score, stored fields), best first, and how many match."""
    total, found = 0, []
    for part in index.parts.values():
        scores = Scorer(part, index).scores(query)
        for number in part.removed:
            scores.pop(number, None)
        total += len(scores)
        found += [(score, part, number) for number, score in heapq.nlargest(limit, scores.items(), key=itemgetter(1))]
    first = heapq.nlargest(limit, found, key=itemgetter(0))
    return [(score, part.leaf.stored_fields(number)) for score, part, number in first], total


class Scorer:
    """The matches of one segment; statistics are of the whole index."""

    def __init__(self, part: Segment, index: Segments) -> None:
        self._part = part
        self._index = index
        self._norms: dict[str, list[float]] = {}

    def scores(self, query: Query) -> Scores:
        """The documents that match `query`, removed ones included."""
        if isinstance(query, Term):
            return self._word(query.fieldname, query.text, query.boost)
        if isinstance(query, And):
            return self._all_of(list(query.subqueries))
        if isinstance(query, Or):
            return self._any_of(list(query.subqueries))
        if isinstance(query, Not):
            matched = self.scores(query.query)
            return {number: 1.0 for number in self._every if number not in matched}
        if isinstance(query, Phrase):
            return self._phrase(query)
        if isinstance(query, NumericRange):
            return self._days(query)
        if isinstance(query, Every):
            return dict.fromkeys(self._every_of(query.fieldname), 1.0)
        return {}

    @cached_property
    def _every(self) -> range:
        return range(self._part.count)

    def _every_of(self, field: str | None) -> list[int] | range:
        if field in (None, "words"):
            return self._every
        return [number for number, length in enumerate(self._part.lengths(str(field))) if length]

    def _rarity(self, field: str, word: str) -> float:
        having = self._index.documents(field, word)
        return math.log(1 + max(0.0, self._index.count - having + 0.5) / (having + 0.5))

    def _norms_of(self, field: str) -> list[float]:
        if field not in self._norms:
            counted = "words" if field == "forms" else field
            fixed, slope = K1 * (1 - B), K1 * B / self._index.average(counted)
            self._norms[field] = [fixed + slope * length for length in self._part.lengths(counted)]
        return self._norms[field]

    def _word(self, field: str, word: str, boost: float) -> Scores:
        top = boost * self._rarity(field, word) * (K1 + 1)
        norms, found = self._norms_of(field), {}
        for numbers, weights, _ in self._part.postings(field, word):
            found.update({n: top * weight / (weight + norms[n]) for n, weight in zip(numbers, weights, strict=True)})
        return found

    def _all_of(self, queries: list[Query]) -> Scores:
        barred = [self.scores(query.query) for query in queries if isinstance(query, Not)]
        wanted = sorted((self.scores(query) for query in queries if not isinstance(query, Not)), key=len)
        if not wanted:
            wanted = [dict.fromkeys(self._every, 1.0)]
        found = reduce(lambda few, many: {n: s + many[n] for n, s in few.items() if n in many}, wanted)
        for matched in barred:
            found = {number: score for number, score in found.items() if number not in matched}
        return found

    def _any_of(self, queries: list[Query]) -> Scores:
        found: Scores = {}
        for query in queries:
            for number, score in self.scores(query).items():
                found[number] = found.get(number, 0.0) + score
        return found

    def _phrase(self, query: Phrase) -> Scores:
        """A phrase scores as one word as rare as all its words together."""
        field, words = query.fieldname, query.words
        places = {word: self._places(field, word) for word in words}
        having = reduce(set.intersection, sorted((set(known) for known in places.values()), key=len))
        top = sum(self._rarity(field, word) for word in words) * (K1 + 1)
        norms, found = self._norms_of(field), {}
        for number in having:
            times = _occurrences([places[word][number] for word in words], query.slop)
            if times:
                found[number] = top * times / (times + norms[number])
        return found

    def _places(self, field: str, word: str) -> dict[int, bytes]:
        found: dict[int, bytes] = {}
        for numbers, _, values in self._part.postings(field, word):
            found.update(zip(numbers, values, strict=True))
        return found

    def _days(self, query: NumericRange) -> Scores:
        first = (query.start or 0) + query.startexcl
        last = (query.end if query.end is not None else _LAST_DAY) - query.endexcl
        days = self._part.days(query.fieldname)
        return {number: 1.0 for number, day in enumerate(days) if first <= day <= last}


_LAST_DAY = 3_652_059
"""The ordinal of the last day the calendar has, 9999-12-31."""


def _occurrences(places: list[bytes], slop: int) -> int:
    """How often words at these places follow one another, each at most `slop` after the one before."""
    reached = set(array("I", places[0]))
    for known in places[1:]:
        near = reached if slop == 1 else {place + step for place in reached for step in range(slop)}
        reached = {place + 1 for place in near}.intersection(array("I", known))
        if not reached:
            break
    return len(reached)
