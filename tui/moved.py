"""Where what stood in a text stands in the text as it is now. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from briefings.article import Span


def moved(was: str, sentences: Sequence[Span], now: str) -> Callable[[int], int]:
    """A function from offsets of `was` to offsets of `now`, in code points.

    What stands before the first change and after the last is where it was; between them words are looked for with
    what surrounds them, sentence by sentence. Where they are gone, about there. sentences: of `was`, in order.
    """
    from briefings.notes.anchor import describe, locate

    before = _same(was, now)
    after = _same(was[before:][::-1], now[before:][::-1])
    starts = [span.start for span in sentences]

    def where(offset: int) -> int:
        if offset < before:
            return offset
        if offset >= len(was) - after:
            return offset + len(now) - len(was)
        number = bisect_right(starts, offset) - 1
        span = sentences[number] if number >= 0 else Span(offset, min(offset + 1, len(was)))
        found = locate(describe(was, span), now) if span.start < span.end else None
        return min(found.start + offset - span.start if found else offset, len(now))

    return where


def _same(one: str, other: str) -> int:
    """How many code points two texts begin with are the same."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
