"""Draws keep the number of units, follow their shares, and are the same for the same beginning."""

from __future__ import annotations

import random
from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.notes.resampling import binomial, drawn


@pytest.mark.parametrize(("trials", "share"), [(5, 0.3), (40, 0.02), (900, 0.5), (100_000, 0.93)])
def test_a_binomial_number_has_its_mean_and_variance(trials: int, share: float) -> None:
    chance = random.Random(4)
    found = [binomial(trials, share, chance) for _ in range(4000)]
    deviation = (trials * share * (1 - share)) ** 0.5
    assert fmean(found) == pytest.approx(trials * share, abs=4 * deviation / 4000**0.5)
    assert pvariance(found) == pytest.approx(deviation**2, rel=0.1)


@given(st.integers(0, 200), st.floats(0, 1), st.integers())
def test_a_binomial_number_is_between_none_and_all(trials: int, share: float, seed: int) -> None:
    assert 0 <= binomial(trials, share, random.Random(seed)) <= trials
    assert binomial(trials, 0, random.Random(seed)) == 0
    assert binomial(trials, 1, random.Random(seed)) == trials


@given(st.dictionaries(st.tuples(st.booleans(), st.booleans()), st.integers(0, 60)), st.integers())
def test_a_draw_takes_as_many_units_and_none_that_is_not_there(tally: dict[tuple[bool, bool], int], seed: int) -> None:
    found = drawn(tally, random.Random(seed))
    assert sum(found.values()) == sum(tally.values())
    assert all(tally[values] for values, many in found.items() if many)
    assert found == drawn(tally, random.Random(seed))
