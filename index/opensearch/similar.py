"""Other coverage of the meeting an article reports, as a question to an archive.

As on one machine (`similar.py`): the words that tell most, scored by BM25, a score shrinking with the days between. The
archive picks the words itself (more_like_this, by tf-idf) and looks only `NEAR` days around: beyond, a score would
count less than a thousandth. Not here: asking.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from briefings.article import UNKNOWN_OUTLET, Article
from index.analysis import fold, forms_and_stems
from index.fields import TITLE_WEIGHT
from index.opensearch.mapping import term
from index.opensearch.query import Clause
from index.similar import HALF_LIFE, TERMS

NEAR = 70
"""Days before and after an article in which other coverage is looked for; ten half-lives."""

_UNKNOWN = 0.5


def other_coverage(article: Article) -> Clause:
    """What finds the articles of other outlets on the same meeting, likeliest first."""
    barred: list[Clause] = [{"term": {"id": article.id}}]
    if article.outlet != UNKNOWN_OUTLET:
        barred.append({"term": {"outlet_key": fold(article.outlet)}})
    wanted: list[Clause] = [{"term": {"kind_name": "article"}}]
    if article.published:
        wanted.append(_near(article.published))
    like = {
        "fields": ["words"],
        "like": [_words(article)],
        "min_term_freq": 1,
        "min_doc_freq": 1,
        "max_query_terms": TERMS,
        "minimum_should_match": "1",
        "boost_terms": 1.0,
    }
    found = {"bool": {"must": [{"more_like_this": like}], "filter": wanted, "must_not": barred}}
    return {"function_score": {"query": found, "functions": _nearness(article.published), "boost_mode": "multiply"}}


def _near(day: date) -> Clause:
    first, last = ((day + timedelta(days=days)).isoformat() for days in (-NEAR, NEAR))
    unknown = {"bool": {"must_not": [{"exists": {"field": "published"}}]}}
    return {"bool": {"should": [{"range": {"published": {"gte": first, "lte": last}}}, unknown]}}


def _nearness(day: date | None) -> list[dict[str, Any]]:
    """What a score counts: by half after `HALF_LIFE` days, and where a day is unknown."""
    unknown = {"weight": _UNKNOWN}
    if day is None:
        return [unknown]
    known: Clause = {"exists": {"field": "published"}}
    decay = {"origin": day.isoformat(), "scale": f"{HALF_LIFE:.0f}d", "decay": 0.5}
    return [
        {"filter": known, "exp": {"published": decay}},
        {"filter": {"bool": {"must_not": [known]}}, **unknown},
    ]


def _words(article: Article) -> str:
    title = [term(stem) for _, stem in forms_and_stems(article.title or "")] * round(TITLE_WEIGHT)
    return " ".join([*title, *(term(stem) for _, stem in forms_and_stems(article.text))])
