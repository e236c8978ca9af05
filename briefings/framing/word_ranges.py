"""Which words of a text stand inside a span, and which words two texts have in common in order.

Words are those of `reuse.py`: case, quotation marks and punctuation do not count.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.reuse import Words


class Block(NamedTuple):
    """Words in a row that two sequences share: where they begin in each (word index), and how many there are."""

    a: int
    b: int
    size: int


def words_in(words: Words, span: Span) -> range:
    """The numbers of the words that begin inside `span`."""
    return range(bisect_left(words.spans, (span.start,)), bisect_left(words.spans, (span.end,)))


def count_in(words: Words, spans: Sequence[Span]) -> int:
    """How many words begin inside `spans`, which do not overlap."""
    return sum(len(words_in(words, span)) for span in spans)


def in_order(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """The longest common subsequence of two sequences of words as blocks, in order (Hirschberg 1975; bit-parallel,
    Hyyrö 2004, as rapidfuzz has it)."""
    from rapidfuzz.distance import LCSseq

    found = LCSseq.opcodes(a, b).as_matching_blocks()
    blocks = [Block(block.a, block.b, block.size) for block in found if block.size]
    for at in range(len(blocks) - 2, -1, -1):
        blocks[at], blocks[at + 1] = _moved(a, b, blocks[at], blocks[at + 1])
    return [block for block in blocks if block.size]


def _moved(a: Sequence[str], b: Sequence[str], block: Block, following: Block) -> tuple[Block, Block]:
    """Two blocks with words between them on one side only: what can stand before either goes to the longer one."""
    while (
        0 < block.size < following.size
        and (block.a + block.size == following.a) != (block.b + block.size == following.b)
        and a[following.a - 1] == b[following.b - 1]
    ):
        block = block._replace(size=block.size - 1)
        following = Block(following.a - 1, following.b - 1, following.size + 1)
    return block, following


def span_of(words: Words, first: int, end: int) -> Span:
    """Where the words from `first` up to `end` stand; where there is no word between, an empty span after the one
    before `first`."""
    if first < end:
        return Span(words.spans[first].start, words.spans[end - 1].end)
    at = words.spans[first - 1].end if first else (words.spans[0].start if words.spans else 0)
    return Span(at, at)


def is_respelt(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sequences of words have the same letters: U.S. and US, re-open and reopen."""
    return "".join(a) == "".join(b)
