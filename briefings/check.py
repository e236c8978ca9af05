"""The curator's checks: whether what a briefing says it rests on is there. Not here: whether the briefing is right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefings.article import Article, Span
from briefings.briefing import Briefing, Citation, citations
from briefings.markdown import LIVE_BLOCKS, Rendered, rendered
from briefings.words import find_words

NEAR = 75
"""From which likeness, 0 to 100, other words are shown as the nearest to those cited."""


class Finding(NamedTuple):
    """One thing to look at. line: of the file, from 1. what: is wrong. remedy: what to do about it."""

    line: int
    what: str
    remedy: str


def check(briefing: Briefing, articles: Mapping[str, Article]) -> list[Finding]:
    """What is wrong with a briefing, by line; empty when nothing is. `articles`: those of the library, by id."""
    cited = citations(briefing)
    shown = rendered(briefing.body)
    found = [*_sources(briefing, articles, {citation.article for citation in cited})]
    for citation in cited:
        found += _citation(briefing, citation, articles)
    return sorted([*found, *_live(briefing, shown), *_broken(briefing, shown)])


def _sources(briefing: Briefing, articles: Mapping[str, Article], cited: set[str]) -> Iterator[Finding]:
    for id, line in zip(briefing.sources, briefing.source_lines, strict=True):
        if id not in articles:
            yield Finding(line, f"no article has the id {id!r}", "Import it, or correct the id: `rashomon list`.")
        elif id not in cited:
            yield Finding(line, f"the source {id!r} is never cited", f"Cite words of it: [words](cite:{id}).")


def _citation(briefing: Briefing, citation: Citation, articles: Mapping[str, Article]) -> Iterator[Finding]:
    line, id = briefing.line(citation.span.start), citation.article
    article = articles.get(id)
    if article is None:
        if id not in briefing.sources:
            yield Finding(line, f"no article has the id {id!r}", "Import it, or correct the id: `rashomon list`.")
        return
    if id not in briefing.sources:
        yield Finding(line, f"{id!r} is cited and not among the sources", "Add it to sources: in the header.")
    if not citation.words:
        yield Finding(line, f"the citation of {id!r} cites no words", f"Write the words: [words](cite:{id}).")
    elif find_words(citation.words, article.text) is None:
        what = f"“{citation.words}” was not found in the stored text of {id!r}"
        yield Finding(line, what, _nearest(citation.words, article.text))


def _nearest(words: str, text: str) -> str:
    """What to do about words that are not there: the nearest words that are."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    place = partial_ratio_alignment(words, text, score_cutoff=NEAR) if len(words) <= len(text) else None
    if place is None:
        return "Cite words that stand there."
    start, end = _whole_words(text, Span(place.dest_start, place.dest_end))
    return f"The nearest words there: “{' '.join(text[start:end].split())}”."


def _whole_words(text: str, span: Span) -> Span:
    """The span with the words it begins or ends inside of made whole."""
    start, end = span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _live(briefing: Briefing, shown: Rendered) -> Iterator[Finding]:
    names = ", ".join(LIVE_BLOCKS)
    for block, _ in shown.blocks:
        if block.kind == "live" and block.info not in LIVE_BLOCKS:
            what = f"no table is called {block.info!r}" if block.info else "the live block names no table"
            yield Finding(briefing.line(block.source.start), what, f"Name one of: {names}.")


def _broken(briefing: Briefing, shown: Rendered) -> Iterator[Finding]:
    """Citations that Markdown does not read as links, which a reader would see as brackets."""
    for block, place in shown.blocks:
        at = -1 if block.kind == "code" else shown.text.find("](cite:", *place)
        while at >= 0:
            if not shown.citation_at(at):
                line = briefing.line(shown.to_source(at))
                yield Finding(line, "this citation is no link", "Write [words](cite:ID), without spaces in the id.")
            at = shown.text.find("](cite:", at + 1, place.end)
