"""Made-up comparisons in which it is difficult to keep a point in view. Only what columns are made of is in them."""

from __future__ import annotations

import random
from collections.abc import Sequence

from briefings.article import Article, Span
from briefings.framing.comparison import Comparison
from briefings.framing.passages import Point

LENGTHS = (1, 4, 12, 30)
"""Sentences of an article."""
VERY_LONG, WORDS = 400, (2, 40)
"""Words of a sentence."""


def difficult(seed: int) -> Comparison:
    """Two to seven articles of very different lengths, some with a sentence longer than any screen.

    Points are told in any order, up to three times in one article, in first and last and very long sentences, several
    of them in one sentence.
    """
    chance = random.Random(seed)
    texts = [_text(chance) for _ in range(chance.randint(2, 7))]
    articles = tuple(Article(f"made-{n}", f"Made {n}", text, title=text[:30]) for n, (text, _) in enumerate(texts))
    sentences = tuple(tuple(spans) for _, spans in texts)
    points = tuple(_point(chance, sentences, number) for number in range(1, chance.randint(0, 14) + 1))
    nothing = tuple(() for _ in articles)
    wire = tuple(tuple(chance.sample(spans, len(spans) // 3)) for spans in sentences)
    return Comparison(articles, sentences, points, (), nothing, (), nothing, (), wire)


def without_wire(comparison: Comparison) -> Comparison:
    """The same without the sentences that are called agency copy, as `compare(..., wire=False)` would have it."""
    wire, nothing = comparison.wire_paragraphs, tuple(() for _ in comparison.articles)
    left = tuple(
        tuple(span for span in spans if span not in out) for spans, out in zip(comparison.sentences, wire, strict=True)
    )
    points = [
        Point([(index, span) for index, span in point.members if span in left[index]], point.label, (), point.number)
        for point in comparison.points
    ]
    told = tuple(point for point in points if len({index for index, _ in point.members}) > 1)
    return Comparison(comparison.articles, left, told, (), nothing, (), nothing, (), wire, wire=False)


def _text(chance: random.Random) -> tuple[str, list[Span]]:
    text, spans = "", list[Span]()
    for number in range(chance.choice(LENGTHS)):
        count = VERY_LONG if chance.random() < 0.05 else chance.randint(*WORDS)
        words = " ".join("x" * chance.randint(1, 9) for _ in range(count)) + "."
        text += "" if not text else chance.choice(("\n\n", " ")) if number > 1 else "\n\n"
        spans.append(Span(len(text), len(text) + len(words)))
        text += words
    return text, spans


def _point(chance: random.Random, sentences: Sequence[Sequence[Span]], number: int) -> Point:
    members = []
    for index in chance.sample(range(len(sentences)), chance.randint(2, len(sentences))):
        own = sentences[index]
        ends = (own[0], own[-1], max(own, key=len_of))
        members += [(index, chance.choice((*ends, *own))) for _ in range(chance.choice((1, 1, 3)))]
    return Point(sorted(set(members)), f"point {chance.randint(0, 99)}", (), number)


def len_of(span: Span) -> int:
    """The code points of a span."""
    return span.end - span.start
