"""Near-copies: sentences, or stretches of them, that two articles have almost word for word.

Not here: the very same words (`reuse.py`), or the same matter in other words (`passages.py`). Candidates are sentences
that share runs of three words which few sentences have (shingles: Broder 1997, "On the resemblance and containment of
documents"), so the time grows with the copies there are, not with the square of the sentences.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.comparison import CopyKind
from briefings.framing.reuse import LEAST_WORDS as RUN
from briefings.framing.reuse import Words
from briefings.framing.steps import Ask, go_on
from briefings.framing.word_ranges import Block, in_order, is_respelt, span_of, words_in

ALIKE = 0.75
"""The share of the longer one's words that must stand in both, in the same order."""
LEAST_WORDS = 8
"""A near-copy has so many words at least on either side."""
SHINGLE = 3
"""Words in a row by which candidates are found."""
SHARED = 2
"""Shingles that two sentences must share to be looked at."""
COMMON = 40
"""A shingle that stands in more different sentences than this, and in more than two an article, finds no candidates."""
LONGEST = 120
"""A sentence of more words is looked at in pieces of so many."""


class Change(NamedTuple):
    """Words in which two near-copies differ: as each has them. An empty span: nothing stands in their place."""

    a: Span
    b: Span


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Almost the same words in two articles.

    first, second: indexes into `Comparison.articles`, first < second. a, b: the words in the first and the second.
    alike: the share of the longer one's words that both have in the same order, under 1. changes: where they differ.
    kind: `quote` where both print the words as a quote, else `copy`.
    """

    first: int
    second: int
    a: Span
    b: Span
    alike: float
    changes: tuple[Change, ...]
    kind: CopyKind = "copy"


class _Stretch(NamedTuple):
    """A stretch of two sentences: from and up to which word in each, and the blocks of words they share in it."""

    a: int
    a_end: int
    b: int
    b_end: int
    blocks: list[Block]


def near_copies(words: Sequence[Words], sentences: Sequence[Sequence[Span]], ask: Ask = go_on) -> list[NearCopy]:
    """The near-copies between every two texts, by text and place.

    words: of each text; sentences: of each text, in order.
    """
    places: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for index, spans in enumerate(sentences):
        for piece in _pieces(words[index], spans):
            places[words[index].keys[piece.start : piece.stop]].append((index, piece.start))
    different = list(places)
    found: list[NearCopy] = []
    for one, other in _candidates(different, [frozenset(i for i, _ in at) for at in places.values()], len(words)):
        ask()
        stretch = _stretch(different[one], different[other])
        if stretch is not None:
            for here in places[different[one]]:
                for there in places[different[other]]:
                    if here[0] < there[0]:
                        found.append(_near_copy(words, here, there, stretch))
                    elif here[0] > there[0]:
                        found.append(_near_copy(words, there, here, _turned(stretch)))
    return sorted((copy for copy in found if copy.changes), key=lambda copy: (copy.first, copy.second, copy.a, copy.b))


def _pieces(words: Words, spans: Sequence[Span]) -> Iterator[range]:
    """The sentences of a text as ranges of words, long ones in pieces, short ones left out."""
    for span in spans:
        whole = words_in(words, span)
        for start in range(whole.start, whole.stop, LONGEST):
            piece = range(start, min(start + LONGEST, whole.stop))
            if len(piece) >= LEAST_WORDS:
                yield piece


def _candidates(
    sentences: Sequence[tuple[str, ...]], texts: Sequence[frozenset[int]], count: int
) -> list[tuple[int, int]]:
    """Pairs of different sentences of different texts that share enough rare shingles; count: of the texts."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, keys in enumerate(sentences):
        for shingle in set(zip(keys, keys[1:], keys[2:], strict=False)):
            holders[shingle].append(number)
    pairs: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if 1 < len(numbers) <= max(COMMON, 2 * count):
            pairs.update(combinations(numbers, 2))
    return sorted(pair for pair, n in pairs.items() if n >= SHARED and len(texts[pair[0]] | texts[pair[1]]) > 1)


def _stretch(a: tuple[str, ...], b: tuple[str, ...]) -> _Stretch | None:
    """What of two different sentences is nearly the same: all of them, else the longest part that is; None: nothing."""
    blocks = in_order(a, b)
    same = sum(block.size for block in blocks)
    if same >= ALIKE * max(len(a), len(b)) and (len(blocks) > 1 or same < RUN):
        return _Stretch(0, len(a), 0, len(b), blocks)
    best: list[Block] = []
    most = LEAST_WORDS - 1
    for start, first in enumerate(blocks):
        same = 0
        for end, last in enumerate(blocks[start:], start):
            same += last.size
            longer = max(last.a + last.size - first.a, last.b + last.size - first.b)
            if same > most and end > start and min(first.size, last.size) > 1 and same >= ALIKE * longer:
                best, most = blocks[start : end + 1], same
    if not best:
        return None
    last = best[-1]
    return _Stretch(best[0].a, last.a + last.size, best[0].b, last.b + last.size, best)


def _turned(stretch: _Stretch) -> _Stretch:
    """The same with its sides changed."""
    blocks = [Block(block.b, block.a, block.size) for block in stretch.blocks]
    return _Stretch(stretch.b, stretch.b_end, stretch.a, stretch.a_end, blocks)


def _near_copy(words: Sequence[Words], here: tuple[int, int], there: tuple[int, int], stretch: _Stretch) -> NearCopy:
    """A stretch of two sentences as spans; here, there: the text of each and the number of its first word."""
    (first, at), (second, to) = here, there
    one, other = words[first], words[second]
    changes = []
    a, b = stretch.a, stretch.b
    for block in [*stretch.blocks, Block(stretch.a_end, stretch.b_end, 0)]:
        if (a, b) != (block.a, block.b) and not is_respelt(
            one.keys[at + a : at + block.a], other.keys[to + b : to + block.b]
        ):
            changes.append(Change(span_of(one, at + a, at + block.a), span_of(other, to + b, to + block.b)))
        a, b = block.a + block.size, block.b + block.size
    same = sum(block.size for block in stretch.blocks)
    alike = same / max(stretch.a_end - stretch.a, stretch.b_end - stretch.b)
    a_span, b_span = (
        span_of(one, at + stretch.a, at + stretch.a_end),
        span_of(other, to + stretch.b, to + stretch.b_end),
    )
    return NearCopy(first, second, a_span, b_span, alike, tuple(changes))
