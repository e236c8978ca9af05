"""An archive is re-mapped while it is searched and sent to: no answer is missing or wrong, no change is lost."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index.opensearch import remap as remapping
from index.opensearch.remap import remap
from tests.cluster.archives import Archives

STEADY = 1_500


def steady(number: int) -> Article:
    return Article(f"steady-{number}", "Outlet", f"Lighthouse keepers counted {number} ships. " * 5)


def test_re_mapping_under_load_loses_nothing(archives: Archives, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        library.add_all(map(steady, range(STEADY)))
        engine = archives.engine(library)
        engine.refresh()
        before = engine.archive.index()
        done = threading.Event()

        def ask() -> list[tuple[int, str]]:
            answers = []
            while not done.is_set():
                results = engine.search("lighthouse", 5)
                answers.append((results.total, results.partial))
            return answers

        def change() -> int:
            number = 0
            with Library.open(tmp_path / "library") as own:
                sender = archives.engine(own)
                while not done.is_set():
                    own.add(Article(f"late-{number}", "Late Edition", f"A zeppelin numbered {number} passed."))
                    if number % 3 == 2:
                        own.remove(f"late-{number - 1}")
                    sender.refresh()
                    number += 1
            return number

        with ThreadPoolExecutor() as threads:
            asking, changing = threads.submit(ask), threads.submit(change)
            try:
                remap(engine.archive)
            finally:
                done.set()
        assert changing.result() > 2
        assert len(asking.result()) > 10
        assert set(asking.result()) == {(STEADY, "")}
        assert engine.archive.index() not in (None, before)
        assert {found["_id"] for found in engine.archive.scan(source=False)} == {a.id for a in library.headings()}


def test_a_re_mapping_that_fails_leaves_the_archive_as_it_was(
    archives: Archives, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Library.open(tmp_path / "library") as library:
        library.add_all(map(steady, range(5)))
        engine = archives.engine(library)
        engine.refresh()
        before = engine.archive.index()

        def fail(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(remapping, "_swap", fail)
            with pytest.raises(KeyboardInterrupt):
                remap(engine.archive)
        assert engine.archive.index() == before
        library.add(steady(9))
        assert engine.refresh() == 1
        assert engine.search("lighthouse").total == 6


def test_what_a_killed_re_mapping_left_is_cleared_away(archives: Archives, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        library.add_all(map(steady, range(5)))
        engine = archives.engine(library)
        engine.refresh()
        archive = engine.archive
        left = archive.new_index(1, aliased=False)
        archive.client.indices.add_block(index=archive.index(), block="write")
        assert remap(archive) == 5
        assert not archive.client.indices.exists(index=left)
        library.add(steady(9))
        assert engine.refresh() == 1
