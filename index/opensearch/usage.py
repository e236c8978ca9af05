"""How often each outlet of an archive uses the words of a query.

The articles that match, and the words all its articles have, are counted in the archive, for each outlet. How often the
words stand in an article is counted here, in its text, by what is lit in it: of up to `READ` articles in all; of more,
in a sample drawn by chance, from which the sum is reckoned, as it says. Not here: how it is shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any

from briefings.article import Span
from index.engine import Usage
from index.opensearch.archive import Archive
from index.opensearch.query import Clause

READ = 500
"""How many articles are read at the most."""

_OUTLETS = 5_000
_SEED = 7
_ARTICLES: Clause = {"term": {"kind_name": "article"}}

Lit = Callable[[str], list[Span]]
"""A text -> the spans of it that the query hits."""


def usage(archive: Archive, query: Clause, lit: Lit) -> tuple[Usage, ...]:
    """The use of the words of a query by the outlets of the articles that match, the most per 1,000 words first."""
    matching: Clause = {"bool": {"filter": [query, _ARTICLES]}}
    articles = _by_outlet(archive, matching)
    words = _by_outlet(archive, {"bool": {"filter": [_ARTICLES, {"terms": {"outlet_name": list(articles)}}]}}, "length")
    times, read = _counted(archive, matching, lit)
    everywhere = (times.total(), read.total())
    found = [
        _use(outlet, count, words[outlet], *((times[outlet], read[outlet]) if read[outlet] else everywhere))
        for outlet, count in articles.items()
    ]
    return tuple(sorted(found, key=lambda use: (-use.per_thousand, use.outlet)))


def _use(outlet: str, articles: int, words: int, times: int, read: int) -> Usage:
    """The use of one outlet. times, read: of its articles that were read; of all, where none of its own was drawn."""
    if read == articles:
        return Usage(outlet, articles, times, words)
    return Usage(outlet, articles, round(times * articles / max(read, 1)), words, read)


def _by_outlet(archive: Archive, query: Clause, summed: str = "") -> Counter[str]:
    """For each outlet how many documents a query finds, or the sum of a field of theirs."""
    each: dict[str, Any] = {"terms": {"field": "outlet_name", "size": _OUTLETS}}
    if summed:
        each["aggs"] = {"sum": {"sum": {"field": summed}}}
    reply, _ = archive.ask({"query": query, "size": 0, "track_total_hits": False, "aggs": {"outlets": each}})
    buckets = reply["aggregations"]["outlets"]["buckets"]
    return Counter({one["key"]: int(one["sum"]["value"]) if summed else one["doc_count"] for one in buckets})


def _counted(archive: Archive, query: Clause, lit: Lit) -> tuple[Counter[str], Counter[str]]:
    """For each outlet (how often the words stand in the articles that were read, how many those are)."""
    chance = {"random_score": {"seed": _SEED, "field": "_seq_no"}}
    drawn = {"function_score": {"query": query, "functions": [chance], "boost_mode": "replace"}}
    times: defaultdict[str, int] = defaultdict(int)
    read: Counter[str] = Counter()
    body = {"query": drawn, "sort": [{"_score": "desc"}, {"id": "asc"}], "_source": ["outlet_name", "document.text"]}
    for page, _, _ in archive.pages(body, READ):
        for found in page:
            source = found["_source"]
            times[source["outlet_name"]] += len(lit(source["document"]["text"]))
            read[source["outlet_name"]] += 1
    return Counter(times), read
