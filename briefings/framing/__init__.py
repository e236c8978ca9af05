"""Comparing the articles of one meeting: one module per question, `compare` asks them all.

Not here: showing, searching or storing anything. Importing this package loads no library but Python's own: `compare`
imports the modules it needs, and those import a library where they use it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.article import Article
    from briefings.framing.comparison import Comparison
    from briefings.framing.steps import Progress, Stop


def compare(
    articles: Sequence[Article], *, wire: bool = True, progress: Progress | None = None, stop: Stop | None = None
) -> Comparison:
    """Everything computed from the articles of one meeting; the same articles always give the same comparison.

    wire: False leaves agency copy out and computes everything without it; spans stay in terms of `Article.text`.
    progress: called with the steps done, the steps in all, and what comes next. stop: asked before each step and
    before each article; raises `briefings.errors.Stopped` once it says True.
    """
    from briefings.framing.carriers import find_carriers, tell_kinds, tell_near_kinds
    from briefings.framing.choices import find_choices
    from briefings.framing.comparison import Comparison
    from briefings.framing.cuts import find_cuts
    from briefings.framing.emphasis import find_emphasis
    from briefings.framing.figure_groups import group_figures
    from briefings.framing.figures import find_figures
    from briefings.framing.near_copies import near_copies
    from briefings.framing.passages import Aligner
    from briefings.framing.quotes import find_quotes
    from briefings.framing.reuse import Words
    from briefings.framing.run_index import runs_among
    from briefings.framing.sentences import sentences
    from briefings.framing.sources import find_sources
    from briefings.framing.steps import Steps
    from briefings.framing.utterances import same_utterances
    from briefings.framing.wire import blank, wire_paragraphs
    from briefings.framing.wording import distinctive

    steps = Steps(7, progress, stop)
    steps.next("shared runs")
    texts = [article.text for article in articles]
    words = [Words(text) for text in texts]
    runs = runs_among(words, steps.ask)
    agency = wire_paragraphs(articles, runs)
    if not wire:
        texts = [blank(text, spans) for text, spans in zip(texts, agency, strict=True)]
        words = [Words(text) for text in texts]
        runs = runs_among(words, steps.ask)
    steps.next("sentences")
    found = [sentences(text) for text in steps.each(texts)]
    steps.next("near-copies")
    copies = near_copies(words, found)
    steps.next("points")
    aligner = Aligner(texts, found)
    points = aligner.points()
    steps.next("quotes")
    quotes = [find_quotes(text) for text in steps.each(texts)]
    utterances = same_utterances(texts, quotes)
    steps.next("figures")
    figures = [find_figures(text) for text in steps.each(texts)]
    groups = group_figures(texts, figures)
    steps.next("emphasis and wording")
    runs = tell_kinds(runs, quotes)
    emphasis = find_emphasis(articles, texts, words, aligner, points)
    choices = find_choices(aligner, points, words, quotes)
    apart = distinctive(texts)
    steps.finish()
    return Comparison(
        articles=tuple(articles),
        sentences=tuple(map(tuple, found)),
        points=tuple(points),
        runs=tuple(runs),
        quotes=tuple(map(tuple, quotes)),
        utterances=tuple(utterances),
        figures=tuple(map(tuple, figures)),
        figure_groups=tuple(groups),
        wire_paragraphs=tuple(map(tuple, agency)),
        wire=wire,
        emphasis=tuple(emphasis),
        near_copies=tuple(tell_near_kinds(copies, quotes)),
        carriers=tuple(find_carriers(articles, words, runs)),
        cuts=tuple(find_cuts(articles, words, utterances)),
        choices=tuple(choices),
        distinctive=tuple(apart),
        sources=tuple(tuple(find_sources(text, spoken)) for text, spoken in zip(texts, quotes, strict=True)),
    )
