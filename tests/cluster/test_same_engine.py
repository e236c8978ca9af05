"""Briefings, speech, notes, orders, twins, use of words, spellings: the tests of the engine on one machine.

What is about one engine alone belongs in a file that is not taken over here, or is left out below.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from briefings.library import Library
from index.engine import Engine
from tests.cluster.archives import Archives, standing_in
from tests.cluster.nodes import Cluster
from tests.index import test_fields_of_speech, test_orders_and_twins, test_use_of_words
from tests.index.test_briefings_found import *  # noqa: F403
from tests.index.test_fields_of_speech import *  # noqa: F403
from tests.index.test_notes_found import *  # noqa: F403
from tests.index.test_orders_and_twins import *  # noqa: F403
from tests.index.test_use_of_words import *  # noqa: F403

del test_nothing_is_tended_while_another_window_writes  # noqa: F821 -- an archive takes in what several send


@pytest.fixture(scope="module", autouse=True)
def engines(cluster: Cluster) -> Iterator[Archives]:
    with standing_in(cluster, test_fields_of_speech, test_orders_and_twins, test_use_of_words) as archives:
        yield archives


@pytest.fixture
def engine(library: Library, engines: Archives) -> Engine:
    return engines.engine(library)
