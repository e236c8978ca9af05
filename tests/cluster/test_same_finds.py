"""What the query language finds on one machine it finds in a cluster: the tests are the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefings.library import Library
from index.engine import Engine
from tests.cluster.archives import Archives, standing_in
from tests.cluster.nodes import Cluster
from tests.index import test_search_page
from tests.index.conftest import ARTICLES
from tests.index.test_queries import *  # noqa: F403
from tests.index.test_search_page import *  # noqa: F403
from tests.index.test_searching import *  # noqa: F403

del test_a_pattern_that_stands_for_many_words_says_so  # noqa: F821 -- an archive searches for all of them


@pytest.fixture(scope="module", autouse=True)
def engines(cluster: Cluster) -> Iterator[Archives]:
    with standing_in(cluster, test_search_page) as archives:
        yield archives


@pytest.fixture(scope="module")
def engine(engines: Archives, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with Library.open(tmp_path_factory.mktemp("finds") / "library") as library:
        library.add_all(ARTICLES)
        engine = engines.engine(library)
        engine.refresh()
        yield engine
