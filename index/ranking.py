"""The documents that match a query, in the order asked for. Not here: how well each matches (`scoring.py`)."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from index.engine import Hit, Order
from index.scoring import Marked, Scorer, Scores

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.segments import Segment, Segments

Ranked = tuple[float, float, str, int]
"""What documents are put in order by (the greater the earlier); the score; the segment; the number in it."""


class Matched:
    """The documents that match a query."""

    def __init__(self, query: Query, index: Segments, marked: Marked) -> None:
        self._index = index
        self._scores: dict[str, Scores] = {
            name: Scorer(part, index, marked).matches(query) for name, part in index.parts.items()
        }

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(map(len, self._scores.values()))

    def items(self) -> Iterator[tuple[Segment, Scores]]:
        """The matches of each segment."""
        return ((self._index.parts[name], scores) for name, scores in self._scores.items())

    def first(self, count: int, order: Order = "relevance") -> list[Hit]:
        """The first `count` of them; in the order of outlets, the best `count`, outlet by outlet."""
        first = heapq.nlargest(count, self._keys(order))
        hits = [self._hit(self._index.parts[name], number, score) for _, score, name, number in first]
        return _by_outlet(hits) if order == "outlet" else hits

    def find(self, id: str) -> Hit | None:
        """The document with this id, where it matches."""
        for part, scores in self.items():
            number = part.number(id)
            if number is not None and number in scores:
                return self._hit(part, number, scores[number])
        return None

    def _keys(self, order: Order) -> Iterator[Ranked]:
        for part, scores in self.items():
            name = part.segment.segment_id()
            if order == "date":
                days = part.opened.days
                yield from ((days[number], score, name, number) for number, score in scores.items())
            else:
                yield from ((score, score, name, number) for number, score in scores.items())

    def _hit(self, part: Segment, number: int, score: float) -> Hit:
        stored = part.opened.stored(number)
        kind, title, outlet, credit, day, article = stored["shown"]
        published = date.fromordinal(day) if day else None
        return Hit(stored["id"], kind, outlet, title, published, score, credit, article)


def _by_outlet(hits: list[Hit]) -> list[Hit]:
    """Hits outlet by outlet, each outlet where its best one stood."""
    place: dict[str, int] = {}
    for hit in hits:
        place.setdefault(hit.outlet, len(place))
    return sorted(hits, key=lambda hit: place[hit.outlet])
