"""One utterance across outlets: what each has of it, lined up. Not here: quotes one by one (`tables.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.table import NOT_FOUND, UNKNOWN, Cell, Table, letter, one_line

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.quotes import Quote

LEFT_OUT = "…"
"""Stands between two parts of a quote."""


def versions(comparison: Comparison) -> Table:
    """Utterances x outlets: the words each outlet quotes, its cue before them, the paragraph first."""
    rows = []
    for utterance in comparison.utterances:
        by_article: dict[int, list[Quote]] = {}
        for index, quote in utterance.members:
            by_article.setdefault(index, []).append(quote)
        cells = [_version(comparison, index, by_article.get(index, ())) for index in range(len(comparison.articles))]
        rows.append((_speaker(comparison, by_article), *cells))
    columns = ("who", *map(letter, range(len(comparison.articles))))
    return Table("Each utterance", columns, tuple(rows), f"{NOT_FOUND} not found in the stored text" if rows else "")


def _speaker(comparison: Comparison, by_article: dict[int, list[Quote]]) -> Cell:
    """The longest name any of the articles gives, and where."""
    named = [(q.speaker, i, q) for i, quotes in by_article.items() for q in quotes if q.speaker]
    if not named:
        index, quotes = next(iter(by_article.items()))
        return Cell(UNKNOWN, (index, quotes[0].content))
    name, index, quote = max(named, key=lambda one: (len(one[0] or ""), -one[1]))
    return Cell(name or UNKNOWN, (index, quote.speaker_span or quote.content))


def _version(comparison: Comparison, index: int, quotes: Sequence[Quote]) -> Cell:
    if not quotes:
        return Cell(NOT_FOUND)
    article = comparison.articles[index]
    said = []
    for quote in quotes:
        cue = f"{one_line(quote.cue.of(article.text))}: " if quote.cue else ""
        parts = f" {LEFT_OUT} ".join(one_line(part.of(article.text)) for part in quote.parts or (quote.content,))
        said.append(f"{cue}“{parts.strip('“”')}”" if quote.kind in ("direct", "mixed") else f"{cue}{parts}")
    number = article.paragraph_number(quotes[0].content.start)
    return Cell(f"¶{number} " + " | ".join(said), (index, quotes[0].content))
