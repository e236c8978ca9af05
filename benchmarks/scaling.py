"""An archive in a cluster: sending, searching, re-mapping. The figures of docs/scaling.md come from here.

    python -m benchmarks.scaling [ARTICLES]

Starts three nodes on this machine (Java and Maven are needed), which share it with what measures. The articles are
those of `benchmarks.search`. A query's time is from the typed words to ten hits with their snippets. Not part of
`make bench`: it takes many minutes.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Iterator
from secrets import token_hex

from benchmarks import search
from briefings.article import Article
from briefings.library import Library
from index.contents import article_document
from index.opensearch.address import Address
from index.opensearch.archive import Archive
from index.opensearch.bulk import Item
from index.opensearch.mapping import stored
from index.opensearch.remap import remap
from index.opensearch_engine import OpenSearchEngine
from index.snippets import snippet
from tests.cluster.nodes import missing, running

ARTICLES, HEAP_MB, HITS, ASKED, ROUNDS = 20_000, 512, 10, 14, 3
_MEGABYTE = 1_000_000


def items(count: int) -> Iterator[Item]:
    """The articles as they are sent."""
    for article in search.articles(search.vocabulary(), count):
        yield Item(article.id, stored(article_document(article, hear=False), "benchmark", article))


class Watch:
    """How long something takes: of the clock, of this process, of the nodes' processes together; in seconds."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._start = self._now()

    def taken(self) -> tuple[float, float, float]:
        """The seconds since the start."""
        clock, ours, theirs = (now - then for now, then in zip(self._now(), self._start, strict=True))
        return clock, ours, theirs

    def rate(self, count: int) -> str:
        """For people: so many documents since the start."""
        clock, ours, theirs = self.taken()
        return (
            f"{count / clock:.0f} a second; {count / ours:.0f} a second of this process's processor time, "
            f"{count / theirs:.0f} of the nodes'"
        )

    def _now(self) -> tuple[float, float, float]:
        nodes = self._archive.client.nodes.stats(metric="process")["nodes"].values()
        millis = sum(node["process"]["cpu"]["total_in_millis"] for node in nodes)
        return time.perf_counter(), time.process_time(), millis / 1_000


def fill(archive: Archive, count: int) -> str:
    """Send the articles; how many a second, for people."""
    archive.make()
    watch = Watch(archive)
    archive.send(items(count))
    archive.show()
    return watch.rate(count)


def megabytes(archive: Archive) -> float:
    """What the archive's index takes on the disks, copies counted."""
    totals = archive.client.indices.stats(index=archive.name, metric="store")["_all"]["total"]
    return float(totals["store"]["size_in_bytes"]) / _MEGABYTE


def ask(engine: OpenSearchEngine) -> None:
    """Print how long each kind of question takes."""

    def run(query: str) -> int:
        results = engine.search(query, HITS)
        for hit in results.hits:
            text = engine.text(hit)
            snippet(text, engine.matches(query, text))
        return results.total

    words = search.vocabulary()
    archive = engine.archive
    for kind, pairs in search.queries(words).items():
        print_times(archive, kind, run, [query for query, _ in pairs][:ASKED])
    print_times(archive, "similar", lambda id: len(engine.similar(id)), [f"a-{n}" for n in range(0, 1_400, 100)])
    rare = [words[rank] for rank in range(2_000, 16_000, 1_000)]
    print_times(archive, "usage", lambda query: len(engine.usage(query)), rare)


def print_times(archive: Archive, kind: str, run: search.Run, asked: list[str]) -> None:
    """One line of the table; each question is asked once before, as the nodes' code is slow when it is new."""
    for query in asked:
        run(query)
    times, watch = list[float](), Watch(archive)
    for query in asked * ROUNDS:
        start = time.perf_counter()
        run(query)
        times.append((time.perf_counter() - start) * 1_000)
    median, high = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    _, ours, theirs = (1_000 * seconds / len(times) for seconds in watch.taken())
    spent = f"processor: ours {ours:5.1f} ms, the nodes' {theirs:6.1f} ms"
    print(f"{kind:8} p50 {median:7.1f} ms  p95 {high:7.1f} ms  {spent}", flush=True)


def see_one(archive: Archive) -> float:
    """Milliseconds from sending one more article to finding it."""
    article = Article("one-more", "Outlet", "A zeppelin.")
    start = time.perf_counter()
    archive.send([Item(article.id, stored(article_document(article, hear=False), "benchmark", article))])
    archive.show()
    return (time.perf_counter() - start) * 1_000


def main(count: int = ARTICLES) -> int:
    """Print the measurements; 0, as there is no bar."""
    if absent := missing():
        print(f"not measured: the cluster needs {absent}")
        return 0
    with running(HEAP_MB, lasting=True) as cluster, Library.open(f"{cluster.nodes[0].folder}/library") as library:
        engine = OpenSearchEngine(library, Address(tuple(cluster.urls), f"b{token_hex(4)}"))
        archive = engine.archive
        print(f"{count} articles: sent {fill(archive, count)}", flush=True)
        print(f"{megabytes(archive):.0f} MB with every copy; one more article is found after {see_one(archive):.0f} ms")
        ask(engine)
        watch = Watch(archive)
        remap(archive)
        print(f"re-mapped {watch.rate(count)}", flush=True)
        engine.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
