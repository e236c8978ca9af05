"""Choices: on one point, the words that different outlets use in one place for the same act or people.

Not here: words one outlet uses more than others everywhere (`wording.py`), or what a choice means. Precision first: two
words are put beside each other only where `slots.py` finds that they stand in one place. Words in quotation marks are
the speaker's choice, not the outlet's, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.article import Span
from briefings.framing.passages import Aligner, Point
from briefings.framing.quotes import Quote
from briefings.framing.reuse import Words
from briefings.framing.slots import Slot, Use, make_use, same_neighbours, same_sense
from briefings.framing.steps import Ask, go_on

LONGEST = 120
"""A sentence of more words that tell something is none: a text without stops, whose words have no place in it."""

Basis = Literal["neighbours", "synonyms"]


@dataclass(frozen=True, slots=True)
class Choice:
    """Words that outlets use in one place of one point.

    point: its index in `Comparison.points`. slot: the words around the place, as the first of the articles has them.
    words: index of the article -> where its word stands; two articles at least, two different words at least.
    beside: (index of the article, span) of the words around it that the sentences share.
    basis: `neighbours` (between the same words), or `synonyms` (words of one group, near the same words).
    """

    point: int
    slot: str
    words: dict[int, Span]
    beside: tuple[tuple[int, Span], ...]
    basis: Basis


def find_choices(
    aligner: Aligner,
    points: Sequence[Point],
    words: Sequence[Words],
    quotes: Sequence[Sequence[Quote]],
    ask: Ask = go_on,
) -> list[Choice]:
    """The choices on each of `points`, which `aligner` found, by point and place; one that two points have, once.

    words, quotes: of each text.
    """
    numbers = {(place.text, place.span): number for number, place in enumerate(aligner.places)}
    spoken = [[quote.content for quote in found if quote.kind in ("direct", "mixed")] for found in quotes]
    found: list[Choice] = []
    for number, point in enumerate(points):
        ask()
        uses = []
        for index, span in point.members:
            terms = aligner.similarity.passages[numbers[index, span]].all_terms
            if len(terms) > LONGEST:
                continue
            quoted = [quote for quote in spoken[index] if quote.overlaps(span)]
            uses.append(make_use(index, span, words[index], terms, quoted, aligner.similarity))
        known = [choice.words for choice in found]
        found += [choice for choice in _choices(number, uses, aligner.texts) if choice.words not in known]
    return found


def _choices(point: int, uses: Sequence[Use], texts: Sequence[str]) -> list[Choice]:
    """The choices on one point; of two that share a word the surer one."""
    taken: set[tuple[int, Span]] = set()
    found = []
    for basis, slot in _slots(uses):
        places = set(slot.words.items())
        if not any(index == other and span.overlaps(word) for index, span in places for other, word in taken):
            taken |= places
            first = min(slot.words)
            slot_words = [span.of(texts[first]) for index, span in slot.beside if index == first]
            ordered = dict(sorted(slot.words.items()))
            found.append(Choice(point, " … ".join(dict.fromkeys(slot_words)), ordered, slot.beside, basis))
    return sorted(found, key=lambda choice: list(choice.words.items()))


def _slots(uses: Sequence[Use]) -> Iterator[tuple[Basis, Slot]]:
    """What is found on one point, the surest first: words of one group are one place, neighbours may hold several."""
    for slot in sorted(same_sense(uses), key=lambda slot: (-len(slot.words), -len(slot.beside), [*slot.words.items()])):
        yield "synonyms", slot
    for slot in same_neighbours(uses):
        yield "neighbours", slot
