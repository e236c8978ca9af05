"""The same story again: versions, the same copy elsewhere, and what only looks like it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.copies import containment, runs
from briefings.library import Library

STORY = " ".join(
    f"Line {n} of the harbour story says what councillor number {n * 7} did at berth {n * 3}." for n in range(30)
)
OTHER = " ".join(
    f"In quite another matter the {n}th orchard of the valley yielded {n * 11} crates of pears." for n in range(30)
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path) as library:
        library.add(Article("gull-1", "The Gull", STORY))
        yield library


def found(library: Library, id: str) -> list[tuple[str, str]]:
    return [(copy.id, copy.kind) for copy in library.copies(id)]


def test_a_later_version_of_the_same_outlet(library: Library) -> None:
    library.add(Article("gull-2", "The Gull", "Updated at noon. " + STORY.replace("berth 9", "the ninth berth")))
    assert found(library, "gull-2") == [("gull-1", "version")]
    assert found(library, "gull-1") == [("gull-2", "version")]


def test_the_same_copy_at_another_outlet_stays(library: Library) -> None:
    library.add(Article("tern-1", "The Tern", STORY[: len(STORY) // 2]))
    assert found(library, "tern-1") == [("gull-1", "same copy")]
    assert library.copies("tern-1")[0].share == pytest.approx(1, abs=0.05)
    assert len(library.articles()) == 2


def test_outlets_nobody_names_are_not_taken_for_one(library: Library) -> None:
    library.add(Article("unknown-1", UNKNOWN_OUTLET, STORY))
    library.add(Article("unknown-2", UNKNOWN_OUTLET, STORY + " One more line."))
    assert {kind for _, kind in found(library, "unknown-2")} == {"same copy"}


def test_a_shared_passage_is_no_copy(library: Library) -> None:
    library.add(Article("gull-3", "The Gull", OTHER + STORY[:300]))
    assert found(library, "gull-3") == []


def test_copies_follow_an_edit_and_a_removal(library: Library) -> None:
    library.add(Article("tern-1", "The Tern", STORY))
    library.edit("tern-1", {"outlet": "The Gull"})
    assert found(library, "gull-1") == [("tern-1", "version")]
    library.remove("tern-1")
    assert found(library, "gull-1") == []


@given(st.text(alphabet="ab c.\n", max_size=200), st.text(alphabet="ab c.\n", max_size=200))
def test_containment_is_a_share_and_symmetric(a: str, b: str) -> None:
    share = containment(runs(a), runs(b))
    assert 0 <= share <= 1
    assert share == containment(runs(b), runs(a))
    assert containment(runs(a), runs(a)) in (0, 1)
