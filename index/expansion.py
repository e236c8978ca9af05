"""Patterns -> the words of an index they stand for, at most `MOST`, as an `or` Whoosh can search quickly.

Whoosh's own expansion takes every word and builds a tree of pairs as deep as their number; here the commonest words are
taken and read into one array. Not here: what a pattern is (`patterns.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from whoosh.query.compound import Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every, NullQuery
from whoosh.query.terms import Term

from index.adjacency import Adjacent
from index.analysis import stem
from index.lexicon import Lexicon
from index.patterns import Pattern, Several, pattern

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

MOST = 32
"""How many words a pattern may stand for."""


class AnyOf(Or):
    """An `or` whose scores are read into one array, however many its words."""

    matcher_type = Or.ARRAY_MATCHER


def expand(query: Query, lexicon: Lexicon) -> tuple[Query, list[str]]:
    """`query` with words of the index for its patterns, and a word on each pattern that stood for too many."""
    notes: list[str] = []

    def grown(node: Query) -> Query:
        if isinstance(node, Several):
            return _any_of(node, lexicon, notes)
        if isinstance(node, Phrase):
            return Adjacent.of(node)
        if isinstance(node, Every) and node.fieldname == "words":
            return Every()  # Whoosh would read every posting of the field to find what every document has
        return node if node.is_leaf() else node.apply(grown)

    return grown(query), notes


def _any_of(node: Several, lexicon: Lexicon, notes: list[str]) -> Query:
    shape = pattern(node)
    found = [(node.fieldname, word) for word in _passing(shape, node.fieldname, lexicon)]
    if node.fieldname == "words":
        stems = {word for _, word in found}
        found += [("forms", form) for form in _passing(shape, "forms", lexicon) if stem(form) not in stems]
    if len(found) > MOST:
        notes.append(f"{shape.written} stands for {len(found)} words; the {MOST} commonest were searched for")
        found = heapq.nlargest(MOST, found, key=lambda word: lexicon.documents(*word))
    return AnyOf([Term(field, word) for field, word in found], boost=node.boost) if found else NullQuery


def _passing(shape: Pattern, field: str, lexicon: Lexicon) -> list[str]:
    return sorted(filter(shape.passes, lexicon.words(field, shape.start)))
