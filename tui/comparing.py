"""Comparisons for the screens: computed in workers, the last few kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings import tables
from briefings.article import Article
from briefings.framing import compare

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison


@lru_cache(maxsize=8)
def compared(articles: tuple[Article, ...], wire: bool = True) -> Comparison:
    """The comparison of some articles, with agency copy or without it."""
    return compare(articles, wire=wire)


def live_block(articles: Sequence[Article], name: str) -> str:
    """What stands in a briefing's live block called `name`: its tables as plain text."""
    if len(articles) < 2:
        return "A table needs two articles of this briefing in the library."
    comparison = compared(tuple(articles))
    made = [tables.as_text(make(comparison)) for make in tables.TABLES.get(name, ())]
    return "\n\n".join([tables.outlets(articles), *made]) if made else f"There is no live block called {name!r}."
