"""Drawing sentences again with replacement, and the tallies of each draw. The draws are the same every time.

Not here: measures, intervals (`reliability.py`).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence

from briefings.notes.coding import By, CodedText
from briefings.notes.coefficients import Tally, Values

SEED = 1960
"""Where the draws begin: any number, but always the same."""
_FEWEST = 2
"""How many sentences there must be to draw from."""
_SMALL = 12
"""From how many trials on a binomial number is found by halving them."""


class Sentences:
    """The sentences of all texts in a row, and how much each counts.

    by: whether a sentence counts as one, or as its characters. codes: those that were given, by name.
    """

    def __init__(self, texts: Sequence[CodedText], by: By) -> None:
        self.by = by
        self.codes: list[str] = sorted(frozenset().union(*(text.codes for text in texts)))
        self._texts = texts
        self._empty = [
            (text.nowhere, 1 if by == "sentence" else span.end - span.start)
            for text in texts
            for span in text.sentences
        ]
        self._coded = [self._of_code(code) for code in self.codes]

    def tallies(self, draws: int) -> list[tuple[Tally, list[Tally]]]:
        """Of each code, in the order of `codes`: the tally of every sentence once, and those of so many draws.

        A draw takes as many sentences as there are; of less than two sentences there is none.
        """
        whole = self._tallies(range(len(self._empty)))
        if len(self._empty) < 2:
            return [(tally, []) for tally in whole]
        chance = random.Random(SEED)  # noqa: S311 -- draws, no secrets
        if self.by == "sentence":
            # sentences that were given the same are alike: how many of each kind a draw takes is all there is to draw
            return [(tally, [drawn(tally, chance) for _ in range(draws)]) for tally in whole]
        again: list[list[Tally]] = [[] for _ in whole]
        for _ in range(draws):
            # a draw is counted at once and let go: all of them together would not fit into memory
            for tallies, tally in zip(again, self._tallies(self._choose(chance)), strict=True):
                tallies.append(tally)
        return list(zip(whole, again, strict=True))

    def _choose(self, chance: random.Random) -> Sequence[int]:
        return chance.choices(range(len(self._empty)), k=len(self._empty))

    def _of_code(self, code: str) -> dict[int, Tally]:
        """The number of each sentence that has a code anywhere -> who gave it to how much of it."""
        coded, start = dict[int, Tally](), 0
        for text in self._texts:
            if self.by == "sentence":
                coded |= {start + number: {values: 1} for number, values in text.by_sentence(code).items()}
            else:
                coded |= {start + number: found for number, found in text.by_character(code).items()}
            start += len(text.sentences)
        return coded

    def _tallies(self, numbers: Sequence[int]) -> list[Tally]:
        """The tally of each code on the sentences of these numbers."""
        times, nobody = Counter(numbers), Counter[Values]()
        for number, many in times.items():
            values, size = self._empty[number]
            nobody[values] += many * size
        return [self._with(coded, times, nobody) for coded in self._coded]

    def _with(self, coded: dict[int, Tally], times: Counter[int], nobody: Counter[Values]) -> Tally:
        """The tally of a code, made of what it would be if nobody had given it."""
        tally = nobody.copy()
        for number, found in coded.items():
            if many := times[number]:
                values, size = self._empty[number]
                tally[values] -= many * size
                for given, part in found.items():
                    tally[given] += many * part
        return tally


def drawn(tally: Tally, chance: random.Random) -> Tally:
    """As many units as a tally has, drawn from it with replacement: multinomial, as one binomial after the other."""
    left, trials, found = sum(tally.values()), sum(tally.values()), dict[Values, int]()
    for values, many in tally.items():
        if many and trials:
            found[values] = binomial(trials, many / left, chance)
            trials -= found[values]
        left -= many
    return found


def binomial(trials: int, share: float, chance: random.Random) -> int:
    """How many of so many trials succeed, each with a chance of `share`.

    Halved by the trial in the middle of all that were sorted, whose place is a beta number: Ahrens and Dieter 1974,
    “Computer methods for sampling from gamma, beta, Poisson and binomial distributions”, Computing 12, method BB.
    """
    succeeded = 0
    while trials > _SMALL and 0 < share < 1:
        middle = trials // 2 + 1
        place = chance.betavariate(middle, trials + 1 - middle)
        if place <= share:
            succeeded, trials, share = succeeded + middle, trials - middle, (share - place) / (1 - place)
        else:
            trials, share = middle - 1, share / place
    return succeeded + sum(chance.random() < share for _ in range(trials))
