"""A small library of invented articles, and an engine on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.library import Library
from index import open_engine
from index import seal as seals
from index.engine import Engine

ARTICLES = (
    Article(
        "harbour-post-1",
        "The Harbour Post",
        "Ministers met in Lisbon on Tuesday.\n\nThe negotiations over fishing quotas lasted nine hours. José López "
        "said the fleet would lose 1,250 jobs.",
        title="Ministers negotiate fishing quotas",
        published=date(2023, 12, 27),
        credit="AP",
    ),
    Article(
        "inland-courier-2",
        "Inland Courier",
        "Talks about the quotas ended without a deal.\n\nA negotiator called the meeting useful. Boats stayed in port.",
        title="No deal in Lisbon",
        published=date(2023, 12, 28),
    ),
    Article(
        "valley-times-3",
        "Valley Times",
        "The orchard harvest was the largest in years. Growers met in the valley to celebrate with cider.",
        title="A harvest to remember",
        published=date(2024, 1, 8),
    ),
    Article("unknown-4", UNKNOWN_OUTLET, "Immigration officers counted the boats in port. The U.S. sent observers."),
)


@pytest.fixture(autouse=True)
def own_account(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An account of its own for each test: the key of the seal is not the one of whoever runs the tests."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
    seals._key.cache_clear()
    yield
    seals._key.cache_clear()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as library:
        for article in ARTICLES:
            library.add(article)
        yield library


@pytest.fixture
def engine(library: Library) -> Iterator[Engine]:
    engine = open_engine(library)
    yield engine
    engine.close()
