"""What an archive answers -> hits, in the order asked for, and which of them are one copy. Not here: asking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from briefings.article import UNKNOWN_OUTLET
from briefings.copies import MOST, containment, runs
from index.engine import Hit, Order

SHOWN = ["id", "kind_name", "outlet_name", "published", "article", "document.title", "document.credit"]
"""What of a document a hit shows."""

_BY_ID: list[Any] = [{"_score": "desc"}, {"id": "asc"}]
SORTS: dict[Order, list[Any]] = {
    "relevance": _BY_ID,
    "outlet": _BY_ID,
    "date": [{"published": {"order": "desc", "missing": "_last"}}, *_BY_ID],
}
"""What hits are chosen by, for each order; it ends with `id`, so that pages do not overlap."""


def hit_of(found: dict[str, Any]) -> Hit:
    """A document as a search brings it, as a hit."""
    source = found["_source"]
    plain = source.get("document", {})
    day = source.get("published")
    return Hit(
        source["id"],
        source["kind_name"],
        source["outlet_name"],
        plain.get("title"),
        date.fromisoformat(day) if day else None,
        float(found.get("_score") or 0.0),
        plain.get("credit"),
        source.get("article", ""),
    )


def in_order(hits: Iterable[Hit], order: Order) -> list[Hit]:
    """Hits as they were chosen; in the order of outlets, outlet by outlet, each where its best one stood."""
    hits = list(hits)
    if order != "outlet":
        return hits
    place: dict[str, int] = {}
    for hit in hits:
        place.setdefault(hit.outlet, len(place))
    return sorted(hits, key=lambda hit: place[hit.outlet])


class Twins:
    """Which of some hits are the same copy at other outlets, by the rule of `briefings/copies.py`.

    prints: the sampled runs of each hit. texts: (ids) -> their texts; asked only where hits share a sampled run.
    """

    def __init__(
        self, hits: list[Hit], prints: dict[str, list[int]], texts: Callable[[list[str]], dict[str, str]]
    ) -> None:
        self._hits = {hit.id: hit for hit in hits if hit.kind == "article"}
        self._sharing = _sharing({id: prints[id] for id in self._hits if id in prints})
        known = texts(sorted(self._sharing)) if self._sharing else {}
        self._runs = {id: runs(text) for id, text in known.items()}

    def __call__(self, hit: Hit) -> Iterator[Hit]:
        """The other hits that are the same copy, in their order."""
        own = self._runs.get(hit.id, frozenset())
        for id in sorted(self._sharing.get(hit.id, ()), key=list(self._hits).index):
            other = self._hits[id]
            elsewhere = other.outlet != hit.outlet or hit.outlet == UNKNOWN_OUTLET
            if elsewhere and containment(own, self._runs.get(id, frozenset())) > MOST:
                yield other


def _sharing(prints: dict[str, list[int]]) -> dict[str, set[str]]:
    """For each document that shares a sampled run with others: which."""
    having: defaultdict[int, list[str]] = defaultdict(list)
    for id, runs_of_it in prints.items():
        for run in runs_of_it:
            having[run].append(id)
    sharing: defaultdict[str, set[str]] = defaultdict(set)
    for ids in having.values():
        for id in ids if len(ids) > 1 else ():
            sharing[id].update(other for other in ids if other != id)
    return dict(sharing)
