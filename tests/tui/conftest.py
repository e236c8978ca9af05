"""Libraries to read in: the bundled sample, and a small one of invented reports about a ferry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from tests.ferry import fill
from tests.searching import COPIES
from tui.sample import open_sample


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("RASHOMON_AUTHOR", "Tester")
    with open_sample() as library:
        yield library


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("RASHOMON_AUTHOR", "Tester")
    with Library.open(tmp_path / "library") as library:
        yield library


@pytest.fixture
def ferry(empty: Library) -> Library:
    fill(empty)
    return empty


@pytest.fixture
def canal(ferry: Library) -> Library:
    """With three copies of one report, and another of the same matter."""
    ferry.add_all([*COPIES, Article("delta-44444444", "Delta", "A sluice elsewhere.", published=date(2024, 2, 1))])
    return ferry
