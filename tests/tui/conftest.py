"""Libraries to read in: the bundled sample, and a small one of invented reports about a ferry."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.library import Library
from tests.ferry import fill
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
