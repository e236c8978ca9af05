"""How far coders agree on nominal values: observed agreement, Cohen's kappa, Krippendorff's alpha, Gwet's AC1.

Each takes a tally: how often (how many sentences, how many characters) coders gave a unit which values. A measure that
is undefined for a tally is None, never a number. Not here: what the values are of (`coding.py`), boundaries of units
(`unitizing.py`), intervals (`reliability.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache

Values = tuple[Hashable, ...]
"""The value each coder gave one unit, in the order of the coders; None where a coder did not see it."""
Tally = Mapping[Values, int]
"""How many units were given these values."""


def observed(tally: Tally) -> float | None:
    """The share of pairs of coders that agree, 0 to 1: the mean over units that two or more coders saw.

    Of two coders it is the share of units on which they agree; of more, Fleiss 1971, “Measuring nominal scale agreement
    among many raters”, Psychological Bulletin 76(5). None where no unit was seen by two.
    """
    units = agreed = 0.0
    for counts, seen, many in _pairable(tally):
        units += many
        agreed += many * sum(count * (count - 1) for count in counts.values()) / (seen * (seen - 1))
    return agreed / units if units else None


def positive(tally: Tally, value: Hashable = True) -> float | None:
    """Specific agreement on one value, 0 to 1: of the units that any coder gave it to, leaving the rest aside.

    Of two coders 2 both / (2 both + first + second): Spitzer and Fleiss 1974, British Journal of Psychiatry 125; of
    more, Fleiss 1971 (see `observed`). None where nobody gave it.
    """
    agreed = given = 0.0
    for counts, seen, many in _pairable(tally):
        count = counts.get(value, 0)
        agreed += many * count * (count - 1) / (seen - 1)
        given += many * count
    return agreed / given if given else None


def kappa(tally: Tally) -> float | None:
    """Cohen's kappa of two coders: (observed - expected) / (1 - expected) agreement; units both saw.

    Cohen 1960, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20(1). None
    where there is no unit, or chance alone makes them agree on all.
    """
    first, second = Counter[Hashable](), Counter[Hashable]()
    total = same = 0
    for (ours, theirs), many in tally.items():
        if ours is None or theirs is None:
            continue
        first[ours] += many
        second[theirs] += many
        total += many
        same += many * (ours == theirs)
    # In whole numbers, so that a 1 - expected of nothing is exactly nothing.
    expected = sum(first[value] * second[value] for value in first)
    room = total * total - expected
    return (same * total - expected) / room if room else None


def alpha(tally: Tally) -> float | None:
    """Krippendorff's alpha for nominal values: 1 - observed / expected disagreement.

    Any number of coders; a unit that a coder did not see counts by the others, one that a single coder saw not at all.
    Krippendorff 2011, “Computing Krippendorff's Alpha-Reliability”, section C. None where there is no pair of values,
    or every value is the same.
    """
    values = Counter[Hashable]()
    disagreed = 0.0
    for counts, seen, many in _pairable(tally):
        for value, count in counts.items():
            values[value] += many * count
        disagreed += many * (seen * seen - sum(count * count for count in counts.values())) / (seen - 1)
    total = values.total()
    apart = total * total - sum(count * count for count in values.values())
    return 1 - (total - 1) * disagreed / apart if apart else None


def ac1(tally: Tally, categories: int) -> float | None:
    """Gwet's AC1, chance-corrected with less weight on how unevenly the values are used.

    categories: how many values could be given. Any number of coders. Chance agreement is taken over all units, observed
    agreement over those that two or more saw. Gwet 2008, “Computing inter-rater reliability and its variance in the
    presence of high agreement”, British Journal of Mathematical and Statistical Psychology 61(1); with
    missing values: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed. None where no unit was
    seen by two, or only one value could be given.
    """
    agreed, shares, units = observed(tally), Counter[Hashable](), 0
    for values, many in tally.items():
        given = [value for value in values if value is not None]
        units += many * bool(given)
        for value in given:
            shares[value] += many / len(given)  # type: ignore[assignment]  # shares of units, not whole ones
    if agreed is None or categories < 2:
        return None
    chance = sum(share / units * (1 - share / units) for share in shares.values()) / (categories - 1)
    return (agreed - chance) / (1 - chance)


def _pairable(tally: Tally) -> Iterator[tuple[Mapping[Hashable, int], int, int]]:
    """(how many coders gave each value, how many saw the unit, how many such units), of units that two or more saw."""
    for values, many in tally.items():
        counts, seen = _counts(values)
        if many and seen > 1:
            yield counts, seen, many


@lru_cache(maxsize=4096)
def _counts(values: Values) -> tuple[Mapping[Hashable, int], int]:
    """(how many coders gave each value, how many gave any)."""
    counts = Counter(value for value in values if value is not None)
    return counts, counts.total()
