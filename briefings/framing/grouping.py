"""Grouping aligned pairs: which sentences of several texts make one point. Knows numbers and scores, not words.

Agglomerative, best pair first, without chaining: two groups become one only when every member of the new group is on
average aligned with its members in other texts (average linkage per member; Sokal and Michener 1958 average over all).
So a sentence that resembles one member only stays outside, and two sentences of one text are in one group only when
each is aligned with the other texts' members.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from briefings.framing.steps import Ask, asking, go_on

Pair = tuple[int, int]

TWICE = 0.05
"""How much stronger the alignment of a member must be when its text has another member in the group."""

MOST_OF_ONE = 4
"""A group has so many sentences of one text at most: what a text says more often is its subject, not a point of it."""


def group(text_of: Sequence[int], scores: Mapping[Pair, float], least: float, ask: Ask = go_on) -> list[list[int]]:
    """The groups of two members or more, each in order, by their first member.

    text_of: the text of each sentence. scores: (i, j) with i < j, of different texts, to how strongly they are aligned;
    pairs left out count as 0. least: the least average alignment of a member.
    """
    alike: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in asking(scores.items(), ask):
        alike[i][j] = alike[j][i] = score
    strong = sorted((-score, i, j) for (i, j), score in asking(scores.items(), ask) if score >= least)
    where = {member: _Group(member, text_of[member]) for member in {member for pair in strong for member in pair[1:]}}
    failed: set[tuple[int, int, int, int]] = set()
    for _, i, j in asking(strong, ask, 16):
        large, small = sorted((where[i], where[j]), key=lambda found: (-len(found.best), found.number))
        tried = (large.number, len(large.best), small.number, len(small.best))
        if large is small or tried in failed:
            continue
        changes = _changes(large, small, text_of, alike, least)
        if changes is None:
            failed.add(tried)
        else:
            large.take(small, changes)
            where.update(dict.fromkeys(small.best, large))
    found = {group.number: sorted(group.best) for group in where.values() if len(group.best) > 1}
    return sorted(found.values())


class _Group:
    """A group that grows.

    number: its first member. texts: how many members each text has. best: member -> other text -> its alignment with
    the best member there; total: member -> the sum of these.
    """

    def __init__(self, number: int, text: int) -> None:
        self.number = number
        self.texts = Counter([text])
        self.best: dict[int, dict[int, float]] = {number: {}}
        self.total = {number: 0.0}

    def take(self, other: _Group, changes: Mapping[int, dict[int, float]]) -> None:
        """Take in the members of another group; changes: the alignments of each member that this betters."""
        self.texts += other.texts
        self.best |= other.best
        self.total |= other.total
        for member, better in changes.items():
            self.total[member] += sum(score - self.best[member].get(text, 0.0) for text, score in better.items())
            self.best[member] |= better


def _changes(
    large: _Group, small: _Group, text_of: Sequence[int], alike: Mapping[int, Mapping[int, float]], least: float
) -> dict[int, dict[int, float]] | None:
    """For each member of two groups the alignments that are better where they are one; None where they cannot be: it
    would hold too much of one text, or a member would not belong to it."""
    if any(count + large.texts[text] > MOST_OF_ONE for text, count in small.texts.items()):
        return None
    changes: dict[int, dict[int, float]] = {}
    for own, others in ((small, large), (large, small)):
        for member, best in own.best.items():
            text = text_of[member]
            better = changes[member] = _better(best, text, others.best, text_of, alike[member])
            total = own.total[member] + sum(score - best.get(other, 0.0) for other, score in better.items())
            count = len(best) + len(better.keys() - best.keys())
            margin = TWICE if own.texts[text] + others.texts[text] > 1 else 0.0
            if not count or total / count < least + margin:
                return None
    return changes


def _better(
    best: Mapping[int, float], text: int, others: Iterable[int], text_of: Sequence[int], alike: Mapping[int, float]
) -> dict[int, float]:
    """Text -> the best alignment of a member of `text` with `others` there, where its `best` so far is none or less."""
    better: dict[int, float] = {}
    for other in others:
        its = text_of[other]
        score = alike.get(other, 0.0)
        if its != text and score > better.get(its, best.get(its, -1.0)):
            better[its] = score
    return better
