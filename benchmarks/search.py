"""Search against SQLite's FTS5 on the same generated articles: indexing, and queries with ten snippets.

    python -m benchmarks.search [ARTICLES]

The words follow Zipf's law; an article has 600. A query's time is from the typed words to ten hits with their snippets.
"""

from __future__ import annotations

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate, product
from pathlib import Path

from briefings.article import Article
from briefings.library import Library
from index import open_engine
from index.engine import Engine
from index.snippets import snippet

ARTICLES, WORDS, VOCABULARY, HITS, ROUNDS = 2_000, 600, 60_000, 10, 3
_SYLLABLES = ("ba", "cor", "di", "fen", "gul", "ha", "jes", "ki", "lom", "mur", "na", "pel", "ri", "sto", "tu", "vek")
_ENDINGS = ("", "", "s", "ed", "ing", "tion", "er")

Run = Callable[[str], int]


def vocabulary() -> list[str]:
    """Made words, the commonest first; always the same."""
    words = [
        "".join(parts) + end
        for length in range(1, 5)
        for parts in product(_SYLLABLES, repeat=length)
        for end in _ENDINGS[1:]
    ]
    distinct = sorted(set(words))
    random.Random(1).shuffle(distinct)
    return distinct[:VOCABULARY]


def articles(words: list[str], count: int) -> Iterator[Article]:
    """`count` made articles of 16 outlets over four years; always the same."""
    chance = random.Random(2)
    weights = list(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    for number in range(count):
        text = chance.choices(words, cum_weights=weights, k=WORDS)
        day = date(2020, 1, 1) + timedelta(days=number % 1_461)
        title = " ".join(text[:8])
        yield Article(f"a-{number}", f"Outlet {number % 16}", " ".join(text), title=title, published=day)


def queries(words: list[str]) -> dict[str, list[tuple[str, str]]]:
    """(our query, FTS5's) for each kind; FTS5 has no fuzzy words."""
    ranks = range(10, 400, 30)
    pairs = [(words[rank], words[rank + 7]) for rank in ranks]
    near = [(words[rank], words[rank + 1]) for rank in range(12)]
    starts = [words[rank][:4] for rank in ranks]
    return {
        "term": [(a, a) for a, _ in pairs],
        "phrase": [(f'"{a} {b}"', f'"{a} {b}"') for a, b in near],
        "and": [(f"{a} AND {b}", f"{a} AND {b}") for a, b in pairs],
        "or": [(f"{a} OR {b}", f"{a} OR {b}") for a, b in pairs],
        "not": [(f"{a} NOT {b}", f"{a} NOT {b}") for a, b in pairs],
        "prefix": [(f"{start}*", f"{start}*") for start in starts],
        "fuzzy": [(f"{a}~", "") for a, _ in pairs],
    }


def timed(run: Run, asked: list[str]) -> tuple[float, float]:
    """(median, 95th percentile) of a query, in milliseconds."""
    times = []
    for query in asked * ROUNDS:
        start = time.perf_counter()
        run(query)
        times.append((time.perf_counter() - start) * 1_000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def ours(library: Library, engine: Engine) -> Run:
    """Our search with ten snippets."""

    def run(query: str) -> int:
        results = engine.search(query, HITS)
        for hit in results.hits:
            text = library.article(hit.id).text
            snippet(text, engine.matches(query, text))
        return results.total

    return run


def theirs(file: Path, made: Iterator[Article]) -> tuple[Run, float]:
    """FTS5's search with ten snippets, and the seconds it took to index the articles."""
    database = sqlite3.connect(file)
    database.execute("CREATE VIRTUAL TABLE found USING fts5(title, text, tokenize = 'porter unicode61')")
    rows = [(article.title, article.text) for article in made]
    start = time.perf_counter()
    with database:
        database.executemany("INSERT INTO found VALUES (?, ?)", rows)
    seconds = time.perf_counter() - start
    best = (
        "SELECT snippet(found, 1, '[', ']', '…', 24) FROM found WHERE found MATCH ? ORDER BY bm25(found, 4, 1) LIMIT ?"
    )

    def run(query: str) -> int:
        database.execute(best, (query, HITS)).fetchall()
        return int(database.execute("SELECT count(*) FROM found WHERE found MATCH ?", (query,)).fetchone()[0])

    return run, seconds


def main(count: int = ARTICLES) -> int:
    """Print the measurements. There is no bar yet: 0."""
    words = vocabulary()
    with tempfile.TemporaryDirectory() as home, Library.open(Path(home) / "library") as library:
        library.add_all(articles(words, count))
        engine = open_engine(library)
        start = time.perf_counter()
        engine.refresh()
        seconds = time.perf_counter() - start
        other, other_seconds = theirs(Path(home) / "fts5.db", articles(words, count))
        print(f"{count} articles: indexed {count / seconds:.0f} a second, FTS5 {count / other_seconds:.0f}")
        for kind, asked in queries(words).items():
            median, high = timed(ours(library, engine), [query for query, _ in asked])
            line = f"{kind:7} p50 {median:6.1f} ms  p95 {high:6.1f} ms"
            if asked[0][1]:
                median, high = timed(other, [query for _, query in asked])
                line += f"   FTS5 p50 {median:6.1f} ms  p95 {high:6.1f} ms"
            print(line, flush=True)
        engine.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
