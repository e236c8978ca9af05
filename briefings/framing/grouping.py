"""Grouping aligned pairs: which sentences of several texts make one point. Knows numbers and scores, not words.

Agglomerative, best pair first, without chaining: two groups become one only when every member of the new group is on
average aligned with its members in other texts (average linkage per member; Sokal and Michener 1958 average over all).
So a sentence that resembles one member only stays outside, and two sentences of one text are in one group only when
each is aligned with the other texts' members.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Pair = tuple[int, int]

TWICE = 0.05
"""How much stronger the alignment of a member must be when its text has another member in the group."""

MOST_OF_ONE = 4
"""A group has so many sentences of one text at most: what a text says more often is its subject, not a point of it."""


def group(text_of: Sequence[int], scores: Mapping[Pair, float], least: float) -> list[list[int]]:
    """The groups of two members or more, each in order, by their first member.

    text_of: the text of each sentence. scores: (i, j) with i < j, of different texts, to how strongly they are aligned;
    pairs left out count as 0. least: the least average alignment of a member.
    """
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        alike[i][j] = alike[j][i] = score
    where: dict[int, _Group] = {}
    failed: set[tuple[_Group, _Group]] = set()
    for i, j in sorted((pair for pair, score in scores.items() if score >= least), key=lambda p: (-scores[p], p)):
        left = where.get(i) or _Group({i: {}}, Counter([text_of[i]]))
        right = where.get(j) or _Group({j: {}}, Counter([text_of[j]]))
        if left is right or (left, right) in failed:
            continue
        joined = _joined(left, right, text_of, alike, least)
        if joined is not None:
            where.update(dict.fromkeys(joined.best, joined))
        else:
            failed |= {(left, right), (right, left)}
    return sorted(sorted(found.best) for found in {id(found): found for found in where.values()}.values())


@dataclass(frozen=True, eq=False, slots=True)
class _Group:
    """best: member -> other text -> its alignment with the best member there. texts: how many members each has."""

    best: dict[int, dict[int, float]]
    texts: Counter[int]


def _joined(
    left: _Group, right: _Group, text_of: Sequence[int], alike: Mapping[int, Mapping[int, float]], least: float
) -> _Group | None:
    """The two groups as one; None where it would hold too much of one text, or a member would not belong to it."""
    texts = left.texts + right.texts
    if max(texts.values()) > MOST_OF_ONE:
        return None
    best: dict[int, dict[int, float]] = {}
    for own, others in ((left, right), (right, left)):
        for member, so_far in own.best.items():
            text = text_of[member]
            best[member] = _extended(so_far, text, others.best, text_of, alike[member])
            if _average(best[member]) < least + (TWICE if texts[text] > 1 else 0.0):
                return None
    return _Group(best, texts)


def _extended(
    best: Mapping[int, float], text: int, others: Iterable[int], text_of: Sequence[int], alike: Mapping[int, float]
) -> dict[int, float]:
    """The best alignments of a member of `text`, per other text, with `others` added to its group."""
    extended = dict(best)
    for other in others:
        its = text_of[other]
        if its != text:
            extended[its] = max(alike.get(other, 0.0), extended.get(its, 0.0))
    return extended


def _average(best: Mapping[int, float]) -> float:
    return sum(best.values()) / len(best) if best else 0.0
