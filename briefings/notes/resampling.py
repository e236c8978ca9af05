"""Drawing sentences again with replacement, always the same ones, and the tallies of each draw. Not here: measures."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.notes.coding import By, CodedText
from briefings.notes.coefficients import Tally, Values

SEED = 1960
"""Where the draws begin: any number, but always the same."""


@dataclass(frozen=True, slots=True)
class CodedUnits:
    """The units of one code. coded: (number of the text, of the sentence) -> who gave it to how much of the sentence;
    sentences that nobody gave it to are left out.
    """

    coded: dict[tuple[int, int], Counter[Values]]

    @classmethod
    def of(cls, texts: Sequence[CodedText], code: str, by: By) -> CodedUnits:
        """The units of a code on these texts."""
        coded: dict[tuple[int, int], Counter[Values]] = {}
        for at, text in enumerate(texts):
            if by == "sentence":
                coded |= {(at, number): Counter({values: 1}) for number, values in text.by_sentence(code).items()}
            else:
                coded |= {(at, number): found for number, found in text.by_character(code).items()}
        return cls(coded)


class Draws:
    """The sentences of all texts, and which of them each draw took; the same for every code.

    many: how many draws there are; none where there are too few sentences to draw from.
    """

    def __init__(self, texts: Sequence[CodedText], by: By, many: int) -> None:
        self._places = [(at, number) for at, text in enumerate(texts) for number in range(len(text.sentences))]
        sizes = {
            (at, number): 1 if by == "sentence" else span.end - span.start
            for at, text in enumerate(texts)
            for number, span in enumerate(text.sentences)
        }
        self._empty = {place: (texts[place[0]].nowhere, size) for place, size in sizes.items()}
        self.many = many if len(self._places) > 1 else 0
        chance = random.Random(SEED)  # noqa: S311 -- draws, no secrets
        self._drawn = [Counter(chance.choices(self._places, k=len(self._places))) for _ in range(self.many)]
        self._uncoded = [self._tally(drawn) for drawn in self._drawn]

    def _tally(self, drawn: Counter[tuple[int, int]]) -> Counter[Values]:
        """The sentences of a draw as if nobody had given them a code."""
        tally = Counter[Values]()
        for place, times in drawn.items():
            values, size = self._empty[place]
            tally[values] += times * size
        return tally

    def whole(self, units: CodedUnits) -> Tally:
        """Every sentence once."""
        once = Counter(self._places)
        return self._with(units, once, self._tally(once))

    def again(self, units: CodedUnits, number: int) -> Tally:
        """The sentences of one draw."""
        return self._with(units, self._drawn[number], self._uncoded[number].copy())

    def _with(self, units: CodedUnits, drawn: Counter[tuple[int, int]], tally: Counter[Values]) -> Tally:
        for place, found in units.coded.items():
            if times := drawn[place]:
                values, size = self._empty[place]
                tally[values] -= times * size
                for given, many in found.items():
                    tally[given] += times * many
        return tally
