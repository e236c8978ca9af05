"""Emphasis: what each article leads with, how far down it tells each point, and how many words it gives to it.

Not here: which sentences make a point (`passages.py`), or whether a place in an article means anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.article import Article, Span, paragraphs
from briefings.framing.comparison import merge
from briefings.framing.passages import Aligner, Point
from briefings.framing.reuse import Words
from briefings.framing.steps import Ask, go_on
from briefings.framing.word_ranges import count_in

HEADLINE_ALIKE = 0.22
"""How alike a headline and a sentence of a point must be, 0 to 1, for the headline to mention the point."""
HEADLINE_TERMS = 3
"""... and how many words, names or numbers the two must share."""


@dataclass(frozen=True, slots=True)
class Stress:
    """How one article places one point.

    point: its index in `Comparison.points`. order: 1 for the point the article takes up first.
    spans: the sentences that carry it, in text order. depth: the share of the text before the first of them, 0 to 1.
    words: the words of these sentences; share: of the words of the article, 0 to 1.
    lede: whether one of them begins in the first paragraph.
    headline: the words of `Article.title` (spans into the title) that mention the point; empty where it does not.
    """

    point: int
    order: int
    spans: tuple[Span, ...]
    depth: float
    words: int
    share: float
    lede: bool
    headline: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What one article stresses.

    lede: its first paragraph; None where it has no text. points: as it takes them up, first one first.
    words: the words of the article. share: of them, what the points get together, 0 to 1.
    """

    lede: Span | None
    points: tuple[Stress, ...]
    words: int
    share: float


def find_emphasis(
    articles: Sequence[Article],
    texts: Sequence[str],
    words: Sequence[Words],
    aligner: Aligner,
    points: Sequence[Point],
    ask: Ask = go_on,
) -> list[Emphasis]:
    """What each of `articles` stresses of `points`, which `aligner` found in `texts`.

    texts: what is compared of each article, its offsets kept. words: of each of `texts`.
    """
    numbers = {(place.text, place.span): number for number, place in enumerate(aligner.places)}
    carried: list[list[tuple[Span, int]]] = [[] for _ in articles]
    for number, point in enumerate(points):
        for index, span in dict(reversed(point.members)).items():
            carried[index].append((span, number))
    found = []
    for index, article in enumerate(articles):
        ask()
        order = [number for _, number in sorted(carried[index])]
        headlines = _headlines(article.title, order, points, aligner, numbers)
        found.append(_emphasis(index, texts[index], words[index], order, points, headlines))
    return found


def _emphasis(
    index: int, text: str, words: Words, order: list[int], points: Sequence[Point], headlines: dict[int, list[Span]]
) -> Emphasis:
    """What the article at `index` stresses; order: the points it carries as it takes them up."""
    lede = next(iter(paragraphs(text)), None)
    size = len(words.keys)
    stresses, told = [], []
    for place, number in enumerate(order, 1):
        spans = sorted(span for member, span in points[number].members if member == index)
        count = count_in(words, merge(spans))
        told += spans
        stresses.append(
            Stress(
                point=number,
                order=place,
                spans=tuple(spans),
                depth=spans[0].start / max(1, len(text)),
                words=count,
                share=count / max(1, size),
                lede=lede is not None and spans[0].start < lede.end,
                headline=tuple(headlines.get(number, ())),
            )
        )
    return Emphasis(lede, tuple(stresses), size, count_in(words, merge(told)) / max(1, size))


def _headlines(
    title: str | None, order: list[int], points: Sequence[Point], aligner: Aligner, numbers: dict[tuple[int, Span], int]
) -> dict[int, list[Span]]:
    """The points that `title` mentions, of those in `order`, and the words of the title that do."""
    if not title or not order:
        return {}
    similarity = aligner.similarity
    passage = similarity.passage(title)
    alike = similarity.to_sentences(passage)
    mentioned = {}
    for number in order:
        sentences = [numbers[member] for member in points[number].members]
        best = max(sentences, key=lambda sentence: (alike.get(sentence, 0.0), -sentence))
        shared = passage.terms.keys() & similarity.passages[best].terms.keys()
        if alike.get(best, 0.0) >= HEADLINE_ALIKE and len(shared) >= HEADLINE_TERMS:
            mentioned[number] = [Span(term.start, term.end) for term in passage.all_terms if term.key in shared]
    return mentioned
