"""Merged and rewritten segments find what the segments found, without what was removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.article import Article
from briefings.library import Library
from index import indexing, open_engine, upkeep
from index.engine import Engine

WORDS = ("amber", "birch", "cedars", "cedar", "dune")
QUERIES = (
    "amber",
    "cedar",
    "exact:cedar",
    '"birch amber"',
    '"amber birch"~3',
    "title:dune",
    "outlet:two",
    "date:2024",
    "d*",
)


def texts(library: Library, engine: Engine, numbers: list[int]) -> None:
    for number in numbers:
        words = [WORDS[(number * step + step * step) % 5] for step in range(1, number % 7 + 3)]
        outlet = f"Outlet {('one', 'two')[number % 2]}"
        library.add(Article(f"a-{number}", outlet, " ".join(words), title=WORDS[number % 5] if number % 3 else None))
    engine.refresh()


def found(engine: Engine) -> dict[str, dict[str, float]]:
    return {query: {hit.id: round(hit.score, 5) for hit in engine.search(query).hits} for query in QUERIES}


@settings(max_examples=12, deadline=None)
@given(
    batches=st.lists(st.lists(st.integers(0, 40), min_size=1, max_size=5), min_size=1, max_size=5),
    removed=st.sets(st.integers(0, 40), max_size=6),
)
def test_merged_in_turns_and_written_at_once_find_the_same(
    tmp_path_factory: pytest.TempPathFactory, batches: list[list[int]], removed: set[int]
) -> None:
    folder = tmp_path_factory.mktemp("merging")
    with Library.open(folder / "turns") as in_turns, Library.open(folder / "once") as at_once:
        engine, other = open_engine(in_turns), open_engine(at_once)
        for batch in batches:
            texts(in_turns, engine, batch)
        for number in removed & {number for batch in batches for number in batch}:
            in_turns.remove(f"a-{number}")
            engine.refresh()
        while engine.tend():
            pass
        texts(at_once, other, sorted({number for batch in batches for number in batch} - removed))
        assert {query: set(hits) for query, hits in found(engine).items()} == {
            query: set(hits) for query, hits in found(other).items()
        }
        if removed.isdisjoint(number for batch in batches for number in batch):
            assert found(engine) == found(other)  # what was removed counts in rarities until it is merged away
        assert engine.status().documents == other.status().documents
        engine.close()
        other.close()


def test_a_worn_segment_is_rewritten_in_idle_time(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "LIGHT", 0)
    engine.refresh()
    library.remove("unknown-4")
    library.remove("harbour-post-1")
    engine.refresh()
    before = set((library.folder / "index").glob("*.pst"))
    assert engine.tend()
    assert before.isdisjoint((library.folder / "index").glob("*.pst"))
    assert {hit.id for hit in engine.search("*").hits} == {"inland-courier-2", "valley-times-3"}
    assert engine.search("title:ministers").total == 0
    assert not engine.tend()


def test_many_documents_are_merged_in_idle_time_only(
    library: Library, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "LIGHT", 3)
    engine.refresh()
    for number in range(4):
        library.add(Article(f"more-{number}", "Late Edition", "Dirigibles again."))
        engine.refresh()
    folder = library.folder / "index"
    several = len(list(folder.glob("*.pst")))
    assert several > 1
    monkeypatch.setattr(upkeep, "LARGEST", 100)
    while engine.tend():
        pass
    assert len(list(folder.glob("*.pst"))) < several
    assert engine.search("dirigible").total == 4


def test_what_waits_is_left_to_refresh_where_the_library_changed(library: Library, engine: Engine) -> None:
    engine.refresh()
    library.add(Article("late", "Late Edition", "Dirigibles."))
    assert not engine.tend()
    assert engine.status().waiting == 1


def test_a_missing_index_is_not_tended(library: Library, engine: Engine, tmp_path: Path) -> None:
    assert not engine.tend()
    assert not list((library.folder / "index").glob("*.pst"))
