"""Numbers by their digits alone: what one may be rounded to. Not here: what the words beside a figure allow, as "more
than 191,000" does (`precision.py`)."""

from __future__ import annotations

LEAST = 100
"""Numbers under this are not taken for rounded."""


def may_be_one(x: float, y: float) -> bool:
    """Whether two numbers are equal, or one of them may be the other rounded: 191,113 and 191,000."""
    return x == y or x in roundings(y) or y in roundings(x)


def roundings(value: float) -> list[float]:
    """What a number may be rounded to, other than itself: to two significant digits or more, nothing under `LEAST`."""
    digits = len(f"{value:f}".replace(".", "").strip("0"))
    rounded = dict.fromkeys(float(f"{value:.{kept - 1}e}") for kept in range(2, digits))
    return [vaguer for vaguer in rounded if vaguer >= LEAST and vaguer != value]
