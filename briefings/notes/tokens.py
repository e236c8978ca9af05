"""The words of a text for comparing versions of it: case, marks and spacing aside. Not here: deciding (`anchor.py`)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefings.article import Span

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\w+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text.

    text: the text. words: each in lower case with straight apostrophes. spans: where each stands.
    joined, heads: the words in one string, each after a NUL, and where each begins in it.
    """

    text: str
    words: tuple[str, ...]
    spans: tuple[Span, ...]
    joined: str
    heads: tuple[int, ...]

    def find(self, words: Sequence[str]) -> list[Span]:
        """Every place where these words follow each other, whatever stands between them."""
        if not words:
            return []
        needle, found = "\0" + "\0".join(words) + "\0", list[Span]()
        at = self.joined.find(needle)
        while at >= 0:
            first = bisect_left(self.heads, at)
            found.append(self.span(first, first + len(words)))
            at = self.joined.find(needle, at + 1)
        return found

    def span(self, first: int, last: int) -> Span:
        """Where the words numbered `[first, last)` stand; `first` < `last`."""
        return Span(self.spans[first].start, self.spans[last - 1].end)

    def between(self, span: Span) -> tuple[int, int]:
        """The number of the first word that ends inside `span` or after it, and of the first that begins after it."""
        first = bisect_right(self.spans, span.start, key=lambda word: word.end)
        return first, max(first, bisect_left(self.spans, span.end, key=lambda word: word.start))


@lru_cache(maxsize=512)
def tokens(text: str) -> Tokens:
    """The words of a text; those of the last texts asked for are remembered."""
    matches = list(_WORD.finditer(text))
    words = tuple(_plain(match.group()) for match in matches)
    heads, at = list[int](), 0
    for word in words:
        heads.append(at)
        at += len(word) + 1
    joined = "\0" + "\0".join(words) + "\0" if words else ""
    return Tokens(text, words, tuple(Span(*match.span()) for match in matches), joined, tuple(heads))


@lru_cache(maxsize=512)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text as `tokens` has them, without their places: all that is asked of a note's surroundings."""
    return tuple(map(_plain, _WORD.findall(text)))


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def context_agreement(old: Sequence[str], new: Sequence[str]) -> float:
    """How far two surroundings agree, read outwards from the note: 0 to 1.

    Each word of `old` found in its order in `new` counts, a near one more than a far one; words may have been put in.
    """
    if not old:
        return 0.0
    got, at = 0.0, 0
    for number, word in enumerate(old):
        found = next((i for i in range(at, min(at + 4, len(new))) if new[i] == word), None)
        if found is not None:
            got += 1 / (number + 2)
            at = found + 1
        else:
            at += 1
    return got / sum(1 / (number + 2) for number in range(len(old)))
