"""Search against SQLite's FTS5 on the same generated articles: indexing, and queries with ten snippets.

    python -m benchmarks.search [ARTICLES [FOLDER]]

The words follow Zipf's law; an article has 600. A query's time is from the typed words to ten hits with their snippets.
The library and both indexes are made anew, or kept in FOLDER and used again from there.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
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
ASKING = "asking"
"""The word by which this program starts itself, to ask alone."""


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


def timed(run: Run, asked: list[str]) -> str:
    """The median and the 95th percentile of a query, in milliseconds of the clock, and the latter of the processor."""
    times, busy = [], []
    for query in asked * ROUNDS:
        start, worked = time.perf_counter(), time.process_time()
        run(query)
        busy.append((time.process_time() - worked) * 1_000)
        times.append((time.perf_counter() - start) * 1_000)
    high, worked = (statistics.quantiles(found, n=20)[-1] for found in (times, busy))
    return f"p50 {statistics.median(times):6.1f} ms  p95 {high:6.1f} ms (processor {worked:6.1f} ms)"


def ours(library: Library, engine: Engine) -> Run:
    """Our search with ten snippets."""

    def run(query: str) -> int:
        results = engine.search(query, HITS)
        for hit in results.hits:
            text = library.article(hit.id).text
            snippet(text, engine.matches(query, text))
        return results.total

    return run


def theirs(file: Path, made: Iterator[Article]) -> tuple[Run, Seconds | None]:
    """FTS5's search with ten snippets, and how long indexing the articles took; None where they were already."""
    is_new = not file.exists()
    database = sqlite3.connect(file)
    seconds = None
    if is_new:
        database.execute("CREATE VIRTUAL TABLE found USING fts5(title, text, tokenize = 'porter unicode61')")
        rows = [(article.title, article.text) for article in made]

        def insert() -> None:
            with database:
                database.executemany("INSERT INTO found VALUES (?, ?)", rows)

        seconds = seconds_of(insert)
    best = (
        "SELECT snippet(found, 1, '[', ']', '…', 24) FROM found WHERE found MATCH ? ORDER BY bm25(found, 4, 1) LIMIT ?"
    )

    def run(query: str) -> int:
        database.execute(best, (query, HITS)).fetchall()
        return int(database.execute("SELECT count(*) FROM found WHERE found MATCH ?", (query,)).fetchone()[0])

    return run, seconds


Seconds = tuple[float, float]
"""Seconds of the clock, and of processors: this process's and those it started."""


def seconds_of(work: Callable[[], object]) -> Seconds:
    """How long some work takes."""
    start, before = time.perf_counter(), os.times()
    work()
    after = os.times()
    return time.perf_counter() - start, sum(after[:4]) - sum(before[:4])


def until_visible(library: Library, engine: Engine) -> float:
    """The milliseconds from adding one article until a search finds it: the median of a few."""
    times = []
    for number in range(ROUNDS):
        article = Article(f"late-{time.time_ns()}", "Late Edition", f"Zeppelins {'over the valley ' * 200} {number}")
        start = time.perf_counter()
        library.add(article)
        engine.refresh()
        if article.id not in {hit.id for hit in engine.search("zeppelin", 1_000).hits}:
            raise AssertionError("an article that was added is not found")
        times.append((time.perf_counter() - start) * 1_000)
    return statistics.median(times)


def resident() -> float:
    """The megabytes of this process in memory, without mapped files."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) / 1_024
    return 0.0


def rate(count: int, seconds: Seconds | None) -> str:
    """So many in these seconds, for people."""
    if seconds is None:
        return "before"
    clock, processors = seconds
    return f"{count / clock:.0f} a second ({count / processors:.0f} a second of one processor)"


def measure(home: Path, count: int) -> None:
    """Print every figure, with what is in the folder `home`."""
    words = vocabulary()
    file, is_new = home / "fts5.db", not (home / "library").exists()
    with Library.open(home / "library") as library:
        if is_new:
            library.add_all(articles(words, count))
        other, other_seconds = theirs(file, articles(words, count))
        engine = open_engine(library)
        seconds = seconds_of(engine.refresh) if engine.status().waiting else None
        print(f"{count} articles: indexed {rate(count, seconds)}, FTS5 {rate(count, other_seconds)}", flush=True)
        start = time.perf_counter()
        with closing(open_engine(library)) as again:
            again.search("*", 1)
        print(f"opened and asked once in {(time.perf_counter() - start) * 1_000:.0f} ms")
        for kind, asked in queries(words).items():
            line = f"{kind:7} {timed(ours(library, engine), [query for query, _ in asked])}"
            if asked[0][1]:
                line += f"   FTS5 {timed(other, [query for _, query in asked])}"
            print(line, flush=True)
        print(f"memory of a program that only asks: {asked_alone(home)} MB, without mapped files")
        print(f"one article more is found after {until_visible(library, engine):.0f} ms")
        engine.close()


def asked_alone(home: Path) -> str:
    """The megabytes of a program that did nothing but ask all the queries: this one made the articles, and indexed."""
    command = [sys.executable, "-m", "benchmarks.search", ASKING, str(home)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def ask(home: Path) -> int:
    """Ask every query of the library in the folder `home`, and print the memory that took."""
    asked = [query for of_a_kind in queries(vocabulary()).values() for query, _ in of_a_kind]
    with Library.open(home / "library") as library, closing(open_engine(library)) as engine:
        run = ours(library, engine)
        for query in asked:
            run(query)
        print(f"{resident():.0f}")
    return 0


def main(count: int = ARTICLES, folder: str = "") -> int:
    """Print the measurements; they have no bar here, as machines differ: 0."""
    if folder:
        home = Path(folder) / str(count)
        home.mkdir(parents=True, exist_ok=True)
        measure(home, count)
    else:
        with tempfile.TemporaryDirectory() as home_name:
            measure(Path(home_name), count)
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == [ASKING]:
        sys.exit(ask(Path(sys.argv[2])))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES, *sys.argv[2:3]))
