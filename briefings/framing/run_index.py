"""The shared runs of many texts at once: every run of words of all texts is put into one index, so that the time grows
with what the texts share and not with the pairs of texts. Not here: the runs of two texts (`reuse.py`), whose automaton
is used for texts that say the same over and over.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from briefings.framing.comparison import RunBetween
from briefings.framing.reuse import LEAST_WORDS, SharedRun, Words, runs_between
from briefings.framing.steps import Ask, asking, go_on

_STRIDE = 16
"""Words compared at once where a run is followed to its end."""


FEW = 4
"""A text that has a run of `LEAST_WORDS` words more often is held against others by its suffix automaton."""

Pair = tuple[int, int]


class _Common(NamedTuple):
    """The same words in two texts: the number of the first one in either, and how many."""

    at: int
    to: int
    size: int


class _Place(NamedTuple):
    """Where a run of `LEAST_WORDS` words stands: the index of its text, and the number of its first word there."""

    text: int
    at: int


def runs_among(words: Sequence[Words], ask: Ask = go_on) -> list[RunBetween]:
    """The shared runs of every two texts, by text and place: what `reuse.shared_runs` finds. words: of each text."""
    common: dict[Pair, list[_Common]] = defaultdict(list)
    repeated: set[Pair] = set()
    for places in _held_twice(words, ask):
        ask()
        few = _without_repeated(places, repeated)
        if len({_word_before(words, place) for place in few}) > 1:
            for a, b in asking(combinations(few, 2), ask):
                if a.text != b.text and _begins_run(words, a, b):
                    common[a.text, b.text].append(_Common(a.at, b.at, _length(words, a, b)))
    found: list[RunBetween] = []
    for pair in sorted(common.keys() | repeated):
        ask()
        one, other = words[pair[0]], words[pair[1]]
        if pair in repeated:
            found += (RunBetween(*pair, *run) for run in runs_between(one, other, ask=ask))
        else:
            runs = [SharedRun(one.span(at, size), other.span(to, size)) for at, to, size in _longest(common[pair])]
            found += (RunBetween(*pair, *run) for run in sorted(runs))
    return found


def _held_twice(words: Sequence[Words], ask: Ask) -> Iterator[list[_Place]]:
    """The places of every run of `LEAST_WORDS` words that stands in two places or more, by text and place."""
    first: dict[tuple[str, ...], _Place] = {}
    more: dict[tuple[str, ...], list[_Place]] = {}
    for text, found in enumerate(words):
        ask()
        for at, run in enumerate(found.runs(LEAST_WORDS)):
            place = _Place(text, at)
            if (earlier := first.setdefault(run, place)) is not place:
                more.setdefault(run, [earlier]).append(place)
    first.clear()
    yield from more.values()


def _without_repeated(places: Sequence[_Place], repeated: set[Pair]) -> list[_Place]:
    """Of the places of one run those in texts that have it a few times at most; the others' texts go to `repeated`,
    with each text that has it."""
    of_text = Counter(place.text for place in places)
    many = [text for text, count in of_text.items() if count > FEW]
    repeated.update((min(text, other), max(text, other)) for text in many for other in of_text if other != text)
    return [place for place in places if of_text[place.text] <= FEW] if many else list(places)


def _longest(common: Sequence[_Common]) -> set[_Common]:
    """Of the common runs of two texts those that `reuse.py` pairs: for each place in either text where a longest run
    ends, the first place in the other that has it."""
    turned = _first_of_longest(_Common(to, at, size) for at, to, size in common)
    return _first_of_longest(common) | {_Common(at, to, size) for to, at, size in turned}


def _first_of_longest(common: Iterable[_Common]) -> set[_Common]:
    """Of `common` those that no run beginning further up in the second text holds; of equal ones the first."""
    reached = 0
    kept = set()
    for run in sorted(common, key=lambda run: (run.to, -run.size, run.at)):
        if run.to + run.size > reached:
            reached = run.to + run.size
            kept.add(run)
    return kept


def _word_before(words: Sequence[Words], place: _Place) -> str | _Place:
    """The word before a place; at the start of a text the place itself, which is no other's."""
    return words[place.text].keys[place.at - 1] if place.at else place


def _begins_run(words: Sequence[Words], a: _Place, b: _Place) -> bool:
    """Whether the same words at two places have not the same word before them."""
    return not (a.at and b.at) or words[a.text].keys[a.at - 1] != words[b.text].keys[b.at - 1]


def _length(words: Sequence[Words], a: _Place, b: _Place) -> int:
    """How many words the run has that begins at two places."""
    one, other = words[a.text].keys, words[b.text].keys
    size = LEAST_WORDS
    for stride in (_STRIDE, 1):
        while (piece := one[a.at + size : a.at + size + stride]) and len(piece) == stride:
            if piece != other[b.at + size : b.at + size + stride]:
                break
            size += stride
    return size
