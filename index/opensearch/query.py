"""Whoosh's query tree -> OpenSearch's query language. Pure.

Every node finds what it finds on one machine. Two differences: a prefix, wildcard or fuzzy word stands for all the
words the archive has (not for the commonest 32), and documents it finds count alike; and a phrase of three words or
more with words allowed between is found where its words follow one another as early as they can. Not here: reading the
query (`index/query.py`), fields (`mapping.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from whoosh.query.compound import And, Or
from whoosh.query.positional import Phrase
from whoosh.query.qcore import Every
from whoosh.query.ranges import NumericRange, TermRange
from whoosh.query.terms import FuzzyTerm, Prefix, Term, Wildcard
from whoosh.query.wrappers import Not

from index.analysis import stem
from index.mending import FURTHEST
from index.opensearch.mapping import term
from index.query import OF_LIBRARY

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

Clause = dict[str, Any]
"""A query in OpenSearch's language."""

Marked = Callable[[str, list[str]], Collection[str]]
"""(field of `OF_LIBRARY`, its words) -> the ids of the documents it is true of: the reader's library knows them."""

NOTHING: Clause = {"match_none": {}}
EVERYTHING: Clause = {"match_all": {}}

_SPREAD = {"words": ("words", "exact")}
"""Patterns are tried on stems and on forms."""

_ESCAPED = str.maketrans({"\\": "\\\\"})


def clause(query: Query, marked: Marked) -> Clause:
    """What finds in an archive the documents that `query` matches."""
    if isinstance(query, And):
        return _all_of(list(query.subqueries), marked)
    if isinstance(query, Or):
        return any_of(clause(child, marked) for child in query.subqueries)
    if isinstance(query, Not):
        return {"bool": {"must_not": [clause(query.query, marked)]}}
    if query.field() in OF_LIBRARY:
        return {"constant_score": {"filter": {"terms": {"id": sorted(_marked(query, marked))}}}}
    for kind, translate in _LEAVES.items():
        if isinstance(query, kind):
            return translate(query)
    return NOTHING


def any_of(clauses: Iterable[Clause]) -> Clause:
    """Documents that one of the clauses finds, or several."""
    found = list(clauses)
    return {"bool": {"should": found, "minimum_should_match": 1}} if found else NOTHING


def _all_of(queries: list[Query], marked: Marked) -> Clause:
    barred = [clause(query.query, marked) for query in queries if isinstance(query, Not)]
    wanted = [clause(query, marked) for query in queries if not isinstance(query, Not)]
    return {"bool": {"must": wanted, "must_not": barred}}


def _marked(query: Query, marked: Marked) -> Collection[str]:
    if isinstance(query, Phrase):
        return marked(query.fieldname, list(query.words))
    return marked(query.fieldname, [query.text]) if isinstance(query, Term) else ()


def _word(query: Term) -> Clause:
    return {"term": {query.fieldname: {"value": term(query.text), "boost": query.boost}}}


def _phrase(query: Phrase) -> Clause:
    field, words = query.fieldname, [term(word) for word in query.words]
    if query.slop == 1:
        return {"match_phrase": {field: {"query": " ".join(words)}}}
    found: Clause = {"span_term": {field: words[0]}}
    for word in words[1:]:  # each at most `slop` after the one before: a pair at a time
        clauses = [found, {"span_term": {field: word}}]
        found = {"span_near": {"clauses": clauses, "slop": query.slop - 1, "in_order": True}}
    return found


def _days(query: NumericRange) -> Clause:
    limits = {}
    if query.start is not None:
        limits["gt" if query.startexcl else "gte"] = date.fromordinal(int(query.start)).isoformat()
    if query.end is not None:
        limits["lt" if query.endexcl else "lte"] = date.fromordinal(int(query.end)).isoformat()
    return {"constant_score": {"filter": {"range": {"published": limits}}}}


def _every(query: Every) -> Clause:
    if query.fieldname in (None, "words"):
        return EVERYTHING
    field = "published" if query.fieldname == "date" else query.fieldname
    return {"constant_score": {"filter": {"exists": {"field": field}}}}


def _prefix(query: Prefix) -> Clause:
    return _on_all(query, "prefix", {"value": term(query.text)})


def _wildcard(query: Wildcard) -> Clause:
    return _on_all(query, "wildcard", {"value": term(query.text).translate(_ESCAPED)})


def _fuzzy(query: FuzzyTerm) -> Clause:
    text, same = term(query.text), max(query.prefixlength, 1)
    near = {"value": text, "fuzziness": min(query.maxdist, FURTHEST), "prefix_length": same, "max_expansions": 1_024}
    own: Clause = {"constant_score": {"filter": {"term": {query.fieldname: stem(text)}}}}
    return any_of([own, _on_all(query, "fuzzy", near)])


def _between(query: TermRange) -> Clause:
    limits = {
        ("gt" if query.startexcl else "gte"): query.start,
        ("lt" if query.endexcl else "lte"): query.end,
    }
    fields = _SPREAD.get(query.fieldname, (query.fieldname,))
    known = {name: limit for name, limit in limits.items() if limit is not None}
    return any_of({"constant_score": {"filter": {"range": {field: known}}}} for field in fields)


def _on_all(query: Any, kind: str, value: dict[str, Any]) -> Clause:
    fields = _SPREAD.get(query.fieldname, (query.fieldname,))
    return any_of({kind: {field: value | {"rewrite": "constant_score"}}} for field in fields)


_LEAVES: dict[type, Callable[[Any], Clause]] = {
    Term: _word,
    Phrase: _phrase,
    NumericRange: _days,
    Every: _every,
    Wildcard: _wildcard,
    Prefix: _prefix,
    FuzzyTerm: _fuzzy,
    TermRange: _between,
}
"""What each kind of leaf becomes; a kind stands before those it inherits from."""
