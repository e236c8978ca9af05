"""How much each line of a pasted page looks like the article: a linear score of the line, then of its surroundings.

The two steps are those of jusText (Pomikálek 2011, "Removing Boilerplate and Duplicate Content from Web Corpora",
section 3.2: context-free, then context-sensitive classification) and of Boilerpipe (Kohlschütter et al. 2010: the
features of the previous and the next block). The weights come from logistic regression, by outlet held out:
`benchmarks/learn_cleaning.py`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefings.sources.lines import Line
from briefings.sources.weights import CONTEXT, LINE

_MOST = 5.0  # a line's score is cut off here, so that one strange line cannot outweigh its neighbours
_ENOUGH = 60.0  # words of an article after which one more says nothing new about where we are


def score_lines(lines: Sequence[Line], features: Sequence[Mapping[str, float]]) -> list[float]:
    """For every line the log odds that it is of the article's body, from the line and its neighbours."""
    return [weigh(context, CONTEXT) for context in with_context(lines, features, LINE)]


def with_context(
    lines: Sequence[Line], features: Sequence[Mapping[str, float]], weights: Mapping[str, float]
) -> list[dict[str, float]]:
    """The features of every line together with what its neighbours, scored with `weights`, add to them."""
    own = [max(-_MOST, min(_MOST, weigh(line, weights))) / _MOST for line in features]
    mass = [len(line.words) / (1 + math.exp(-_MOST * score)) for line, score in zip(lines, own, strict=True)]
    total, before = sum(mass), 0.0
    described = []
    for number, line in enumerate(features):
        after = total - before - mass[number]
        described.append({**line, **_neighbours(own, number), **_position(before, after, total)})
        before += mass[number]
    return described


def weigh(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The sum of the features (name -> 0 to 1), each times its weight; a name without one counts nothing."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items() if value)


def _neighbours(own: Sequence[float], number: int) -> dict[str, float]:
    """The line's own score and those of the three lines before and after it (outside the page: chrome)."""
    padded = [-1.0, -1.0, -1.0, *own[max(0, number - 3) : number + 4], -1.0, -1.0, -1.0]
    here = 3 + min(3, number)
    return {
        "own score": own[number],
        "line before": padded[here - 1],
        "line after": padded[here + 1],
        "second and third before": (padded[here - 2] + padded[here - 3]) / 2,
        "second and third after": (padded[here + 2] + padded[here + 3]) / 2,
        "best of three before": max(padded[here - 3 : here]),
        "best of three after": max(padded[here + 1 : here + 4]),
    }


def _position(before: float, after: float, total: float) -> dict[str, float]:
    """How many words that look like the article stand before and after the line."""
    return {
        "article before": min(1.0, before / _ENOUGH),
        "article after": min(1.0, after / _ENOUGH),
        "share before": before / total if total else 0.0,
    }
