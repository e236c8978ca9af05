"""Utterances: the same words of a speaker as several articles quote them. Not here: finding quotes (`quotes.py`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefings.framing.quotes import Quote, Utterance

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
SHINGLE = 4
"""Words in a row that two quotes must share."""


def same_utterances(texts: Sequence[str], quotes: Sequence[Sequence[Quote]]) -> list[Utterance]:
    """The utterances that two or more of `texts` quote; `quotes` are those of each text, in the order of `texts`."""
    members = [(index, quote) for index, found in enumerate(quotes) for quote in found]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (index, quote) in enumerate(members):
        words = [w.lower() for w in _WORD.findall(quote.content.of(texts[index]))]
        for start in range(len(words) - SHINGLE + 1):
            holders[tuple(words[start : start + SHINGLE])].append(number)
    parent = list(range(len(members)))
    for numbers in holders.values():
        for number in numbers[1:]:
            parent[_root(parent, number)] = _root(parent, numbers[0])
    groups: dict[int, list[tuple[int, Quote]]] = defaultdict(list)
    for number, member in enumerate(members):
        groups[_root(parent, number)].append(member)
    return [Utterance(tuple(group)) for group in groups.values() if len({index for index, _ in group}) > 1]


def _root(parent: list[int], number: int) -> int:
    while parent[number] != number:
        parent[number] = parent[parent[number]]
        number = parent[number]
    return number
