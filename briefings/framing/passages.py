"""Points: passages of different texts that report the same thing. Not here: the same words (`reuse.py`)."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.framing.sentences import sentences
from briefings.framing.terms import Term, terms

THRESHOLD = 0.30
"""The least similarity of two sentences that are taken to report the same thing."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing reported by two or more articles: a group of aligned sentences.

    members: (index of the text, the sentence's span in it), by text and then by place; a text may be there twice.
    label: a few of the members' own words.
    why: what the alignment rests on, in the members' words: ("191,113", "November", "Border Patrol").
    """

    members: list[tuple[int, Span]]
    label: str
    why: tuple[str, ...] = ()


class Passage:
    """A passage as the aligner sees it: its terms and their weights."""

    def __init__(self, text: str, weigh: Callable[[str], float]) -> None:
        self.terms = {term.key: term for term in reversed(terms(text))}
        self.weights = {key: weigh(key) for key in self.terms}
        self.norm = math.sqrt(sum(weight**2 for weight in self.weights.values()))


class Aligner:
    """Finds what several texts on one meeting report alike.

    texts: the texts, in the order results name them by; sentences: of each, where given (else they are found).
    """

    def __init__(self, texts: Sequence[str], sentences_of: Sequence[Sequence[Span]] | None = None) -> None:
        self.texts = tuple(texts)
        spans = sentences_of if sentences_of is not None else [sentences(text) for text in texts]
        self.places = [(index, span) for index, found in enumerate(spans) for span in found]
        self._count: Counter[str] = Counter()
        for index, span in self.places:
            self._count.update({term.key for term in terms(span.of(self.texts[index]))})
        self.passages = [Passage(span.of(self.texts[index]), self._weigh) for index, span in self.places]

    def _weigh(self, key: str) -> float:
        return max(0.01, math.log((len(self.places) + 1) / (self._count[key] + 0.5)))

    def score(self, a: str, b: str) -> float:
        """How likely two passages report the same thing, about 0 to 1."""
        return self._similarity(Passage(a, self._weigh), Passage(b, self._weigh))

    @staticmethod
    def _similarity(a: Passage, b: Passage) -> float:
        shared = sum(weight**2 for key, weight in a.weights.items() if key in b.weights)
        return shared / (a.norm * b.norm) if shared else 0.0

    def points(self) -> list[Point]:
        """What two or more texts report, most widely carried first, then earliest in its texts."""
        groups: list[list[int]] = [[number] for number in range(len(self.places))]
        group_of = list(range(len(self.places)))
        scores = self._pair_scores()
        for (i, j), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
            left, right = groups[group_of[i]], groups[group_of[j]]
            if left is right:
                continue
            between = [scores.get((min(x, y), max(x, y)), 0.0) for x in left for y in right]
            if sum(between) / len(between) >= THRESHOLD:
                for member in right:
                    group_of[member] = group_of[left[0]]
                left.extend(right)
                right.clear() if right is not left else None
        points = [self._point(sorted(group)) for group in groups if len({self.places[n][0] for n in group}) > 1]
        return sorted(points, key=self._order)

    def _pair_scores(self) -> dict[tuple[int, int], float]:
        postings: dict[str, list[int]] = defaultdict(list)
        for number, passage in enumerate(self.passages):
            for key in passage.weights:
                postings[key].append(number)
        candidates = {
            (i, j)
            for found in postings.values()
            if len(found) <= max(6, len(self.places) // 8)
            for at, i in enumerate(found)
            for j in found[at + 1 :]
            if self.places[i][0] != self.places[j][0]
        }
        scores = {pair: self._similarity(self.passages[pair[0]], self.passages[pair[1]]) for pair in candidates}
        return {pair: score for pair, score in scores.items() if score >= THRESHOLD}

    def _order(self, point: Point) -> tuple[float, float]:
        carriers = {index for index, _ in point.members}
        depth = [span.start / max(1, len(self.texts[index])) for index, span in point.members]
        return -len(carriers), sum(depth) / len(depth)

    def _point(self, group: list[int]) -> Point:
        members = [self.places[number] for number in group]
        shared = self._shared_terms(group)
        return Point(members, " ".join(term.words for term in shared[:3]), tuple(term.words for term in shared[:6]))

    def _shared_terms(self, group: list[int]) -> list[Term]:
        """The terms that texts of the group share, weightiest first."""
        carriers: dict[str, set[int]] = defaultdict(set)
        for number in group:
            for key in self.passages[number].terms:
                carriers[key].add(self.places[number][0])
        shared = [key for key, found in carriers.items() if len(found) > 1]
        shared.sort(key=lambda key: (-self._weigh(key) * len(carriers[key]), key))
        first = {key: term for number in reversed(group) for key, term in self.passages[number].terms.items()}
        return [first[key] for key in shared]
