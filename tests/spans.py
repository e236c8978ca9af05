"""Where words stand in an article, for tests that name words and not offsets."""

from __future__ import annotations

from briefings.article import Article, Span


def words(article: Article, exact: str) -> Span:
    """Where `exact` stands first in the article."""
    start = article.text.index(exact)
    return Span(start, start + len(exact))
