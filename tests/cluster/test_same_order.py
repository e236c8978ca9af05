"""Which documents come first, and other coverage: the tests of the engine on one machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefings.library import Library
from index.engine import Engine
from tests.cluster.archives import Archives, standing_in
from tests.cluster.nodes import Cluster
from tests.index import test_scoring, test_similar
from tests.index.test_scoring import *  # noqa: F403
from tests.index.test_similar import *  # noqa: F403


@pytest.fixture(scope="module", autouse=True)
def engines(cluster: Cluster) -> Iterator[Archives]:
    with standing_in(cluster, test_scoring, test_similar) as archives:
        yield archives


@pytest.fixture
def engine(library: Library, engines: Archives) -> Engine:
    engine = engines.engine(library)
    engine.refresh()
    return engine
