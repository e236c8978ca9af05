"""Comparisons for the screens: computed in workers, the last few kept; the points first, then all the rest."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

from briefings import tables
from briefings.article import Article
from briefings.framing import compare

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.steps import Progress, Stop

KEPT = 8
"""Comparisons that are kept."""
POINTS_FIRST = 12
"""Articles up to which the points are looked for first by themselves: it is then done before a reader waits."""

_kept: dict[tuple[tuple[Article, ...], bool], Comparison] = {}
_lock = Lock()


def compared(
    articles: tuple[Article, ...], wire: bool = True, progress: Progress | None = None, stop: Stop | None = None
) -> Comparison:
    """The comparison of some articles, with agency copy or without it; progress and stop as for `compare`.

    Raises Stopped where `stop` says so.
    """
    found = kept(articles, wire)
    if found is None:
        found = compare(articles, wire=wire, progress=progress, stop=stop)
        with _lock:
            while len(_kept) >= KEPT:
                del _kept[next(iter(_kept))]
            _kept[articles, wire] = found
    return found


def kept(articles: tuple[Article, ...], wire: bool = True) -> Comparison | None:
    """The comparison of some articles, where it was made before; it is then kept longer."""
    with _lock:
        found = _kept.pop((articles, wire), None)
        if found is not None:
            _kept[articles, wire] = found
        return found


def points_first(articles: tuple[Article, ...], wire: bool = True) -> Comparison | None:
    """A comparison with sentences and points alone, to be shown while the rest is computed.

    None where it would be no use: many articles take too long to be looked at twice, and agency copy has to be found
    before it can be left out.
    """
    if not wire or len(articles) > POINTS_FIRST:
        return None
    from briefings.framing.comparison import Comparison
    from briefings.framing.passages import Aligner
    from briefings.framing.sentences import sentences

    texts = [article.text for article in articles]
    found = tuple(tuple(sentences(text)) for text in texts)
    nothing = tuple(() for _ in articles)
    points = tuple(Aligner(texts, found).points())
    return Comparison(articles, found, points, (), nothing, (), nothing, (), nothing)


def live_block(
    articles: Sequence[Article], name: str, *, progress: Progress | None = None, stop: Stop | None = None
) -> str:
    """What stands in a briefing's live block called `name`: its tables as plain text; progress and stop as `compare`.

    Raises Stopped where `stop` says so.
    """
    if len(articles) < 2:
        return "A table needs two articles of this briefing in the library."
    comparison = compared(tuple(articles), progress=progress, stop=stop)
    made = [tables.as_text(make(comparison)) for make in tables.TABLES.get(name, ())]
    return "\n\n".join([tables.outlets(articles), *made]) if made else f"There is no live block called {name!r}."
