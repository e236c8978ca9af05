"""Which terms of a vocabulary can stand for one another. Not here: what a term is (`terms.py`).

Three kinds of evidence: two words stand in one group of `synonyms.txt`; two words are spelt alike (`colour`, `color`:
the Dice coefficient of their letter trigrams); two numbers agree at the precision the vaguer one is stated at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path

from briefings.framing.rounding import roundings
from briefings.framing.terms import stem

SYNONYM, SPELLING, NUMBER = 0.5, 0.7, 0.9
"""How much of a match each kind is; equal terms are 1. Spelling is scaled by the Dice coefficient."""

LEAST_ALIKE = 0.5
"""The least Dice coefficient of two spellings that may be one word."""

_PREFIX = 3

Relations = Mapping[str, Mapping[str, float]]


def relate(vocabulary: Iterable[str], numbers: Mapping[str, float]) -> Relations:
    """For each term key of `vocabulary` the other keys that can stand for it, and how much of a match each is (0 to 1).

    numbers: the value of each key that is a number.
    """
    keys = sorted(vocabulary)
    found: dict[str, dict[str, float]] = defaultdict(dict)
    known, groups = set(keys), synonyms()
    for key in keys:
        for other in sorted(groups.get(key, frozenset()) & known):
            found[key][other] = SYNONYM
    for one, other in _spelt_alike(key for key in keys if key not in numbers and len(key) > _PREFIX):
        alike = SPELLING * dice(one, other)
        found[one][other] = found[other][one] = max(alike, found[one].get(other, 0.0))
    for one, other in _agreeing(numbers):
        found[one][other] = found[other][one] = NUMBER
    return found


def _agreeing(numbers: Mapping[str, float]) -> Iterable[tuple[str, str]]:
    """The pairs of keys whose numbers differ but agree at the precision the vaguer one is stated at."""
    keys = {value: key for key, value in sorted(numbers.items())}
    for value, key in keys.items():
        for vaguer in roundings(value):
            if vaguer in keys:
                yield key, keys[vaguer]


def _spelt_alike(keys: Iterable[str]) -> Iterable[tuple[str, str]]:
    """The pairs of keys with the same first letters whose spelling is alike."""
    buckets: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        buckets[key[:_PREFIX]].append(key)
    for bucket in buckets.values():
        yield from (pair for pair in combinations(bucket, 2) if dice(*pair) >= LEAST_ALIKE)


def dice(one: str, other: str) -> float:
    """The Dice coefficient of the letter trigrams of two words, their edges included: 0 to 1."""
    a, b = _trigrams(one), _trigrams(other)
    return 2 * len(a & b) / (len(a) + len(b))


@lru_cache(maxsize=50_000)
def _trigrams(word: str) -> frozenset[str]:
    edged = f"^{word}$"
    return frozenset(edged[at : at + 3] for at in range(len(edged) - 2))


@cache
def synonyms() -> Mapping[str, frozenset[str]]:
    """For each stem of `synonyms.txt` the stems it shares a group with."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (Path(__file__).parent / "synonyms.txt").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            group = {stem(word) for word in line.replace("-", " ").split()}
            for key in group:
                found[key] |= group - {key}
    return {key: frozenset(group) for key, group in found.items()}
