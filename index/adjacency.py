"""Phrases: documents where words stand next to each other, told from the words' positions alone.

Whoosh makes an object of every occurrence of every word; here two sets of numbers are compared. Not here: phrases in a
text (`matches.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from whoosh.matching.binary import IntersectionMatcher
from whoosh.matching.mcore import Matcher, NullMatcher
from whoosh.matching.wrappers import WrappingMatcher
from whoosh.query.positional import Phrase
from whoosh.query.terms import Term
from whoosh.util import make_binary_tree

if TYPE_CHECKING:
    from whoosh.searching import SearchContext, Searcher


class Adjacent(Phrase):
    """A phrase of Whoosh's query tree, found by comparing positions."""

    @classmethod
    def of(cls, phrase: Phrase) -> Self:
        """The same phrase."""
        return cls(phrase.fieldname, phrase.words, phrase.slop, phrase.boost)

    def matcher(self, searcher: Searcher, context: SearchContext | None = None) -> Any:
        """The documents with the phrase, scored as with all its words."""
        words = {word: Term(self.fieldname, word).matcher(searcher, context) for word in self.words}
        if not all(matcher.is_active() for matcher in words.values()):
            return NullMatcher()
        return AdjacencyMatcher([words[word] for word in self.words], list(words.values()), self.slop, self.boost)


class AdjacencyMatcher(WrappingMatcher):
    """Goes through the documents that have all words, and stops where they stand in order, each near the one before."""

    def __init__(self, phrase: list[Any], words: list[Any], slop: int, boost: float) -> None:
        """phrase: a matcher for each word in order. words: each matcher once. slop: how far the next word may stand."""
        super().__init__(make_binary_tree(IntersectionMatcher, words), boost=boost)
        self._phrase = phrase
        self._steps = range(1, slop + 1)
        self._find()

    def _find(self) -> None:
        while self.child.is_active() and not self._stands_here():
            self.child.next()

    def _stands_here(self) -> bool:
        reached = set(self._phrase[0].value_as("positions"))
        for word in self._phrase[1:]:
            near = {place + step for place in reached for step in self._steps}
            reached = near.intersection(word.value_as("positions"))
            if not reached:
                return False
        return True

    def next(self) -> None:
        """Go to the next document with the phrase."""
        self.child.next()
        self._find()

    def skip_to(self, id: int) -> None:
        """Go to the first document with the phrase from `id` on."""
        self.child.skip_to(id)
        self._find()

    def skip_to_quality(self, minquality: float) -> Any:
        """Go on to where a score above `minquality` is possible."""
        skipped = self.child.skip_to_quality(minquality / self.boost)
        self._find()
        return skipped

    def all_ids(self) -> Any:
        """The documents that are left."""
        while self.is_active():
            yield self.id()
            self.next()

    def replace(self, minquality: float = 0) -> Any:
        """Itself, or nothing where no score above `minquality` is left."""
        if not self.is_active() or (minquality and self.max_quality() < minquality):
            return NullMatcher()
        return self

    def copy(self) -> Matcher:
        """Not offered: nothing of ours goes over a matcher twice."""
        raise NotImplementedError
