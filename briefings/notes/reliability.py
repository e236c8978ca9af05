"""How far two or more coders agree, code by code, each measure with an interval. Not here: who is right.

Intervals are Efron's percentile bootstrap (Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13):
sentences are drawn again with replacement, as many as there are, a sentence of characters whole; for alpha-U texts are
drawn. The draws are the same in every run. An interval tells how much the figure hangs on which sentences were coded,
not on who coded them.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefings.notes import coefficients
from briefings.notes.coding import By, CodedText
from briefings.notes.coefficients import Tally, Values
from briefings.notes.resampling import SEED, Sentences
from briefings.notes.unitizing import Cut, cut, unitizing_alpha

RESAMPLES = 1000
LEVEL = 0.95
_CATEGORIES = 2
"""A unit has a code or has it not."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure with its interval.

    value: None where it is undefined. low, high: of the interval; None where the value is, or there was too little to
    draw from.
    """

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Reliability:
    """How coders used one code.

    code: its name. by: what was counted. coders: their names. units: how many sentences or characters two or more of
    them saw. given: how many of these each coder gave the code to. both: how many everybody who saw them gave it to.
    none: how many nobody gave it to.
    observed, positive, alpha, ac1: as in `coefficients.py`, 0 to 1 at the best. kappas: of every two coders, by their
    numbers. unitizing: alpha-U, on the texts that every coder saw; counted by characters whatever `by` says.
    """

    code: str
    by: By
    coders: tuple[str, ...]
    units: int
    given: tuple[int, ...]
    both: int
    none: int
    observed: Estimate
    positive: Estimate
    alpha: Estimate
    ac1: Estimate
    kappas: tuple[tuple[int, int, Estimate], ...]
    unitizing: Estimate


def reliability(
    texts: Sequence[CodedText], coders: Sequence[str], by: By = "sentence", resamples: int = RESAMPLES
) -> list[Reliability]:
    """The agreement of the coders on each code that any of them used, by name.

    texts: as `coded_texts` gives them for these coders. resamples: how often to draw for the intervals; 0 for none.
    """
    sentences = Sentences(texts, by)
    return [
        _reliability(code, texts, tuple(coders), by, *tallies)
        for code, tallies in zip(sentences.codes, sentences.tallies(resamples), strict=True)
    ]


def _reliability(
    code: str, texts: Sequence[CodedText], coders: tuple[str, ...], by: By, tally: Tally, again: Sequence[Tally]
) -> Reliability:
    def estimate(measure: Callable[[Tally], float | None]) -> Estimate:
        return _interval(measure(tally), [measure(one) for one in again])

    def between(i: int, j: int) -> Estimate:
        return estimate(lambda tally: coefficients.kappa(_of_two(tally, i, j)))

    return Reliability(
        code,
        by,
        coders,
        sum(tally.values()),
        tuple(_given(tally, i) for i in range(len(coders))),
        sum(many for values, many in tally.items() if False not in values),
        sum(many for values, many in tally.items() if True not in values),
        estimate(coefficients.observed),
        estimate(coefficients.positive),
        estimate(coefficients.alpha),
        estimate(lambda tally: coefficients.ac1(tally, _CATEGORIES)),
        tuple((i, j, between(i, j)) for i, j in combinations(range(len(coders)), 2)),
        _unitizing([cut(text.continuum(code)) for text in texts if all(text.seen)], len(again)),
    )


def _given(tally: Tally, coder: int) -> int:
    return sum(many for values, many in tally.items() if values[coder] is True)


def _of_two(tally: Tally, i: int, j: int) -> Tally:
    two = Counter[Values]()
    for values, many in tally.items():
        two[values[i], values[j]] += many
    return two


def _unitizing(cuts: Sequence[Cut], many: int) -> Estimate:
    if not cuts:
        return Estimate(None)
    chance = random.Random(SEED)  # noqa: S311 -- draws, no secrets
    again = [unitizing_alpha(chance.choices(cuts, k=len(cuts))) for _ in range(many if len(cuts) > 1 else 0)]
    return _interval(unitizing_alpha(cuts), again)


def _interval(value: float | None, again: Sequence[float | None]) -> Estimate:
    """A value between the outer percentiles of what the draws gave; draws without a figure are left out."""
    figures = sorted(figure for figure in again if figure is not None)
    if value is None or 2 * len(figures) <= len(again):
        return Estimate(value)
    outside = (1 - LEVEL) / 2 * (len(figures) - 1)
    low, high = figures[round(outside)], figures[round(len(figures) - 1 - outside)]
    return Estimate(value, low, high)
