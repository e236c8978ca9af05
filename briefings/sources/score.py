"""How much each line of a pasted page looks like the article: a linear score of the line, then of its surroundings.

The two steps are those of jusText (Pomikálek 2011, "Removing Boilerplate and Duplicate Content from Web Corpora",
section 3.2: context-free, then context-sensitive classification) and of Boilerpipe (Kohlschütter et al. 2010: the
features of the previous and the next block). The weights come from logistic regression, by outlet held out:
`benchmarks/learn_cleaning.py`.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping, Sequence
from operator import mul

from briefings.sources.feature_table import BIT, SHARES, WEIGHED, FeatureTable
from briefings.sources.weights import CONTEXT, LINE

_MOST = 5.0  # a line's score is cut off here, so that one strange line cannot outweigh its neighbours
_ENOUGH = 60.0  # words of an article after which one more says nothing new about where we are
_OUTSIDE = -1.0  # what stands outside the page, or was not looked at, scores like chrome
_REACH = 3  # lines

AROUND = (
    "own score",
    "line before",
    "line after",
    "second and third before",
    "second and third after",
    "best of three before",
    "best of three after",
    "article before",
    "article after",
    "share before",
)
"""What the scores of a line and its neighbours add to its features, and how many words that look like the article
stand before and after it."""


def score_lines(
    features: FeatureTable, line: Mapping[str, float] = LINE, context: Mapping[str, float] = CONTEXT
) -> Sequence[float]:
    """For every line the log odds that it is of the article's body, from the line and its neighbours.

    line, context: the weights of the first and of the second step.
    """
    weights = [context.get(name, 0.0) for name in AROUND]
    scores = array("d", [-_MOST]) * len(features)
    own = weigh(features, context)
    for number, around in zip(features.seen, neighbours(features, line), strict=True):
        scores[number] = own[number] + sum(map(mul, weights, around))
    return scores


def weigh(features: FeatureTable, weights: Mapping[str, float]) -> array[float]:
    """For every line the sum of its features (0 to 1), each times its weight; a name without one counts nothing."""
    sums = array("d", bytes(8 * len(features)))
    known: dict[int, float] = {}
    shares = [(share, weights[name]) for name, share in zip(SHARES, features.shares, strict=True) if name in weights]
    for number in features.seen:
        marks = features.marks[number]
        if marks not in known:
            known[marks] = sum(weights.get(name, 0.0) for name in WEIGHED if marks & BIT[name])
        sums[number] = known[marks] + sum(share[number] * weight for share, weight in shares)
    return sums


def neighbours(features: FeatureTable, weights: Mapping[str, float]) -> Iterator[tuple[float, ...]]:
    """For every line that was looked at the values of `AROUND`, where `weights` score a line by itself."""
    sums = weigh(features, weights)
    own = array("d", [_OUTSIDE]) * (len(features) + 2 * _REACH)
    mass = array("d", bytes(8 * len(features)))
    for number in features.seen:
        score = own[number + _REACH] = max(-_MOST, min(_MOST, sums[number])) / _MOST
        mass[number] = features.words[number] / (1 + math.exp(-_MOST * score))
    total, before = sum(mass), 0.0
    for number in features.seen:
        third, second, first, here, after, two, three = own[number : number + 7]
        rest = total - before - mass[number]
        yield (
            here,
            first,
            after,
            (second + third) / 2,
            (two + three) / 2,
            max(first, second, third),
            max(after, two, three),
            min(1.0, before / _ENOUGH),
            min(1.0, rest / _ENOUGH),
            before / total if total else 0.0,
        )
        before += mass[number]
