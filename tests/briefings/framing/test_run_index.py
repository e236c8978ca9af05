"""The shared runs of many texts at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import Stopped
from briefings.framing.comparison import RunBetween
from briefings.framing.reuse import Words, shared_runs
from briefings.framing.run_index import runs_among

STOCK = (
    "the ferry left the northern quay at dawn with nobody on board at all",
    "nobody on board at all had seen the harbour master since the storm of last week",
    "since the storm of last week every crane on the northern quay has stood still",
    "the ferry left the northern quay at dusk",
)


def pair_by_pair(texts: list[str]) -> list[RunBetween]:
    return [
        RunBetween(first, second, run.a, run.b)
        for first in range(len(texts))
        for second in range(first + 1, len(texts))
        for run in shared_runs(texts[first], texts[second])
    ]


texts = st.lists(st.lists(st.sampled_from(STOCK), max_size=7).map(" ".join), max_size=5)
repeating = st.lists(st.lists(st.sampled_from("abc"), max_size=60).map(" ".join), max_size=4)


@given(texts | repeating)
def test_it_finds_what_every_two_texts_share(texts: list[str]) -> None:
    assert runs_among([Words(text) for text in texts]) == pair_by_pair(texts)


def test_a_run_ends_with_either_text_and_begins_with_it() -> None:
    shared = " ".join(STOCK[:2])
    found = runs_among([Words(text) for text in (shared, f"Then {shared} again", f"{shared} and {shared}")])
    assert [(run.first, run.second, run.a.end - run.a.start) for run in found] == [
        (0, 1, len(shared)),
        (0, 2, len(shared)),
        (0, 2, len(shared)),
        (1, 2, len(shared)),
        (1, 2, len(shared)),
    ]


def test_it_stops_inside_the_work() -> None:
    asked = 0

    def ask() -> None:
        nonlocal asked
        asked += 1
        if asked > 3:
            raise Stopped("stopped")

    with pytest.raises(Stopped):
        runs_among([Words(STOCK[0])] * 3, ask)
