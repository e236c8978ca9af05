"""Points: passages of different texts that report the same thing. Not here: the same words (`reuse.py`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefings.article import Span
from briefings.framing.alignment import Pair, align
from briefings.framing.evidence import Place, Sight, judge
from briefings.framing.further import Further
from briefings.framing.grouping import group
from briefings.framing.labels import Member, describe
from briefings.framing.reuse import Words
from briefings.framing.sentences import sentences
from briefings.framing.similarity import COMMON, Similarity
from briefings.framing.steps import Ask, asking, go_on
from briefings.framing.word_ranges import words_in

LEAST = 0.5
"""The least average score of a point's members."""

PER_TEXT = 2
"""A term that the texts have so often each, on average, still finds candidates: it may be the one point of all."""

CERTAIN = 0.9
"""Two sentences that score as much make a point whatever words they share."""


@dataclass(frozen=True, slots=True)
class Point:
    """One thing reported by two or more articles: a group of aligned sentences.

    members: (index of the text, the sentence's span in it), by text and then by place; a text may be there twice.
    label: a few of the members' own words.
    why: what the alignment rests on, in the members' words: ("191,113", "November", "Border Patrol").
    number: what the point is called in its comparison, from 1, also where not all of it is shown; 0 outside of one.
    """

    members: list[tuple[int, Span]]
    label: str
    why: tuple[str, ...] = ()
    number: int = 0


class Aligner:
    """Finds what several texts on one meeting report alike.

    texts: in the order results name them by. places: their sentences, in order. similarity: of those sentences.
    """

    def __init__(
        self,
        texts: Sequence[str],
        spans: Sequence[Sequence[Span]] | None = None,
        words: Sequence[Words] | None = None,
        ask: Ask = go_on,
    ) -> None:
        """texts: the reports of one meeting; spans, words: the sentences and words of each, where known already."""
        self.texts = tuple(texts)
        self.places = [
            Place(index, span, span.start / max(1, len(self.texts[index])))
            for index, found in enumerate(spans if spans is not None else map(sentences, texts))
            for span in found
        ]
        self._said = [place.span.of(self.texts[place.text]) for place in self.places]
        self._words = words
        self.similarity = Similarity(self._said, max(COMMON, PER_TEXT * len(self.texts)), ask)
        self._sights: dict[str, Sight] = {}

    def score(self, a: str, b: str) -> float:
        """How strongly two passages seem to report the same thing, 0 to 1; `LEAST` makes a point.

        The passages may be sentences of the texts, parts of them, or other words.
        """
        one, other = self._sight(a), self._sight(b)
        alike = self.similarity.between(one.passage, other.passage)
        return judge(alike, one, other, self._rival(one, other), self._rival(other, one))

    def points(self, ask: Ask = go_on) -> list[Point]:
        """What two or more texts report: the most widely carried first, then the earliest in its texts."""
        words = self._words or [Words(text) for text in self.texts]
        keys = [_keys(words[text], span) for text, span, _ in self.places]
        aligned = align(self.places, keys, self.similarity, ask)
        groups = group([place.text for place in self.places], aligned, LEAST, ask)
        carried = [members for members in groups if self._is_carried(members, aligned)]
        carried = Further(self.places, self.similarity, LEAST).add(carried, ask)
        return sorted((self._point(members) for members in asking(carried, ask, 1)), key=self._rank)

    def _is_carried(self, numbers: Sequence[int], aligned: Mapping[Pair, float]) -> bool:
        """Whether two members are nearly the same, or share two terms that are not generic."""
        passages = self.similarity.passages
        return any(
            aligned.get((i, j), 0.0) >= CERTAIN or self.similarity.specific(passages[i], passages[j]) > 1
            for i, j in combinations(numbers, 2)
            if self.places[i].text != self.places[j].text
        )

    def _rank(self, point: Point) -> tuple[int, float]:
        """What points are sorted by: how many texts carry it, then how early they do."""
        first = {index: span.start / len(self.texts[index]) for index, span in reversed(point.members)}
        return -len(first), sum(first.values()) / len(first)

    def _point(self, numbers: Sequence[int]) -> Point:
        members = [Member(self.places[n].text, self._said[n], self.similarity.passages[n]) for n in numbers]
        label, why = describe(members, self.similarity)
        return Point([(self.places[n].text, self.places[n].span) for n in numbers], label, why)

    def _rival(self, one: Sight, other: Sight) -> float:
        """How alike `one` is to the sentence most like it in `other`'s text, `other` itself aside."""
        if other.place is None:
            return 0.0
        rest = (s for n, s in one.alike.items() if self.places[n].text == other.place.text and n not in other.own)
        return max(rest, default=0.0)

    def _sight(self, words: str) -> Sight:
        if words not in self._sights:
            passage = self.similarity.passage(words)
            alike = self.similarity.to_sentences(passage)
            own = self._own(words, alike)
            self._sights[words] = Sight(passage, self.places[own[0]] if own else None, frozenset(own), alike)
        return self._sights[words]

    def _own(self, words: str, alike: dict[int, float]) -> list[int]:
        """The sentences a passage stands in: found word by word, else the one most like it."""
        for index, text in enumerate(self.texts):
            at = text.find(words) if words.strip() else -1
            if at >= 0:
                span = Span(at, at + len(words))
                return [n for n, place in enumerate(self.places) if place.text == index and place.span.overlaps(span)]
        return [max(alike, key=lambda n: (alike[n], -n))] if alike else []


def _keys(words: Words, span: Span) -> tuple[str, ...]:
    """The words of a text that begin inside `span`."""
    inside = words_in(words, span)
    return words.keys[inside.start : inside.stop]
