"""Patterns -> the words of an index they stand for, at most `MOST`, as an `or` Whoosh can search quickly.

Whoosh's own expansion takes every word and builds a tree of pairs as deep as their number; here the commonest words are
taken and read into one array. Not here: what a pattern is (`patterns.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import heapq
from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from whoosh.query.compound import Or
from whoosh.query.qcore import Every, NullQuery
from whoosh.query.terms import Term

from index.analysis import stem
from index.patterns import Pattern, Several, pattern

if TYPE_CHECKING:
    from whoosh.query.qcore import Query
    from whoosh.reading import IndexReader

MOST = 32
"""How many words a pattern may stand for."""


class AnyOf(Or):
    """An `or` whose scores are read into one array, however many its words."""

    matcher_type = Or.ARRAY_MATCHER


def expand(query: Query, reader: IndexReader) -> tuple[Query, list[str]]:
    """`query` with the words of the index for its patterns, and a word on each pattern that stood for too many."""
    notes: list[str] = []

    def grown(node: Query) -> Query:
        if isinstance(node, Several):
            return _any_of(node, reader, notes)
        if isinstance(node, Every) and node.fieldname == "words":
            return Every()  # Whoosh would read every posting of the field to find what every document has
        return node if node.is_leaf() else node.apply(grown)

    return grown(query), notes


def _any_of(node: Several, reader: IndexReader, notes: list[str]) -> Query:
    shape = pattern(node)
    found = list(_words(node.fieldname, shape, reader))
    if node.fieldname == "words":
        stems = {word for _, _, word in found}
        found += [form for form in _words("forms", shape, reader) if stem(form[2]) not in stems]
    if len(found) > MOST:
        notes.append(f"{shape.written} stands for {len(found)} words; the {MOST} commonest were searched for")
        found = heapq.nlargest(MOST, found)
    return AnyOf([Term(field, word) for _, field, word in found], boost=node.boost) if found else NullQuery


def _words(field: str, shape: Pattern, reader: IndexReader) -> Iterator[tuple[int, str, str]]:
    """(documents that have it, field, word) for each word of a field that passes."""
    start = shape.start.encode()
    terms = reader.iter_from(field, start)
    for (_, raw), known in takewhile(lambda term: term[0][0] == field and term[0][1].startswith(start), terms):
        word = raw.decode()
        if shape.passes(word):
            yield known.doc_frequency(), field, word
