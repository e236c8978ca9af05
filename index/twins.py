"""The same copy at several outlets under one line. Pure. Not here: which articles are copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from index.engine import Hit


def fold(hits: Iterable[Hit], twins: Callable[[Hit], Iterable[Hit]], limit: int) -> list[Hit]:
    """At most `limit` hits in their order, each with the ones that are its copies as `twins`, wherever they stand.

    twins: the copies of a hit that match too. `hits` is read as far as it is needed.
    """
    lines: list[Hit] = []
    placed: set[str] = set()
    for hit in hits:
        if len(lines) == limit:
            break
        if hit.id not in placed:
            same = tuple(twin for twin in twins(hit) if twin.id != hit.id and twin.id not in placed)
            placed |= {hit.id, *(twin.id for twin in same)}
            lines.append(replace(hit, twins=same))
    return lines
