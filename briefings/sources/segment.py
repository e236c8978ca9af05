"""The stretch of a page in which the article stands. Not here: which of its lines are chrome (`clean.py`).

Maximum subsequence segmentation (Pasternack and Roth 2009, "Extracting Article Text from the Web with Maximum
Subsequence Segmentation"): of all stretches of lines the one with the largest sum of scores.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefings.sources.feature_table import FeatureTable

_MOST = 3.0  # a line's score counts up to here
_FULL = 30  # words of a line that counts fully
_CHROME = 0.2  # what one line of sure chrome costs; a dozen of them part two texts


def segment(features: FeatureTable, scores: Sequence[float]) -> range:
    """The numbers of the lines of the best stretch; empty where no line has a score over 0."""
    best, best_sum = range(0), 0.0
    start, total = 0, 0.0
    for number, (words, score) in enumerate(zip(features.words, scores, strict=True)):
        if total <= 0:
            start, total = number, 0.0
        if score > 0:
            total += min(_MOST, score) * min(_FULL, words) / _FULL
        else:
            total += max(-1.0, score) * _CHROME
        if total > best_sum:
            best, best_sum = range(start, number + 1), total
    return best
