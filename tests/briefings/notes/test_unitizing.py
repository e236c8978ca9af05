"""Alpha for unitizing is what its definition says, worked out the long way."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from briefings.notes.unitizing import Continuum, cut, unitizing_alpha

Section = tuple[int, int, bool]
"""Where it begins, how long it is, whether it is a unit."""


def sections(units: tuple[Span, ...], length: int) -> list[Section]:
    edges = sorted({0, length, *(edge for unit in units for edge in unit)})
    return [(a, b - a, Span(a, b) in units) for a, b in pairwise(edges)]


def difference(one: Section, other: Section) -> int:
    """The squared difference of two sections, as Krippendorff 1995 defines it case by case."""
    (b, long, unit), (c, wide, second) = one, other
    if unit and second and -long < b - c < wide:
        return (b - c) ** 2 + (b + long - c - wide) ** 2
    if unit and not second and wide - long >= b - c >= 0:
        return long**2
    if second and not unit and wide - long <= b - c <= 0:
        return wide**2
    return 0


def the_long_way(continuum: Continuum) -> float | None:
    """Observed: every section against every one of the others. Expected: in every position they can have."""
    length, coders = continuum.length, [sections(units, continuum.length) for units in continuum.units]
    found = sum(difference(a, b) for ours, theirs in permutations(coders, 2) for a, b in product(ours, theirs))
    every = [section for one in coders for section in one]
    units = [section for section in every if section[2]]
    total = sum(meeting(a, b) for i, a in enumerate(every) for j, b in enumerate(every) if i != j)
    pairs = len(coders) * length * (len(coders) * length - 1) - sum(long * (long - 1) for _, long, _ in units)
    if not units or not total:
        return None
    return 1 - (found / (len(coders) * (len(coders) - 1) * length**2)) / (total / (length * pairs))


def meeting(one: Section, other: Section) -> int:
    """The differences of two sections, the second moved along the first by every step in which they meet."""
    (_, long, unit), (_, wide, second) = one, other
    return sum(difference((0, long, unit), (step, wide, second)) for step in range(-wide - long, wide + long + 1))


@st.composite
def continua(draw: st.DrawFn) -> Continuum:
    length = draw(st.integers(4, 24))
    coders = []
    for _ in range(draw(st.integers(2, 3))):
        edges = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
        coders.append(tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)))
    return Continuum(length, tuple(coders))


@given(continua())
def test_it_is_what_the_definition_gives(continuum: Continuum) -> None:
    expected = the_long_way(continuum)
    assert unitizing_alpha([cut(continuum)]) == (None if expected is None else pytest.approx(expected))


def test_two_coders_on_three_hundred_characters() -> None:
    # The same first code but for its edges; the second overlaps once and is missed once: (15² + 25² + 20²) / 300².
    first = Continuum(300, ((Span(75, 145),), (Span(70, 150),)))
    second = Continuum(300, ((Span(220, 250),), (Span(205, 225), Span(250, 270))))
    assert [cut(one).differences for one in (first, second)] == [2 * (25 + 25), 2 * (225 + 625 + 400)]
    assert unitizing_alpha([cut(first)]) == pytest.approx(0.9877, abs=5e-5)
    assert unitizing_alpha([cut(second)]) == pytest.approx(0.0089, abs=5e-5)


def test_the_same_units_agree_in_full_and_none_say_nothing() -> None:
    units = (Span(3, 9), Span(12, 20))
    assert unitizing_alpha([cut(Continuum(40, (units, units)))]) == 1
    assert unitizing_alpha([cut(Continuum(40, ((), ())))]) is None


def test_several_texts_are_laid_end_to_end() -> None:
    one, other = Continuum(30, ((Span(3, 9),), (Span(4, 9),))), Continuum(30, ((), (Span(0, 5),)))
    both = unitizing_alpha([cut(one), cut(other)])
    assert both is not None
    assert unitizing_alpha([cut(other), cut(one)]) == both
    # Laid end to end they differ from one text of both only in where a gap ends, which is all that is left of it.
    joined = Continuum(60, ((Span(3, 9),), (Span(4, 9), Span(30, 35))))
    assert cut(joined).differences == cut(one).differences + cut(other).differences


def test_the_coders_must_be_the_same() -> None:
    with pytest.raises(ValueError, match="same coders"):
        unitizing_alpha([cut(Continuum(9, ((), ()))), cut(Continuum(9, ((), (), ())))])
    with pytest.raises(ValueError, match="same coders"):
        unitizing_alpha([])
