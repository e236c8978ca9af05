"""Further points: what else a sentence says that is in a point already. A long sentence can say two things which other
outlets report in two. Not here: the first point of a sentence (`grouping.py`).

What other members of its point say too is taken away from a sentence; the rest is judged like a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefings.framing.alignment import LEAST_ALIKE, Numbers
from briefings.framing.evidence import Place, Sight, judge
from briefings.framing.similarity import Passage, Similarity
from briefings.framing.steps import Ask, asking, go_on
from briefings.framing.terms import names

LEAST_SHARED = 4
"""What is left of a sentence must share so many words, numbers or whole names with another one."""

SEVERAL = -1
"""In place of the number of a text: more than one."""


class Further:
    """Adds further points to groups of sentences.

    places, similarity: of the sentences. least: the least alignment of a member, as for `grouping.group`.
    """

    def __init__(self, places: Sequence[Place], similarity: Similarity, least: float) -> None:
        self.places = places
        self.similarity = similarity
        self.least = least
        self._numbers = Numbers(places)

    def add(self, groups: Sequence[Sequence[int]], ask: Ask = go_on) -> list[list[int]]:
        """`groups` with the members whose rest belongs there, and the pairs that a rest makes with a sentence in none.

        No sentence gets more than one further point, and no point a second sentence of a text by its rest.
        """
        extended = [list(members) for members in groups]
        where = {member: members for members in extended for member in members}
        scores = {(i, j): score for members in groups for i, j, score in asking(self._scores(members), ask, 64)}
        added: set[int] = set()
        for i, j in sorted(scores, key=lambda pair: (-scores[pair], pair)):
            if i in added or scores[i, j] < self.least:
                continue
            members = where.setdefault(j, [j])
            if i not in members and self._belongs(i, members, scores):
                members.append(i)
                added.add(i)
                if len(members) == 2:
                    extended.append(members)
        return sorted(map(sorted, extended))

    def _belongs(self, number: int, members: Sequence[int], scores: Mapping[tuple[int, int], float]) -> bool:
        """Whether the rest of a sentence is, on average, aligned with the members, which are of other texts."""
        best: dict[int, float] = {}
        for member in members:
            text = self.places[member].text
            best[text] = max(best.get(text, 0.0), scores.get((number, member), 0.0))
        return self.places[number].text not in best and sum(best.values()) >= self.least * len(best)

    def _scores(self, members: Sequence[int]) -> Iterator[tuple[int, int, float]]:
        """(i, j, score): how strongly the rest of member i is aligned with sentence j, which is in another group or in
        none."""
        holders: dict[str, int] = {}
        for member in members:
            text = self.places[member].text
            for key in self.similarity.passages[member].terms:
                holders[key] = text if holders.get(key, text) == text else SEVERAL
        for member in members:
            rest = self._rest(member, holders)
            if len(rest.specific) >= LEAST_SHARED:
                yield from ((member, j, score) for j, score in self._aligned(member, rest, set(members)))

    def _rest(self, number: int, holders: Mapping[str, int]) -> Passage:
        """What a sentence says that no other text's sentences in its group say; holders: key -> the text that has it
        there, or `SEVERAL`."""
        passage, own = self.similarity.passages[number], self.places[number].text
        said = {key for key in passage.terms if holders[key] != own}
        said |= {
            key for key in passage.terms for other in self.similarity.related(key) if holders.get(other, own) != own
        }
        return self.similarity.part(passage, [term for term in passage.all_terms if term.key not in said])

    def _aligned(self, number: int, rest: Passage, members: set[int]) -> Iterator[tuple[int, float]]:
        """The sentences that the rest of a sentence is aligned with, and how strongly."""
        row, shared = self.similarity.row(rest)
        one = Sight(rest, self.places[number])
        near = [j for j in shared if row[j] >= LEAST_ALIKE and j not in members and self._shares(rest, j)]
        near = [j for j in near if self.places[j].text != self.places[number].text]
        for j, rival in self._numbers.rivals(row, near):
            other, alike = Sight(self.similarity.passages[j], self.places[j]), min(1.0, row[j])
            if judge(alike, one, other, rival, 0.0) >= self.least:
                back, _ = self.similarity.row(other.passage)
                back_rival = next(best for _, best in self._numbers.rivals(back, [number]))
                yield j, judge(alike, one, other, rival, back_rival)

    def _shares(self, rest: Passage, number: int) -> bool:
        """Whether a sentence has enough of the rest; a name of several words counts once."""
        shared = rest.specific & self.similarity.passages[number].specific
        if len(shared) < LEAST_SHARED:
            return False
        runs = names([term for term in rest.all_terms if term.key in shared])
        return len({tuple(term.key for term in run) for run in runs}) >= LEAST_SHARED
