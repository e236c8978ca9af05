"""A comparison as plain values for other programs: every span with its words. `docs/json.md` names each field."""

from __future__ import annotations

import math
from typing import Any

from briefings.article import Article, Span
from briefings.framing.comparison import Comparison
from briefings.framing.figures import Figure
from briefings.framing.quotes import Quote

Values = dict[str, Any]
"""A JSON object, its keys in the order of docs/json.md."""


def as_dict(comparison: Comparison) -> Values:
    """The comparison, ready for `json.dumps`; spans are `[start, end)` in code points into the stored text."""
    articles = comparison.articles
    return {
        "wire": comparison.wire,
        "articles": [_article(article) for article in articles],
        "points": [_point(comparison, number) for number in range(len(comparison.points))],
        "only_here": [_place(a, span) for i, a in enumerate(articles) for span in comparison.only_here(i)],
        "runs": [
            {"a": _place(articles[run.first], run.a), "b": _place(articles[run.second], run.b)}
            for run in comparison.runs
        ],
        "quotes": [_quote(articles[i], quote) for i, found in enumerate(comparison.quotes) for quote in found],
        "utterances": [
            {"members": [_quote(articles[i], quote) for i, quote in utterance.members]}
            for utterance in comparison.utterances
        ],
        "figures": [_figure(articles[i], figure) for i, found in enumerate(comparison.figures) for figure in found],
        "figure_groups": [
            {"relation": group.relation, "members": [_figure(articles[i], figure) for i, figure in group.members]}
            for group in comparison.figure_groups
        ],
        "wire_paragraphs": [
            _place(articles[i], s) for i, found in enumerate(comparison.wire_paragraphs) for s in found
        ],
    }


def _article(article: Article) -> Values:
    return {
        "id": article.id,
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "byline": article.byline,
        "credit": article.credit,
        "retold": article.retold,
        "words": len(article.text.split()),
        "length": len(article.text),
    }


def _place(article: Article, span: Span) -> Values:
    """Words of an article and where they stand."""
    number = article.paragraph_number(span.start)
    return {"article": article.id, "paragraph": number, "span": list(span), "words": span.of(article.text)}


def _point(comparison: Comparison, number: int) -> Values:
    point = comparison.points[number]
    return {
        "label": point.label,
        "why": list(point.why),
        "members": [_place(comparison.articles[index], span) for index, span in point.members],
        "not_found_in": [comparison.articles[index].id for index in comparison.missing(point)],
    }


def _quote(article: Article, quote: Quote) -> Values:
    return _place(article, quote.content) | {
        "kind": quote.kind,
        "speaker": quote.speaker,
        "speaker_span": list(quote.speaker_span) if quote.speaker_span else None,
        "cue": quote.cue.of(article.text) if quote.cue else None,
        "cue_span": list(quote.cue) if quote.cue else None,
    }


def _figure(article: Article, figure: Figure) -> Values:
    return _place(article, figure.span) | {
        "value": _number(figure.value),
        "high": _number(figure.high),
        "unit": figure.unit,
        "about": figure.about,
        "approx": figure.approx,
    }


def _number(value: float | None) -> float | int | None:
    """A number as JSON has it; JSON knows no infinity."""
    if value is None or not math.isfinite(value):
        return None
    return int(value) if value == int(value) else value
