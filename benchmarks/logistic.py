"""Logistic regression by Newton's method, for a few thousand rows of a few dozen features. No library needed."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

Row = Mapping[str, float]
_CLOSE = 0.001
_ROUNDS = 12


def fit(rows: Iterable[tuple[Row, bool, float]], ridge: float = 1.0) -> dict[str, float]:
    """The weights of the features: every row has its features, whether it is positive, and how much it counts.

    `ridge` holds the weights small (an L2 penalty). Rows with the same features, to two digits, are counted together.
    """
    counts: dict[tuple[tuple[str, float], ...], list[float]] = defaultdict(lambda: [0.0, 0.0])
    for features, positive, weight in rows:
        counts[tuple((name, round(value, 2)) for name, value in sorted(features.items()) if value)][positive] += weight
    names = sorted({name for row in counts for name, _ in row})
    place = {name: number for number, name in enumerate(names)}
    data = [([(place[name], value) for name, value in row], no, yes) for row, (no, yes) in counts.items()]
    weights = [0.0] * len(names)
    for _ in range(_ROUNDS):
        step = _solve(*_derivatives(data, weights, ridge))
        weights = [weight + change for weight, change in zip(weights, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    return dict(zip(names, weights, strict=True))


def _derivatives(
    data: list[tuple[list[tuple[int, float]], float, float]], weights: list[float], ridge: float
) -> tuple[list[list[float]], list[float]]:
    """The second and first derivatives of the penalised likelihood at `weights`."""
    size = len(weights)
    curve = [[ridge * (row == column) for column in range(size)] for row in range(size)]
    slope = [-ridge * weight for weight in weights]
    for row, negative, positive in data:
        chance = 1 / (1 + math.exp(-max(-30, min(30, sum(weights[at] * value for at, value in row)))))
        count = negative + positive
        for at, value in row:
            slope[at] += (positive - count * chance) * value
            for other, more in row:
                curve[at][other] += count * chance * (1 - chance) * value * more
    return curve, slope


def _solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """The solution of a system of linear equations (Gauss, with the largest pivot)."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for at in range(size):
        pivot = max(range(at, size), key=lambda row: abs(rows[row][at]))
        rows[at], rows[pivot] = rows[pivot], rows[at]
        for below in range(at + 1, size):
            if factor := rows[below][at] / rows[at][at]:
                rows[below] = [a - factor * b for a, b in zip(rows[below], rows[at], strict=True)]
    found = [0.0] * size
    for at in reversed(range(size)):
        known = sum(rows[at][column] * found[column] for column in range(at + 1, size))
        found[at] = (rows[at][size] - known) / rows[at][at]
    return found
