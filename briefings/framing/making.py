"""A comparison in the making: what is asked of the articles, in which order. Not here: the questions themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from briefings.article import Article, Span
from briefings.framing.carriers import find_carriers, tell_kinds, tell_near_kinds
from briefings.framing.choices import find_choices
from briefings.framing.comparison import Comparison, RunBetween
from briefings.framing.cuts import find_cuts
from briefings.framing.emphasis import find_emphasis
from briefings.framing.figure_groups import group_figures
from briefings.framing.figures import find_figures
from briefings.framing.language import is_english
from briefings.framing.near_copies import near_copies
from briefings.framing.passages import Aligner
from briefings.framing.quotes import Quote, find_quotes
from briefings.framing.reuse import Words
from briefings.framing.run_index import runs_among
from briefings.framing.sentences import sentences
from briefings.framing.sources import find_sources
from briefings.framing.steps import Steps
from briefings.framing.utterances import same_utterances
from briefings.framing.wire import blank, wire_paragraphs
from briefings.framing.wording import distinctive

STEPS = 7
"""How many steps `make` tells."""


class _Texts(NamedTuple):
    """What is compared of the articles: their texts, the words of each, what these share, and what is an agency's."""

    texts: list[str]
    words: list[Words]
    runs: list[RunBetween]
    agency: list[list[Span]]


def make(articles: Sequence[Article], *, wire: bool, steps: Steps) -> Comparison:
    """The comparison of `articles`; wire: with agency copy, or without it. Raises Stopped where `steps` does."""
    ask = steps.ask
    steps.next("shared runs")
    texts, words, runs, agency = _texts(articles, wire=wire, steps=steps)
    steps.next("sentences")
    spans = [sentences(text) for text in steps.each(texts)]
    steps.next("near-copies")
    copies = near_copies(words, spans, ask)
    steps.next("points")
    aligner = Aligner(texts, spans, words, ask)
    points = [replace(point, number=number) for number, point in enumerate(aligner.points(ask), 1)]
    steps.next("quotes")
    quotes = [_quotes(text, known) for text, known in steps.each(zip(texts, spans, strict=True))]
    utterances = same_utterances(texts, quotes, ask)
    steps.next("figures")
    figures = [find_figures(text, ask) if is_english(text) else [] for text in steps.each(texts)]
    groups = group_figures(texts, figures, spans, ask)
    steps.next("emphasis and wording")
    runs = tell_kinds(runs, quotes, ask)
    found = Comparison(
        articles=tuple(articles),
        sentences=tuple(map(tuple, spans)),
        points=tuple(points),
        runs=tuple(runs),
        quotes=tuple(map(tuple, quotes)),
        utterances=tuple(utterances),
        figures=tuple(map(tuple, figures)),
        figure_groups=tuple(groups),
        wire_paragraphs=tuple(map(tuple, agency)),
        wire=wire,
        emphasis=tuple(find_emphasis(articles, texts, words, aligner, points, ask)),
        near_copies=tuple(tell_near_kinds(copies, quotes, ask)),
        carriers=tuple(find_carriers(articles, words, runs, ask)),
        cuts=tuple(find_cuts(articles, words, utterances, ask)),
        choices=tuple(find_choices(aligner, points, words, quotes, ask)),
        distinctive=tuple(distinctive(texts, ask)),
        sources=tuple(tuple(find_sources(*each)) for each in steps.each(zip(texts, quotes, strict=True))),
    )
    steps.finish()
    return found


def _quotes(text: str, spans: list[Span]) -> list[Quote]:
    """The quotes of a text; of one that is not in English what stands in quotation marks, given to nobody."""
    found = find_quotes(text, spans)
    if is_english(text):
        return found
    marked = (quote for quote in found if quote.kind != "indirect")
    return [Quote(quote.content, None, None, None, "direct", quote.parts) for quote in marked]


def _texts(articles: Sequence[Article], *, wire: bool, steps: Steps) -> _Texts:
    """The texts of `articles`, agency copy blanked where `wire` is False."""
    texts = [article.text for article in articles]
    words = [Words(text) for text in steps.each(texts)]
    runs = runs_among(words, steps.ask)
    agency = wire_paragraphs(articles, runs)
    if wire:
        return _Texts(texts, words, runs, agency)
    texts = [blank(text, spans) for text, spans in zip(texts, agency, strict=True)]
    words = [Words(text) for text in steps.each(texts)]
    return _Texts(texts, words, runs_among(words, steps.ask), agency)
