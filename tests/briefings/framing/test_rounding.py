"""Numbers and what they may be rounded to."""

import pytest

from briefings.framing.rounding import may_be_one, roundings


def test_a_number_and_what_it_may_be_rounded_to() -> None:
    assert may_be_one(48_213, 48_200)
    assert may_be_one(48_200, 48_213)
    assert may_be_one(49_900, 50_000)
    assert may_be_one(7, 7)
    assert not may_be_one(48_213, 48_300)
    assert not may_be_one(68_000, 50_000)
    assert not may_be_one(21, 20)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(191_113, [190_000, 191_000, 191_100, 191_110]), (203, [200]), (1_000, []), (57, []), (0, [])],
)
def test_roundings_have_two_digits_or_more(value: float, expected: list[float]) -> None:
    assert roundings(value) == expected
