"""How precisely a figure is stated, and whether two figures agree as far as they are. Not here: whether they count
the same, or numbers by their digits alone (`rounding.py`).

A figure stands for an interval: `191,113` for itself, `191,000` for what rounds to it, `more than 191,000` for what
lies above but would not be given a higher round number, `nearly 50,000` for what lies below.
"""

from __future__ import annotations

import math
import re

from briefings.framing.figures import Figure
from briefings.framing.units import EXTENTS, TIMES

_QUITE = r"(?:(?:well|just|slightly|a little|far|much|still) )?"
_BELOW = re.compile(
    rf"{_QUITE}(?:nearly|almost|less than|fewer than|under|below|up to|at most|as (?:many|much|high) as|"
    r"n(?:o|ot) more than|or (?:less|fewer))",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    rf"{_QUITE}(?:more than|greater than|over|above|at least|upwards? of|north of|as (?:few|little|low) as|"
    r"no (?:fewer|less) than|or more|plus|\+)",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"over$", re.IGNORECASE)
"""With a span of time or space it may mean `more than` or `throughout`: "over five days"."""
_STRICT = re.compile(rf"{_QUITE}(?:nearly|almost|less|fewer|under|below|more|greater|over|above)", re.IGNORECASE)
_REACH = 0.2
"""How far, in parts of it, a vague word reaches at most: nobody says "more than 2" of 2.7."""
_DOZENS = 60
"""Up to here a multiple of twelve beside a vague word is taken for dozens, which reach half as far again."""
_EXACT_BELOW = 100
"""Plain whole numbers without a unit are taken as counted below this, not rounded."""
_TENS = 10
"""Beside a vague figure, a multiple of this is taken as rounded all the same."""


def agree(a: Figure, b: Figure) -> bool:
    """Whether some value fits both figures at the precision each is stated at. Units are taken to be the same."""
    if a.value == b.value and not (a.approx or b.approx) and a.high is b.high is None:
        return True
    whole = a.value == int(a.value) and b.value == int(b.value)
    low_a, high_a, open_a = interval(a, counted=whole and not _is_rounded(a, b))
    low_b, high_b, open_b = interval(b, counted=whole and not _is_rounded(b, a))
    low, high = max(low_a, low_b), min(high_a, high_b)
    if low < high:
        return True
    return math.isclose(low, high, rel_tol=1e-9) and low not in open_a | open_b


def _is_rounded(one: Figure, other: Figure) -> bool:
    """Whether a small whole number may stand for what rounds to it: a measure may, a full ten beside a vague figure."""
    return bool(one.unit) or (bool(other.approx) and one.value % _TENS == 0)


def interval(figure: Figure, *, counted: bool) -> tuple[float, float, frozenset[float]]:
    """The values a figure can stand for: lowest, highest, and which of the two is itself left out.

    counted: whether small whole numbers are taken as counted; beside `8.2`, an `8` is rounded.
    """
    value = figure.value
    step = min(_step(value), abs(value) * _REACH)
    rounding = _rounding(value, counted=counted) / 2
    if figure.approx and value <= _DOZENS and value % 12 == 0:
        step = value / 2
    if figure.high is not None:
        return value, figure.high, frozenset()
    if _THROUGH.match(figure.approx) and figure.unit in TIMES | EXTENTS:
        return value - rounding, value + step, frozenset()
    left_out = frozenset({value}) if _is_strict(figure.approx) else frozenset()
    if _BELOW.match(figure.approx):
        return value - step, value, left_out
    if _ABOVE.match(figure.approx):
        return value, value + step, left_out
    half = step / 2 if figure.approx else rounding
    return value - half, value + half, frozenset({value + half} if half else ())


def _is_strict(approx: str) -> bool:
    """Whether the words leave the value itself out: `more than` does, `at least` does not."""
    return _STRICT.match(approx) is not None


def _step(value: float) -> float:
    """The unit of the last digit that is not a rounding zero: 1,000 for 191,000; 0.1 for 6.5."""
    if value == 0:
        return 1.0
    if value != int(value):
        return 10.0 ** -len(f"{value:.10g}".partition(".")[2])
    step = 1.0
    while value % (step * 10) == 0:
        step *= 10
    return step


def _rounding(value: float, *, counted: bool) -> float:
    """The rounding allowed to a figure without a vague word: none for a small count, else its second digit."""
    if value == int(value) and abs(value) < _EXACT_BELOW:
        return 0.0 if counted else 1.0
    if value != int(value):
        return _step(value)
    return min(_step(value), 10.0 ** (len(str(int(abs(value)))) - 2))
