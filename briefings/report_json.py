"""A comparison as plain values for other programs: every span with its words. `docs/json.md` names each field."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from briefings.article import Article, Span
from briefings.framing.carriers import Carrier
from briefings.framing.comparison import Comparison
from briefings.framing.cuts import Version
from briefings.framing.emphasis import Emphasis
from briefings.framing.figures import Figure
from briefings.framing.language import is_english
from briefings.framing.near_copies import NearCopy
from briefings.framing.quotes import Quote
from briefings.framing.sources import Source
from briefings.framing.wording import Distinctive

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
            {"a": _place(articles[run.first], run.a), "b": _place(articles[run.second], run.b), "kind": run.kind}
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
        **_further(comparison),
    }


def _further(comparison: Comparison) -> Values:
    """What each article stresses, carries, cuts and calls things, and who speaks in it."""
    articles = comparison.articles
    return {
        "emphasis": [_emphasis(article, one) for article, one in zip(articles, comparison.emphasis, strict=False)],
        "near_copies": [_near_copy(articles, copy) for copy in comparison.near_copies],
        "carriers": [_carrier(articles, one) for one in comparison.carriers],
        "cuts": [
            {
                "utterance": found.utterance,
                "longest": _version(articles, found.longest, found.longest),
                "others": [_version(articles, version, found.longest) for version in found.others],
            }
            for found in comparison.cuts
        ],
        "choices": [
            {
                "point": choice.point,
                "slot": choice.slot,
                "basis": choice.basis,
                "words": [_place(articles[index], span) for index, span in choice.words.items()],
                "beside": [_place(articles[index], span) for index, span in choice.beside],
            }
            for choice in comparison.choices
        ],
        "wording": [
            distinctive_words(article, one) for article, one in zip(articles, comparison.distinctive, strict=False)
        ],
        "sources": [_source(articles[i], source) for i, found in enumerate(comparison.sources) for source in found],
    }


def _emphasis(article: Article, one: Emphasis) -> Values:
    return {
        "article": article.id,
        "lede": _place(article, one.lede) if one.lede else None,
        "words": one.words,
        "share": one.share,
        "points": [
            {
                "point": stress.point,
                "order": stress.order,
                "places": [_place(article, span) for span in stress.spans],
                "depth": stress.depth,
                "words": stress.words,
                "share": stress.share,
                "lede": stress.lede,
                "headline": [{"in_title": list(s), "words": s.of(article.title or "")} for s in stress.headline],
            }
            for stress in one.points
        ],
    }


def _near_copy(articles: Sequence[Article], copy: NearCopy) -> Values:
    a, b = articles[copy.first], articles[copy.second]
    changes = [{"a": _place(a, change.a), "b": _place(b, change.b)} for change in copy.changes]
    places = {"a": _place(a, copy.a), "b": _place(b, copy.b)}
    return places | {"alike": copy.alike, "kind": copy.kind, "changes": changes}


def _carrier(articles: Sequence[Article], one: Carrier) -> Values:
    return {
        "articles": [articles[one.first].id, articles[one.second].id],
        "copied": list(one.copied),
        "quoted": list(one.quoted),
        "parts": list(one.parts),
        "basis": one.basis,
        "source": articles[one.source].id if one.source is not None else None,
        "evidence": one.evidence,
    }


def _version(articles: Sequence[Article], version: Version, longest: Version) -> Values:
    article = articles[version.index]
    return {
        "article": article.id,
        "quotes": [_quote(article, quote) for quote in version.quotes],
        "words": version.words,
        "paragraph": version.paragraph,
        "depth": version.depth,
        "not_found": [_place(articles[longest.index], span) for span in version.missing],
        "put_in": [_place(article, span) for span in version.inserted],
    }


def distinctive_words(article: Article, one: Distinctive) -> Values:
    """The words an article uses more or less than the others, with their places."""
    return {
        "article": article.id,
        "outlet": article.outlet,
        "words": [
            {
                "word": w.word,
                "count": w.count,
                "others": w.others,
                "z": round(w.z, 3),
                "spans": list(map(list, w.spans)),
            }
            for w in one.words
        ],
        "size": one.size,
        "tested": one.tested,
        "by_chance": round(one.by_chance, 2),
    }


def _source(article: Article, source: Source) -> Values:
    return {
        "article": article.id,
        "speaker": source.speaker,
        "kind": source.kind,
        "words_quoted": source.words,
        "words_reported": source.reported,
        "first": _place(article, source.first),
        "quotes": [_place(article, quote.content) for quote in source.quotes],
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
        "english": is_english(article.text),
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
        "number": point.number,
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
