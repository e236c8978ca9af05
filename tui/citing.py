"""Words of what is being read, as they are copied: with where they stand, and the citation that a briefing takes. Pure.

Not here: the clipboard, which is the terminal's.
"""

from __future__ import annotations

from briefings.article import NO_TITLE, Article, Span
from tui.reading import Reading, day_of


def with_citation(reading: Reading, span: Span) -> str:
    """The words of the open text at `span`, under them where they are from; of an article, its citation under that."""
    if reading.article is not None:
        return article_citation(reading.article, span)
    return f"“{_on_one_line(reading.text, span)}”\n— {' · '.join(reading.heading) or reading.name}"


def article_citation(article: Article, span: Span) -> str:
    """Words of an article, under them where they are from, and the citation that a briefing takes."""
    from briefings.draft import cite  # loads comparing, which a start does not need

    return f"“{_on_one_line(article.text, span)}”\n— {source_of(article, span.start)}\n{cite(article, span)}"


def source_of(article: Article, offset: int) -> str:
    """Where words stand, as one cites them: outlet, title, day, paragraph, address where known."""
    parts = [article.outlet, f"“{article.title}”" if article.title else NO_TITLE, day_of(article)]
    parts += [f"¶{article.paragraph_number(offset)}", *([article.url] if article.url else [])]
    return ", ".join(parts)


def _on_one_line(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())
