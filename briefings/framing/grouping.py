"""Grouping aligned pairs: which sentences of several texts make one point. Knows numbers and scores, not words.

Agglomerative, best pair first, without chaining: two groups become one only when every member of the new group is on
average aligned with its members in other texts (average linkage per member; Sokal and Michener 1958 average over all).
So a sentence that resembles one member only stays outside, and two sentences of one text are in one group only when
each is aligned with the other texts' members.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

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
    groups: dict[int, list[int]] = {}
    where: dict[int, int] = {}
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < least:
            break
        left, right = where.get(i, i), where.get(j, j)
        if left == right:
            continue
        merged = groups.get(left, [i]) + groups.get(right, [j])
        if max(Counter(text_of[member] for member in merged).values()) > MOST_OF_ONE:
            continue
        if all(_linked(m, merged, text_of, scores) >= least + _margin(m, merged, text_of) for m in merged):
            groups.pop(right, None)
            groups[left] = merged
            where.update(dict.fromkeys(merged, left))
    return sorted(sorted(members) for members in groups.values())


def _linked(member: int, members: Sequence[int], text_of: Sequence[int], scores: Mapping[Pair, float]) -> float:
    """The average alignment of a member with the members in other texts: with the best of each text."""
    best: dict[int, float] = {}
    for other in members:
        text = text_of[other]
        if text != text_of[member]:
            score = scores.get((member, other) if member < other else (other, member), 0.0)
            best[text] = max(best.get(text, 0.0), score)
    return sum(best.values()) / len(best) if best else 0.0


def _margin(member: int, members: Sequence[int], text_of: Sequence[int]) -> float:
    """What a member's alignment must have to spare: nothing for the only one of its text."""
    return TWICE if sum(text_of[other] == text_of[member] for other in members) > 1 else 0.0
