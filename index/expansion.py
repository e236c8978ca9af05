"""Patterns -> the words of an index they stand for, at most `MOST`.

Not here: what a pattern is (`patterns.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

from whoosh.query.compound import Or
from whoosh.query.qcore import NullQuery
from whoosh.query.terms import Term

from index.analysis import form_and_stem
from index.patterns import Pattern, Several, pattern

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.segments import Segments

MOST = 32
"""How many words a pattern may stand for."""


def expand(query: Query, index: Segments) -> tuple[Query, list[str]]:
    """`query` with words of the index for its patterns, and a word on each pattern that stood for too many."""
    notes: list[str] = []

    def grown(node: Query) -> Query:
        if isinstance(node, Several):
            return _any_of(node, index, notes)
        return node if node.is_leaf() else node.apply(grown)

    return grown(query), notes


def _any_of(node: Several, index: Segments, notes: list[str]) -> Query:
    shape = pattern(node)
    if node.fieldname == "exact":  # a stem that is nowhere a form of its own finds nothing
        words = {*_passing(shape, "forms", index), *_passing(shape, "words", index)}
        found = [("exact", word) for word in sorted(words)]
    else:
        found = [(node.fieldname, word) for word in _passing(shape, node.fieldname, index)]
    if node.fieldname == "words":
        stems = {word for _, word in found}
        found += [("forms", form) for form in _passing(shape, "forms", index) if form_and_stem(form)[1] not in stems]
    if len(found) > MOST:
        notes.append(f"{shape.written} stands for {len(found)} words; the {MOST} commonest were searched for")
        found = heapq.nlargest(MOST, found, key=lambda word: _documents(index, *word))
    return Or([Term(field, word) for field, word in found]) if found else NullQuery


def _documents(index: Segments, field: str, word: str) -> int:
    return sum(index.documents(one, word) for one in (("forms", "words") if field == "exact" else (field,)))


def _passing(shape: Pattern, field: str, index: Segments) -> list[str]:
    return sorted(filter(shape.passes, index.words(field, shape.start)))
