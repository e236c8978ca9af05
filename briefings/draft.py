"""A comparison -> a first draft of a briefing, to be written on by a person. Evidence, never a verdict.

Every sentence of the articles in it is a citation of its exact words, so that `check` passes on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from briefings.article import Article, Span
from briefings.briefing import front_matter, starter
from briefings.framing.comparison import Comparison
from briefings.framing.passages import Point
from briefings.framing.quotes import Utterance
from briefings.inline import escaped
from briefings.report import ABSENT
from briefings.words import find_words, same_words

_WORD = re.compile(r"\S+")
_TITLE_MARKUP = re.compile(r"([\\\"&<])")
BEGINNING = 10
"""So many words of each article a new briefing cites."""
MOST = 12
"""How many points carried by some are written out; the coverage table has them all."""
MOST_ALONE = 3
"""How many sentences only one outlet has are written out for each."""


def draft(title: str, date: date | None, comparison: Comparison) -> str:
    """The text of a briefing file: header, what all, some and one report, figures that differ, quotes cut differently.

    title, date: of the meeting; the date None where unknown.
    """
    parts = [f"# {escaped(title)}", _opening(comparison), "## How each one begins", *_leads(comparison)]
    everyone = [point for point in comparison.points if not comparison.missing(point)]
    some = [point for point in comparison.points if comparison.missing(point)]
    parts += ["## What all report", *(_points(comparison, everyone) or [f"One thing in all: {ABSENT}."])]
    parts += [
        "## What some report",
        *(_points(comparison, some[:MOST]) or ["None."]),
        *_more(len(some) - MOST, ", in the table"),
    ]
    parts += [_live("coverage"), "## Figures that differ", *(_figures(comparison) or ["None."]), _live("figures")]
    parts += ["## The same words, cut differently", *(_utterances(comparison) or ["None."]), _live("quotes")]
    parts += ["## Only here", *_alone(comparison)]
    ids = [article.id for article in comparison.articles]
    return front_matter(title, date, ids) + "\n\n".join(parts) + "\n"


def begun(title: str, articles: Sequence[Article]) -> str:
    """The body a new briefing begins with: a question, and a citation of how each article begins, so that it opens."""
    listed = (f"- {escaped(a.outlet)}: {cite(a, _beginning(a)) if a.text else a.id}\n" for a in articles)
    return starter(title, "".join(listed))


def _beginning(article: Article) -> Span:
    """The first few words of the text."""
    words = list(islice(_WORD.finditer(article.text, *article.paragraphs[0]), BEGINNING))
    return Span(words[0].start(), words[-1].end())


def cite(article: Article, span: Span) -> str:
    """A citation of the words of `article` at `span`, as Markdown on one line.

    Words that stand earlier in the text too are cited with so many of their neighbours that no other place is meant.
    """
    shown, whole = escaped(span.of(article.text)), _own_words(article, span)
    if whole == span:
        return f"[{shown}](cite:{article.id})"
    words = _TITLE_MARKUP.sub(r"\\\1", " ".join(whole.of(article.text).split()))
    return f'[{shown}](cite:{article.id} "{words}")'


def _own_words(article: Article, span: Span) -> Span:
    """The span, or with it as many words of its paragraph as it takes to be found at this place and no earlier one."""
    paragraph = next((one for one in article.paragraphs if one.covers(span)), span)
    words = [Span(*match.span()) for match in _WORD.finditer(article.text, *paragraph)]
    inside = [number for number, word in enumerate(words) if word.overlaps(span)]
    wider = span
    for reach in range(1, len(words) + 1):
        if not inside or find_words(wider.of(article.text), article.text) == wider:
            break
        first, last = max(0, inside[0] - reach), min(len(words) - 1, inside[-1] + reach)
        wider = Span(words[first].start, words[last].end)
    return wider


def _live(name: str) -> str:
    return f"```rashomon {name}\n```"


def _opening(comparison: Comparison) -> str:
    wire = "" if comparison.wire else " Agency copy is left out."
    return f"{len(comparison.articles)} articles: {_names(comparison, range(len(comparison.articles)))}.{wire}"


def _names(comparison: Comparison, indexes: Sequence[int]) -> str:
    articles = (comparison.articles[index] for index in indexes)
    return ", ".join(escaped(a.outlet) + (f" ({escaped(a.credit)})" if a.credit else "") for a in articles)


def _place(comparison: Comparison, index: int, span: Span) -> str:
    """Who says it, in which paragraph, in which words."""
    article = comparison.articles[index]
    return f"- {escaped(article.outlet)}, ¶{article.paragraph_number(span.start)}: {cite(article, span)}"


def _leads(comparison: Comparison) -> Iterator[str]:
    firsts = []
    for index, article in enumerate(comparison.articles):
        spans = comparison.sentences[index] or article.paragraphs
        firsts += [_place(comparison, index, span) for span in spans[:1]]
    yield "\n".join(firsts)


def _points(comparison: Comparison, points: Sequence[Point]) -> list[str]:
    parts = []
    for point in points:
        parts += [f"**{escaped(point.label)}**", "\n".join(_place(comparison, *member) for member in point.members)]
        missing = comparison.missing(point)
        parts += [f"{ABSENT.capitalize()}: {_names(comparison, missing)}."] if missing else []
    return parts


def _more(count: int, where: str = "") -> list[str]:
    return [f"And {count} more{where}."] if count > 0 else []


def _figures(comparison: Comparison) -> list[str]:
    parts = []
    for group in comparison.figure_groups:
        if group.relation == "differ":
            counted = (figure.about or figure.unit for _, figure in group.members)
            parts.append(f"**{escaped(next(filter(None, counted), 'Counted'))}**")
            parts.append("\n".join(_place(comparison, index, figure.span) for index, figure in group.members))
    return parts


def _utterances(comparison: Comparison) -> list[str]:
    parts = []
    for utterance in comparison.utterances:
        if not _cut_alike(comparison, utterance):
            lines = (_place(comparison, index, quote.content) for index, quote in utterance.members)
            parts += [f"**{escaped(_speaker(utterance))}**", "\n".join(lines)]
    return parts


def _cut_alike(comparison: Comparison, utterance: Utterance) -> bool:
    """Whether every article quotes the same words, final punctuation aside."""
    words = [quote.content.of(comparison.articles[index].text).rstrip(" ,.;:") for index, quote in utterance.members]
    return all(same_words(words[0], other) for other in words)


def _speaker(utterance: Utterance) -> str:
    named = (quote.speaker for _, quote in utterance.members if quote.speaker)
    return next(named, "Speaker unknown")


def _alone(comparison: Comparison) -> Iterator[str]:
    for index, article in enumerate(comparison.articles):
        spans = comparison.only_here(index)
        yield f"{escaped(article.outlet)}: {len(spans)} sentences for which no other article was found to say the same."
        if spans:
            yield "\n".join(_place(comparison, index, span) for span in spans[:MOST_ALONE])
        yield from _more(len(spans) - MOST_ALONE)
