"""The same copy at several outlets under one line. Pure. Not here: which articles are copies."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from index.engine import Hit


def fold(hits: Iterable[Hit], copies: Callable[[str], Collection[str]], limit: int) -> list[Hit]:
    """At most `limit` hits in their order, each with the later ones that are its copies as `twins`.

    copies: the ids of an article's copies. `hits` is read to its end, as a copy may stand far down.
    """
    lines: list[Hit] = []
    twins: dict[str, list[Hit]] = {}
    line_of: dict[str, str] = {}
    for hit in hits:
        line = line_of.get(hit.id)
        if line is not None:
            twins[line].append(hit)
        elif len(lines) < limit:
            lines.append(hit)
            twins[hit.id] = []
            if hit.kind == "article":
                line_of |= {copy: hit.id for copy in copies(hit.id) if copy not in line_of}
    return [replace(hit, twins=tuple(twins[hit.id])) for hit in lines]
