"""How often each outlet uses the words of a query. Not here: which words an outlet uses more than others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term
from whoosh.query.wrappers import Not

from index.analysis import form_and_stem
from index.engine import Usage
from index.places import places_of
from index.query import OF_LIBRARY

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.ranking import Matched
    from index.segments import Segment

_ARTICLE = form_and_stem("article")[1]
_NO_WORDS = ("kind", "outlet", "credit", "speaker", *OF_LIBRARY)
"""Fields whose words do not stand in the text."""


def usage(query: Query, matched: Matched) -> tuple[Usage, ...]:
    """The use of the words of `query` in the articles that match, the most frequent per 1,000 words first."""
    articles, times, words = Counter[str](), Counter[str](), Counter[str]()
    leaves = list(_leaves(query))
    for part, scores in matched.items():
        found = part.postings("kind", _ARTICLE)
        alive = set(found.documents if found else ()) - part.removed
        lengths = part.opened.lengths("words")
        places = sorted(set[int]().union(*(places_of(part, leaf) for leaf in leaves)))
        standing = part.documents_at(places)
        for outlet in part.opened.words("publisher", ""):
            own = alive.intersection(_documents(part, outlet))
            words[outlet] += sum(lengths[number] for number in own)
            own.intersection_update(scores)
            articles[outlet] += len(own)
            times[outlet] += sum(standing.get(number, 0) for number in own)
    uses = (Usage(outlet, count, times[outlet], words[outlet]) for outlet, count in articles.items() if count)
    return tuple(sorted(uses, key=lambda use: (-use.per_thousand, use.outlet)))


def _documents(part: Segment, outlet: str) -> Iterator[int]:
    found = part.postings("publisher", outlet)
    yield from found.documents if found else ()


def _leaves(query: Query) -> Iterator[Term | Phrase]:
    """What stands in the texts of those that match."""
    if isinstance(query, Not):
        return
    if isinstance(query, Term | Phrase):
        if query.fieldname not in _NO_WORDS:
            yield query
        return
    for child in () if query.is_leaf() else query.children():
        yield from _leaves(child)
