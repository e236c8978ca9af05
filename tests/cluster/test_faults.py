"""A node is lost while articles are sent and searched for: nothing else is."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from briefings.article import Article
from briefings.library import Library
from index.opensearch.client import ArchiveAway
from index.opensearch.push import push
from tests.cluster.archives import Archives
from tests.cluster.nodes import Cluster

COUNT = 3_000
_LONG, _POLL = 120.0, 0.1


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("faults") / "library") as library:
        library.add_all(made(number) for number in range(COUNT))
        yield library


def made(number: int) -> Article:
    text = f"Dispatch {number}. " + " ".join(f"word{(number * step) % 97} ferry harbour" for step in range(1, 30))
    return Article(f"made-{number}", f"Outlet {number % 7}", text, title=f"Dispatch {number}")


def test_a_node_killed_while_articles_are_sent_loses_none(
    cluster: Cluster, archives: Archives, library: Library
) -> None:
    archive = archives.engine(library).archive

    def watch(number: int) -> None:
        if number == COUNT // 3:
            cluster.kill(1)

    assert push(archive, library, progress=watch) == COUNT
    cluster.start()
    assert {found["_id"] for found in archive.scan(source=False)} == {f"made-{number}" for number in range(COUNT)}
    assert archive.count() == COUNT


def test_an_archive_that_is_sent_everything_twice_holds_each_article_once(archives: Archives, library: Library) -> None:
    archive = archives.engine(library).archive
    assert push(archive, library, anew=True) == COUNT
    assert archive.count() == COUNT


def test_answers_are_whole_or_say_what_they_lack_while_a_node_is_lost(
    cluster: Cluster, archives: Archives, library: Library
) -> None:
    engine = archives.engine(library)
    engine.refresh()
    answers: list[tuple[int, str]] = []
    away: list[str] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            try:
                results = engine.search("ferry", 5)
                answers.append((results.total, results.partial))
            except ArchiveAway as error:
                away.append(str(error))

    def wait_for(more: int) -> None:
        until, before = time.monotonic() + _LONG, len(answers) + len(away)
        while len(answers) + len(away) < before + more and time.monotonic() < until:
            time.sleep(_POLL)

    with ThreadPoolExecutor() as threads:
        asking = threads.submit(ask)
        try:
            wait_for(2)
            cluster.kill(2)
            wait_for(5)
            cluster.start()
            wait_for(2)
        finally:
            done.set()
    asking.result()
    assert len(answers) > 5
    assert all(total == COUNT or "did not answer" in partial for total, partial in answers)
    assert all("answer" in told for told in away)
    after = engine.search("ferry")
    assert (after.total, after.partial) == (COUNT, "")
