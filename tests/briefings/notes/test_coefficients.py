"""The measures of agreement give the figures that are published with them, and those of their makers' own programs."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.notes.coefficients import Values, ac1, alpha, kappa, observed, positive

FOUR = ("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
"""Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, section C: four observers, twelve units."""


def tally(*coders: str) -> Counter[Values]:
    """What coders gave to each unit, a character a unit, * where a coder did not see it."""
    return Counter(tuple(None if value == "*" else value for value in unit) for unit in zip(*coders, strict=True))


def table(*cells: tuple[Values, int]) -> Counter[Values]:
    return Counter(dict(cells))


def test_krippendorffs_four_observers() -> None:
    found = tally(*FOUR)
    assert alpha(found) == pytest.approx(0.743, abs=5e-4)


def test_gwets_figures_on_the_same_observers() -> None:
    # the same data are cac.raw4raters in Gwet's own package irrCAC, which computes these figures
    found = tally(*FOUR)
    assert observed(found) == pytest.approx(0.818, abs=5e-4)
    assert ac1(found, 5) == pytest.approx(0.775, abs=6e-4)


def test_krippendorffs_two_observers() -> None:
    # the same paper, section A (ten units, binary) and section B (twelve units, five values)
    assert alpha(tally("0100000010", "1110010000")) == pytest.approx(0.095, abs=5e-4)
    assert alpha(tally("aabbdcccedda", "babbbccceddd")) == pytest.approx(0.692, abs=5e-4)


def test_cohens_example() -> None:
    # Cohen 1960, the worked example with 200 subjects: observed .70 (140 of them), expected .41 (82).
    rows = ((88, 10, 2), (14, 40, 6), (18, 10, 12))
    found = table(*(((a, b), many) for a, row in enumerate(rows) for b, many in enumerate(row)))
    assert observed(found) == pytest.approx(0.70)
    assert kappa(found) == pytest.approx(0.492, abs=5e-4)


def test_high_agreement_with_one_rare_value() -> None:
    # Gwet 2002, “Kappa statistic is not satisfactory for assessing the extent of agreement between raters”.
    found = table(((True, True), 118), ((True, False), 5), ((False, True), 2))
    assert observed(found) == pytest.approx(0.944)
    assert kappa(found) == pytest.approx(-0.0234, abs=5e-5)
    assert ac1(found, 2) == pytest.approx(0.9408, abs=5e-5)


def test_positive_agreement_of_two_leaves_the_rest_aside() -> None:
    found = table(((True, True), 4), ((True, False), 1), ((False, True), 1), ((False, False), 90))
    assert positive(found) == pytest.approx(2 * 4 / (2 * 4 + 1 + 1))


def test_what_is_undefined_stays_undefined() -> None:
    every = table(((True, True), 4))
    assert (kappa(every), alpha(every)) == (None, None)
    assert (observed(every), positive(every), ac1(every, 2)) == (1, 1, 1)
    assert positive(table(((False, False), 4))) is None
    alone = table(((True, None), 4))
    assert (observed(alone), positive(alone), alpha(alone), kappa(alone), ac1(alone, 2)) == (None,) * 5
    assert ac1(every, 1) is None


UNITS = st.lists(st.tuples(*[st.sampled_from([True, False, None])] * 3), max_size=12)


@given(UNITS, st.permutations(range(3)))
def test_the_order_of_coders_does_not_matter(units: list[Values], order: list[int]) -> None:
    one, other = Counter(units), Counter(tuple(unit[i] for i in order) for unit in units)
    for measure in (observed, positive, alpha, lambda found: ac1(found, 2)):
        assert measure(one) == pytest.approx(measure(other), nan_ok=False)


@given(UNITS)
def test_perfect_agreement_is_one_and_nothing_is_above(units: list[Values]) -> None:
    for measure in (observed, positive, alpha, lambda found: ac1(found, 2)):
        value = measure(Counter(units))
        assert value is None or value <= 1 + 1e-9
        same = Counter((unit[0],) * 3 for unit in units)
        assert measure(same) in (None, pytest.approx(1))


@given(UNITS, st.integers(2, 5))
def test_weights_are_as_good_as_repeating(units: list[Values], times: int) -> None:
    weighted = Counter({unit: many * times for unit, many in Counter(units).items()})
    assert alpha(weighted) == pytest.approx(alpha(Counter(units * times)))
