"""How strongly each two sentences of different texts are aligned. Not here: the evidence (`evidence.py`), or which of
them make a point (`grouping.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from briefings.framing.evidence import Place, Sight, judge
from briefings.framing.reuse import Words
from briefings.framing.similarity import Similarity

LEAST_ALIKE = 0.1
"""Sentences less alike than this are not judged."""

SAME = 0.95
"""Sentences of two words or more that are as alike as this may be judged on a single term."""

RUN_WORDS = 7
"""Sentences with so many words in a row in common quote or copy the same words."""

MOST_HOLDERS = 40
"""Of the sentences that hold one run of words so many are paired: enough for every text of a meeting."""

Pair = tuple[int, int]


def align(places: Sequence[Place], words: Sequence[str], similarity: Similarity) -> dict[Pair, float]:
    """(i, j), i < j, numbers of sentences of different texts -> how strongly they are aligned, 0 to 1.

    places, words: of each sentence; similarity: of those sentences. Pairs that are hardly alike are left out, and those
    alike in generic terms only (`generic.py`).
    """
    sights = [
        Sight(passage, place, frozenset((number,)), similarity.to_sentences(passage))
        for number, (passage, place) in enumerate(zip(similarity.passages, places, strict=True))
    ]
    best = [_best_two(sight, places) for sight in sights]
    copied = _copied(words)
    return {
        (i, j): judge(
            alike,
            sights[i],
            sights[j],
            _best_but(best[i][places[j].text], j),
            _best_but(best[j][places[i].text], i),
            copied=(i, j) in copied,
        )
        for i, j, alike in _candidates(sights, places, words)
        if alike >= SAME or (i, j) in copied or similarity.specific(sights[i].passage, sights[j].passage)
    }


def _candidates(
    sights: Sequence[Sight], places: Sequence[Place], words: Sequence[str]
) -> Iterator[tuple[int, int, float]]:
    """The pairs worth judging and how alike they are: somewhat alike, and in more than a single term."""
    for i, sight in enumerate(sights):
        for j, alike in sight.alike.items():
            if j > i and alike >= LEAST_ALIKE and places[i].text != places[j].text:
                shared = sight.passage.terms.keys() & sights[j].passage.terms.keys()
                if len(shared) > 1 or (alike >= SAME and len(words[i].split()) > 1):
                    yield i, j, alike


def _best_two(sight: Sight, places: Sequence[Place]) -> dict[int, list[tuple[float, int]]]:
    """Per text, the two sentences most like the one in sight: how alike, and their number."""
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, alike in sight.alike.items():
        found[places[number].text].append((alike, number))
    return {text: sorted(each, reverse=True)[:2] for text, each in found.items()}


def _best_but(best: Sequence[tuple[float, int]], number: int) -> float:
    """The highest of the best similarities that is not sentence `number`'s."""
    return next((alike for alike, other in best if other != number), 0.0)


def _copied(sentences: Sequence[str]) -> set[Pair]:
    """The pairs of sentences that have a run of words in common."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(sentences):
        for run in set(Words(words).runs(RUN_WORDS)):
            holders[run].append(number)
    return {pair for found in holders.values() for pair in combinations(found[:MOST_HOLDERS], 2)}
