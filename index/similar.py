"""Other coverage of the meeting an article reports: articles that share its rare words and its days.

The article's words that tell most (tf-idf, the title counting more) are searched for as one long query scored by BM25;
a score shrinks with the days between the articles, by half after `HALF_LIFE`. Not here: aligning what they say.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from typing import TYPE_CHECKING

from whoosh.query.terms import Term

from index.analysis import WORD, form_and_stem
from index.expansion import AnyOf
from index.fields import TITLE_WEIGHT

if TYPE_CHECKING:
    from whoosh.query.qcore import Query
    from whoosh.reading import IndexReader

    from briefings.article import Article

TERMS = 50
"""How many words of an article are searched for."""

HALF_LIFE = 7.0
"""Days after which a score counts half."""

_UNKNOWN = 0.5
"""What a score counts when a day is unknown."""


def telling_words(article: Article, reader: IndexReader) -> list[tuple[str, float]]:
    """The stems that tell this article from the others, with their weights (frequency x inverse document frequency)."""
    counts: defaultdict[str, float] = defaultdict(float)
    for text, weight in ((article.title or "", TITLE_WEIGHT), (article.text, 1.0)):
        for word in WORD.findall(text):
            counts[form_and_stem(word)[1]] += weight
    total = reader.doc_count()
    weighed = []
    for stem, count in counts.items():
        having = reader.doc_frequency("words", stem)
        if having > 1:
            weighed.append(((1 + math.log(count)) * math.log((total + 1) / having), stem))
    return [(stem, weight) for weight, stem in heapq.nlargest(TERMS, weighed)]


def query_for(words: list[tuple[str, float]]) -> Query:
    """The query for articles with these words."""
    return AnyOf([Term("words", stem, boost=weight) for stem, weight in words])


def nearness(days: int | None) -> float:
    """What a score counts when `days` lie between two articles; None where a day is unknown."""
    return _UNKNOWN if days is None else 0.5 ** (abs(days) / HALF_LIFE)
