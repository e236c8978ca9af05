"""Cuts: what each outlet has of one utterance, held against the longest version of it.

Not here: which quotes are one utterance (`utterances.py`). The longest version is the longest that was found, not what
was said: a shorter one may be the whole, and words may have been put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.article import Article, Span
from briefings.framing.comparison import merge
from briefings.framing.quotes import Quote, Utterance
from briefings.framing.reuse import Words
from briefings.framing.steps import Ask, go_on
from briefings.framing.word_ranges import Block, in_order, is_respelt, words_in

LONE = 2
"""Fewer words in a row than this, with other words on either side, are not taken for the same place of an utterance."""
MOSTLY = 0.5
"""What a quote adds is told only where this share of its words stands in the longest version."""

_BRACKETS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Version:
    """An utterance as one article has it.

    index: of the article. quotes: its quotes that render the utterance, in order; each has its own cue.
    words: how many words they have, those in brackets included.
    paragraph: the first quote's, counted from 1. depth: the share of the text before it, 0 to 1.
    missing: spans in the article of the longest version: what of that was not found in any of these quotes.
    inserted: spans in this article: words that the longest version does not have there, and words in brackets.
    """

    index: int
    quotes: tuple[Quote, ...]
    words: int
    paragraph: int
    depth: float
    missing: tuple[Span, ...]
    inserted: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Cuts:
    """One utterance across the outlets.

    utterance: its index in `Comparison.utterances`. longest: the quote of most words, the first of them; nothing is
    missing in it, and what it inserted are words in brackets. others: those of the other articles, by article.
    """

    utterance: int
    longest: Version
    others: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote of the article at `index` as words.

    keys, spans: each word and where it stands. parts: the number of the quoted part each is in. aside: whether each
    stands in brackets. brackets: where these are.
    """

    index: int
    quote: Quote
    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    parts: tuple[int, ...]
    aside: tuple[bool, ...]
    brackets: tuple[Span, ...]


def find_cuts(
    articles: Sequence[Article], words: Sequence[Words], utterances: Sequence[Utterance], ask: Ask = go_on
) -> list[Cuts]:
    """The versions of each of `utterances`. words: of the text of each article."""
    found = []
    for number, utterance in enumerate(utterances):
        ask()
        found.append(_cuts(articles, words, number, utterance))
    return found


def _cuts(articles: Sequence[Article], words: Sequence[Words], number: int, utterance: Utterance) -> Cuts:
    said = [_said(index, articles[index].text, words[index], quote) for index, quote in utterance.members]
    longest = max(said, key=lambda one: len(one.keys) - sum(one.aside))
    others = []
    for index in dict.fromkeys(one.index for one in said if one.index != longest.index):
        others.append(_against(articles, [one for one in said if one.index == index], longest))
    return Cuts(number, _version(articles, [longest], (), longest.brackets), tuple(others))


def _said(index: int, text: str, words: Words, quote: Quote) -> _Said:
    """The words of a quote, part by part."""
    parts = quote.parts or (quote.content,)
    brackets = tuple(
        Span(part.start + match.start(), part.start + match.end())
        for part in parts
        for match in _BRACKETS.finditer(part.of(text))
    )
    numbers = [(number, at) for at, part in enumerate(parts) for number in words_in(words, part)]
    spans = tuple(words.spans[number] for number, _ in numbers)
    return _Said(
        index=index,
        quote=quote,
        keys=tuple(words.keys[number] for number, _ in numbers),
        spans=spans,
        parts=tuple(at for _, at in numbers),
        aside=tuple(any(bracket.covers(span) for bracket in brackets) for span in spans),
        brackets=brackets,
    )


def _against(articles: Sequence[Article], said: Sequence[_Said], longest: _Said) -> Version:
    """The quotes of one article held against the longest version, each by itself."""
    found: set[int] = set()
    inserted: list[Span] = []
    for one in said:
        in_longest, in_own = _same_words(longest, one)
        found |= in_longest
        inserted += one.brackets
        if len(in_own) >= MOSTLY * len(one.keys):
            inserted += _runs(one, [at not in in_own for at in range(len(one.keys))])
    missing = [at not in found for at in range(len(longest.keys))]
    cut = tuple(_runs(longest, _without_asides(missing, longest.aside)))
    return _version(articles, said, cut, tuple(merge(inserted)))


def _same_words(longest: _Said, said: _Said) -> tuple[set[int], set[int]]:
    """The numbers of the words, of the longest version and of another, that the two share in order."""
    a, b = longest.keys, said.keys
    blocks = _firm(in_order(a, b), len(a), len(b))
    in_longest: set[int] = set()
    in_own: set[int] = set()
    a_end = b_end = 0
    for block in [*blocks, Block(len(a), len(b), 0)]:
        gaps = range(a_end, block.a), range(b_end, block.b)
        if is_respelt(a[a_end : block.a], b[b_end : block.b]):
            in_longest.update(gaps[0])
            in_own.update(gaps[1])
        a_end, b_end = block.a + block.size, block.b + block.size
        in_longest.update(range(block.a, a_end))
        in_own.update(range(block.b, b_end))
    return in_longest, in_own


def _firm(blocks: Sequence[Block], a_size: int, b_size: int) -> list[Block]:
    """`blocks` without stray words: those with other words before and after them in both versions."""
    kept: list[Block] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else Block(0, 0, 0)
        after = blocks[at + 1] if at + 1 < len(blocks) else Block(a_size, b_size, 0)
        left = min(block.a - before.a - before.size, block.b - before.b - before.size)
        right = min(after.a - block.a - block.size, after.b - block.b - block.size)
        if block.size >= LONE or not (left and right):
            kept.append(block)
    return kept


def _without_asides(chosen: list[bool], aside: Sequence[bool]) -> list[bool]:
    """`chosen`, words in brackets left out at the start and the end of what is chosen in a row."""
    for order in (range(len(chosen)), range(len(chosen) - 1, -1, -1)):
        inside = False
        for at in order:
            inside = chosen[at] = chosen[at] and (inside or not aside[at])
    return chosen


def _runs(said: _Said, chosen: Sequence[bool]) -> Iterator[Span]:
    """The chosen words of a quote, those in a row as one span; a run ends with the part of the quote it is in."""
    start: int | None = None
    for at, is_chosen in enumerate([*chosen, False]):
        if start is not None and (not is_chosen or said.parts[at] != said.parts[start]):
            yield Span(said.spans[start].start, said.spans[at - 1].end)
            start = None
        if is_chosen and start is None:
            start = at


def _version(
    articles: Sequence[Article], said: Sequence[_Said], missing: tuple[Span, ...], inserted: tuple[Span, ...]
) -> Version:
    article, quotes = articles[said[0].index], tuple(one.quote for one in said)
    start = quotes[0].content.start
    paragraph, depth = article.paragraph_number(start), start / max(1, len(article.text))
    return Version(said[0].index, quotes, sum(len(one.keys) for one in said), paragraph, depth, missing, inserted)
