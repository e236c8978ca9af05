"""How strongly each two sentences of different texts are aligned. Not here: the evidence (`evidence.py`), or which of
them make a point (`grouping.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import combinations, groupby

from briefings.framing.evidence import Place, Sight, judge
from briefings.framing.reuse import runs_of
from briefings.framing.similarity import Similarity
from briefings.framing.steps import Ask, go_on

LEAST_ALIKE = 0.1
"""Sentences less alike than this are not judged."""

SAME = 0.95
"""Sentences of two words or more that are as alike as this may be judged on a single term."""

RUN_WORDS = 7
"""Sentences with so many words in a row in common quote or copy the same words."""

MOST_HOLDERS = 40
"""Of the sentences that hold one run of words so many are paired: enough for every text of a meeting."""

Pair = tuple[int, int]


def align(
    places: Sequence[Place], words: Sequence[Sequence[str]], similarity: Similarity, ask: Ask = go_on
) -> dict[Pair, float]:
    """(i, j), i < j, numbers of sentences of different texts -> how strongly they are aligned, 0 to 1.

    places, words: of each sentence, by text; similarity: of those sentences. Pairs that are hardly alike are left out,
    and those alike in generic terms only (`generic.py`).
    """
    sights = [Sight(passage, place) for passage, place in zip(similarity.passages, places, strict=True)]
    copied = _copied(words)
    texts = Numbers(places)
    waiting: list[dict[int, tuple[float, float]]] = [{} for _ in sights]
    found: dict[Pair, float] = {}
    for i, sight in enumerate(sights):
        ask()
        row, shared = similarity.row(sight.passage)
        later = texts.end[places[i].text]
        near = [j for j in shared if j >= later and row[j] >= LEAST_ALIKE]
        near = [j for j in near if _is_candidate(i, j, row[j], words, similarity, copied)]
        for j, rival in texts.rivals(row, near):
            waiting[j][i] = min(1.0, row[j]), rival
        for j, rival in texts.rivals(row, waiting[i]):
            alike, other = waiting[i][j]
            found[j, i] = judge(alike, sights[j], sight, other, rival, copied=(j, i) in copied)
        waiting[i].clear()
    return found


def _is_candidate(
    i: int, j: int, alike: float, words: Sequence[Sequence[str]], similarity: Similarity, copied: Container[Pair]
) -> bool:
    """Whether two sentences are worth judging: alike in more than a single term, and not in generic ones only."""
    a, b = similarity.passages[i], similarity.passages[j]
    if len(a.specific & b.specific) > 1:
        return True
    if alike >= SAME:
        return len(words[i]) > 1 or len(a.terms.keys() & b.terms.keys()) > 1
    several = len(a.terms.keys() & b.terms.keys()) > 1
    return several and ((i, j) in copied or similarity.specific(a, b) > 0)


class Numbers:
    """Which numbers the sentences of each text have. places: of the sentences, by text."""

    def __init__(self, places: Sequence[Place]) -> None:
        self.text_of = [place.text for place in places]
        self.first = {text: number for number, text in reversed([*enumerate(self.text_of)])}
        self.end = {text: number + 1 for number, text in enumerate(self.text_of)}

    def rivals(self, row: list[float], numbers: Iterable[int]) -> Iterator[tuple[int, float]]:
        """For each of the sentences `numbers` the highest entry of `row` for another sentence of its text."""
        for text, own in groupby(sorted(numbers), key=self.text_of.__getitem__):
            start, end = self.first[text], self.end[text]
            best = max(row[start:end])
            for number in own:
                if row[number] < best:
                    yield number, min(1.0, best)
                else:
                    yield number, min(1.0, max(row[start:number] + row[number + 1 : end], default=0.0))


def _copied(sentences: Sequence[Sequence[str]]) -> set[Pair]:
    """The pairs of sentences that have a run of words in common."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, keys in enumerate(sentences):
        for run in set(runs_of(keys, RUN_WORDS)):
            holders[run].append(number)
    return {pair for found in holders.values() for pair in combinations(found[:MOST_HOLDERS], 2)}
