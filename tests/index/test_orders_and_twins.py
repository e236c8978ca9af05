"""Hits by relevance, day and outlet; the same copy at several outlets under one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import open_engine
from index.engine import Engine, Hit
from index.twins import fold

COPY = (
    "The council of Arbeth voted on Monday to close the old bridge for repairs that will take eleven months, and "
    "drivers were told to use the tunnel under the river until the following autumn, when the bridge is to open again."
)


@pytest.fixture
def bridge(tmp_path: Path) -> Iterator[Engine]:
    with Library.open(tmp_path / "bridge") as library:
        library.add(
            Article("north", "North Star", COPY, title="Bridge to close", published=date(2024, 3, 1), credit="AP")
        )
        library.add(Article("south", "South Sun", COPY, published=date(2024, 3, 3), credit="AP"))
        library.add(Article("east", "East Echo", "A bridge.", published=date(2024, 3, 2)))
        library.add(Article("north-2", "North Star", "The tunnel and the bridge in pictures, and the river.", None))
        engine = open_engine(library)
        yield engine
        engine.close()


def test_by_day_the_newest_comes_first_and_unknown_days_last(bridge: Engine) -> None:
    hits = bridge.search("bridge", order="date").hits
    assert [hit.id for hit in hits] == ["south", "east", "north", "north-2"]
    assert [hit.id for hit in bridge.search("bridge", 1, order="date").hits] == ["south"]


def test_by_outlet_the_outlet_of_the_best_hit_comes_first(bridge: Engine) -> None:
    best = [hit.outlet for hit in bridge.search("bridge").hits]
    by_outlet = [hit.outlet for hit in bridge.search("bridge", order="outlet").hits]
    assert by_outlet == sorted(best, key=best.index)
    assert by_outlet != best


def test_the_same_copy_is_one_line(bridge: Engine) -> None:
    flat = bridge.search("council")
    assert {hit.id for hit in flat.hits} == {"north", "south"}
    folded = bridge.search("council", fold=True)
    assert [(hit.id, [twin.id for twin in hit.twins]) for hit in folded.hits] == [("south", ["north"])]
    assert folded.total == 2


def test_a_copy_that_does_not_match_is_no_twin_and_a_limit_counts_lines(bridge: Engine) -> None:
    assert bridge.search("council outlet:south", fold=True).hits[0].twins == ()
    lines = bridge.search("bridge", 2, fold=True).hits
    assert len(lines) == 2
    assert all(hit.id != "south" or hit.twins for hit in lines)


def test_other_coverage_folds_copies_too(bridge: Engine) -> None:
    assert {hit.id for hit in bridge.similar("north-2")} == {"south", "east"}
    assert [hit.credit for hit in bridge.similar("north-2") if hit.id == "south"] == ["AP"]


def test_each_document_stands_in_one_line_only() -> None:
    hits = [Hit(id, "article", "", None, None, 1.0) for id in "abcd"]
    known = {hit.id: hit for hit in hits}
    copies = {"a": "cb", "b": "ad", "c": "a", "d": "b"}
    lines = fold(hits, lambda hit: [known[id] for id in copies[hit.id]], 10)
    assert [(hit.id, [twin.id for twin in hit.twins]) for hit in lines] == [("a", ["c", "b"]), ("d", [])]
