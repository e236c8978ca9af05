"""One cluster for all tests of this folder; `make cluster` runs them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cluster.nodes import Cluster, missing, running


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
