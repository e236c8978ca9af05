"""Other coverage of the meeting an article reports: articles that share its rare words and its days.

The article's words that tell most (tf-idf, the title counting more) are searched for as one long query scored by BM25;
a score shrinks with the days between the articles, by half after `HALF_LIFE`. Not here: aligning what they say.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from whoosh.query.compound import Or
from whoosh.query.terms import Term

from briefings.article import UNKNOWN_OUTLET, Article
from index.analysis import fold, forms_and_stems
from index.engine import Hit
from index.fields import TITLE_WEIGHT

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.segments import Segments


TERMS = 50
"""How many words of an article are searched for."""

HALF_LIFE = 7.0
"""Days after which a score counts half."""

_UNKNOWN = 0.5
"""What a score counts where a day is unknown."""


def telling_words(article: Article, index: Segments) -> list[tuple[str, float]]:
    """The stems that tell this article from the others, with their weights (frequency x inverse document frequency)."""
    counts: defaultdict[str, float] = defaultdict(float)
    for text, weight in ((article.title or "", TITLE_WEIGHT), (article.text, 1.0)):
        for _, stem in forms_and_stems(text):
            counts[stem] += weight
    total = index.count
    weighed = []
    for stem, count in counts.items():
        having = index.documents("words", stem)
        if having > 1:
            weighed.append(((1 + math.log(count)) * math.log((total + 1) / having), stem))
    return [(stem, weight) for weight, stem in heapq.nlargest(TERMS, weighed)]


def query_for(words: list[tuple[str, float]]) -> Query:
    """The query for articles with these words."""
    return Or([Term("words", stem, boost=weight) for stem, weight in words])


def other_coverage(article: Article, hits: list[Hit]) -> list[Hit]:
    """The articles of other outlets among `hits`, their scores shrunk by the days between, best first."""
    near = [replace(hit, score=hit.score * _nearness(article, hit)) for hit in hits if _is_other(article, hit)]
    return sorted(near, key=lambda hit: (-hit.score, hit.id))


def _is_other(article: Article, hit: Hit) -> bool:
    same_outlet = fold(article.outlet) == fold(hit.outlet) and article.outlet != UNKNOWN_OUTLET
    return hit.kind == "article" and hit.id != article.id and not same_outlet


def _nearness(article: Article, hit: Hit) -> float:
    if article.published is None or hit.published is None:
        return _UNKNOWN
    return float(0.5 ** (abs((hit.published - article.published).days) / HALF_LIFE))
