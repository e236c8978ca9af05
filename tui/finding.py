"""Words looked for in one text, accents and case aside, and where they stand in it. Pure.

Not here: searching a library (`searching.py`), which knows words and their forms; here letters are looked for as typed.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefings.article import Span

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-"})


class _Folded(NamedTuple):
    """A text folded, and how its offsets lead back.

    text: the folded text. starts: where its pieces begin. origins: where they begin in the text it was made of; a
    piece is ASCII, of the same length as its origin, or one other character.
    """

    text: str
    starts: list[int]
    origins: list[int]

    def origin(self, offset: int) -> int:
        """The offset of the character that the folded one at `offset` was made of."""
        piece = bisect_right(self.starts, offset) - 1
        origin = self.origins[piece] + offset - self.starts[piece]
        return min(origin, self.origins[piece + 1] - 1)


def places_of(words: str, text: str) -> list[Span]:
    """Where `words` stand in `text`, in order and apart, in code points.

    Case, accents and the shape of quotation marks make no difference; nor does what is between words, so that words are
    found across the end of a line. Nothing is found of nothing.
    """
    parts = [re.escape(_fold(part)) for part in words.split() if _fold(part)]
    if not parts:
        return []
    folded = _folded(text)
    found = re.finditer(r"\s+".join(parts), folded.text)
    spans = (Span(folded.origin(match.start()), folded.origin(match.end() - 1) + 1) for match in found)
    return [Span(span.start, _glyph_end(text, span.end)) for span in spans]


def nearest(found: Sequence[Span], offset: int) -> int:
    """The number of the first place at `offset` or after it; after the last place comes the first."""
    return bisect_left(found, offset, key=_start) % len(found)


def beside(found: Sequence[Span], offset: int, *, back: bool) -> int:
    """The number of the next place after `offset`, or the one before it; the places go round."""
    number = bisect_left(found, offset, key=_start) - 1 if back else bisect_right(found, offset, key=_start)
    return number % len(found)


def _start(span: Span) -> int:
    return span.start


def _fold(text: str) -> str:
    from index.analysis import fold

    return fold(text.translate(_QUOTES))


@lru_cache(maxsize=16)
def _folded(text: str) -> _Folded:
    """Remembered for the texts looked into last: every letter typed asks again, in a comparison of all its texts."""
    pieces, starts, origins = [], [0], [0]
    done = length = 0
    for match in _FOREIGN.finditer(text):
        at = match.start()
        if at > done:
            pieces.append(text[done:at].lower())
            length += at - done
        starts.append(length)
        origins.append(at)
        pieces.append(_fold(match.group()))
        length += len(pieces[-1])
        starts.append(length)
        origins.append(at + 1)
        done = at + 1
    pieces.append(text[done:].lower())
    return _Folded("".join(pieces), starts, [*origins, len(text)])


def _glyph_end(text: str, end: int) -> int:
    """`end`, behind the accents that are drawn over the last letter before it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
