"""The concordance of a query: each place its words stand in, with the text on both sides, in columns.

Sorted by the words beside the hit (J. Sinclair, Corpus, Concordance, Collocation, 1991, chapter 2): to the
left the nearest word first, then the one before it. Pure. Not here: finding hits (`matches.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefings.article import Span
from index.analysis import WORD, form
from index.engine import Hit, Line, Side

_SPACE = re.compile(r"\s+")
_WORDS = 5
"""How many words beside the hit count when lines are sorted."""


def lines_of(hit: Hit, text: str, spans: Iterable[Span], width: int) -> Iterator[Line]:
    """A line for each of `spans` in the text of `hit`, with at most `width` code points on either side."""
    for span in spans:
        reach = 2 * width  # white space may shrink
        before = _SPACE.sub(" ", text[max(0, span.start - reach) : span.start])
        after = _SPACE.sub(" ", text[span.end : span.end + reach])
        yield Line(hit, span, before[-width:], _SPACE.sub(" ", span.of(text)), after[:width])


def sort_lines(lines: Iterable[Line], side: Side) -> list[Line]:
    """Lines by the words on one side of the hit, capitals and accents aside; the same words in their order before."""
    return sorted(lines, key=_left if side == "left" else _right)


def _left(line: Line) -> list[str]:
    return [form(word) for word in WORD.findall(line.left)[: -_WORDS - 1 : -1]]


def _right(line: Line) -> list[str]:
    return [form(word) for word in WORD.findall(line.right)[:_WORDS]]
