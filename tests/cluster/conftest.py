"""One cluster for all tests of this folder, which `make cluster` runs, and what most of them put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.library import Library
from tests.cluster.archives import Archives, standing_in
from tests.cluster.nodes import Cluster, missing, running
from tests.index.conftest import ARTICLES


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the cluster, whose start may take longer than a test may."""
    for item in items:
        if item.path.parent.name == "cluster":
            item.add_marker(pytest.mark.cluster)
            item.add_marker(pytest.mark.timeout(900))


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Three nodes that answer."""
    if absent := missing():
        pytest.skip(f"the cluster needs {absent}, which this machine lacks")
    with running() as cluster:
        yield cluster


@pytest.fixture(scope="module")
def archives(cluster: Cluster) -> Iterator[Archives]:
    """Archives of a module's own."""
    with standing_in(cluster) as archives:
        yield archives


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """The reports that the engine on one machine is tested with."""
    with Library.open(tmp_path / "library") as library:
        library.add_all(ARTICLES)
        yield library
