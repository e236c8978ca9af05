"""A query tree -> the documents it matches and how well: BM25 (S. Robertson, H. Zaragoza, The Probabilistic Relevance
Framework: BM25 and Beyond, 2009), with Lucene's form of the inverse document frequency, which is never negative.

A whole posting list at a time, as tables of documents: the total is needed anyway, and a document costs a third of
what it costs to step through Whoosh's matchers. Not here: reading the lists (`segments.py`), phrases (`places.py`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every
from whoosh.query.ranges import NumericRange
from whoosh.query.terms import Term
from whoosh.query.wrappers import Not

from index.places import exact_places, phrase_places
from index.query import OF_LIBRARY

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.segments import Segment, Segments

B, K1 = 0.75, 1.2
"""How much the length of a document counts, and how soon a repeated word counts no more."""

Scores = dict[int, float]
"""Documents of one segment that match, with their scores."""

Marked = Callable[[str, list[str]], Collection[str]]
"""The ids of the articles that the library's `field` of `OF_LIBRARY` has these words for."""


def nothing_marked(field: str, words: list[str]) -> Collection[str]:
    """For an index without a library beside it."""
    return ()


class Scorer:
    """The matches of one segment; statistics are of the whole index."""

    def __init__(self, part: Segment, index: Segments, marked: Marked = nothing_marked) -> None:
        self._part = part
        self._index = index
        self._marked = marked
        self._norms: dict[str, list[float]] = {}

    def matches(self, query: Query) -> Scores:
        """The documents that match `query` and are still there."""
        scores = self._scores(query)
        for number in self._part.removed:
            scores.pop(number, None)
        return scores

    def _scores(self, query: Query) -> Scores:
        if isinstance(query, And):
            return self._all_of(list(query.subqueries))
        if isinstance(query, Or):
            return self._any_of(list(query.subqueries))
        if isinstance(query, Not):
            matched = self._scores(query.query)
            return {number: 1.0 for number in self._every if number not in matched}
        if isinstance(query, Term | Phrase):
            return self._words(query.fieldname, [query.text] if isinstance(query, Term) else query.words, query)
        if isinstance(query, NumericRange):
            return self._days(query)
        if isinstance(query, Every):
            return dict.fromkeys(self._every_of(query.fieldname), 1.0)
        return {}

    def _words(self, field: str, words: list[str], query: Term | Phrase) -> Scores:
        if field in OF_LIBRARY:
            numbers = (self._part.number(id) for id in self._marked(field, words))
            return {number: 1.0 for number in numbers if number is not None}
        if isinstance(query, Term) and field != "exact":
            return self._word(field, query.text, query.boost)
        return self._places(field, words, query.slop if isinstance(query, Phrase) else 1)

    @cached_property
    def _every(self) -> range:
        return range(self._part.count)

    def _every_of(self, field: str | None) -> list[int] | range:
        if field in (None, "words"):
            return self._every
        return [number for number, length in enumerate(self._part.opened.lengths(str(field))) if length]

    def _rarity(self, field: str, word: str) -> float:
        having = self._index.documents("words" if field == "exact" else field, word)
        return math.log(1 + max(0.0, self._index.count - having + 0.5) / (having + 0.5))

    def _norms_of(self, field: str) -> list[float]:
        if field not in self._norms:
            counted = "words" if field in ("forms", "exact") else field
            fixed, slope = K1 * (1 - B), K1 * B / self._index.average(counted)
            self._norms[field] = [fixed + slope * length for length in self._part.opened.lengths(counted)]
        return self._norms[field]

    def _word(self, field: str, word: str, boost: float) -> Scores:
        found = self._part.postings(field, word)
        if found is None:
            return {}
        top = boost * self._rarity(field, word) * (K1 + 1)
        norms = self._norms_of(field)
        return {n: top * weight / (weight + norms[n]) for n, weight in zip(found.documents, found.weights, strict=True)}

    def _places(self, field: str, words: list[str], slop: int) -> Scores:
        """A phrase scores as one word as rare as all its words together."""
        places = phrase_places(self._part, field, words, slop) if len(words) > 1 else exact_places(self._part, words[0])
        top = sum(self._rarity(field, word) for word in words) * (K1 + 1)
        norms = self._norms_of(field)
        return {n: top * times / (times + norms[n]) for n, times in self._part.documents_at(places).items()}

    def _all_of(self, queries: list[Query]) -> Scores:
        barred = [self._scores(query.query) for query in queries if isinstance(query, Not)]
        wanted = sorted((self._scores(query) for query in queries if not isinstance(query, Not)), key=len)
        if not wanted:
            wanted = [dict.fromkeys(self._every, 1.0)]
        found = reduce(lambda few, many: {n: s + many[n] for n, s in few.items() if n in many}, wanted)
        for matched in barred:
            found = {number: score for number, score in found.items() if number not in matched}
        return found

    def _any_of(self, queries: list[Query]) -> Scores:
        found: Scores = {}
        for query in queries:
            scores = self._scores(query)
            if len(scores) > len(found):
                found, scores = scores, found
            for number, score in scores.items():
                found[number] = found.get(number, 0.0) + score
        return found

    def _days(self, query: NumericRange) -> Scores:
        first = max(1, (query.start or 0) + query.startexcl)
        last = (query.end if query.end is not None else _LAST_DAY) - query.endexcl
        return {number: 1.0 for number, day in enumerate(self._part.opened.days) if first <= day <= last}


_LAST_DAY = 3_652_059
"""The ordinal of the last day the calendar has, 9999-12-31."""
