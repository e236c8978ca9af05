"""Utterances: the same words of a speaker as several articles quote them. Not here: finding quotes (`quotes.py`).

Two quotes render one utterance when most of the shorter one stands in the longer one, word for word in runs of three:
the containment of shingles of Broder (1997), "On the resemblance and containment of documents". So a quote that an
outlet cut still meets the whole one. Very short quotes must be the same words, of speakers that can be the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from briefings.framing.quotes import Quote, Utterance
from briefings.framing.steps import Ask, go_on

SHINGLE = 3
"""Words in a row that are compared."""
CONTAINED = 0.5
"""The share of the shorter quote's runs that must stand in the longer one."""
SHARED = 3
"""Runs that two quotes must share at least: five words in a row, or two stretches of four."""
SHORT = 6
"""A quote of up to this many words is compared whole."""
COMMON = 40
"""Runs that stand in more quotes than this say nothing; so the time stays linear."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ASIDE = re.compile(r"\([^()]*\)|[\[\]]")
_SPOKEN = frozenset({"direct", "mixed"})


@dataclass(frozen=True, slots=True)
class _Said:
    """A quote with its words. text: the index of its article. words: said, in lower case. runs: of three words."""

    text: int
    quote: Quote
    words: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]


def same_utterances(texts: Sequence[str], quotes: Sequence[Sequence[Quote]], ask: Ask = go_on) -> list[Utterance]:
    """The utterances that two or more of `texts` quote, by the place of their first member.

    quotes: those of each text, in the order of `texts`; only direct and mixed ones are compared.
    """
    said = [_said(index, texts[index], quote) for index, found in enumerate(quotes) for quote in found]
    said = [one for one in said if one.quote.kind in _SPOKEN and len(one.words) > 1]
    group = list(range(len(said)))
    for a, b in _candidates(said):
        ask()
        if _is_same(said[a], said[b]):
            group[_first(group, a)] = group[_first(group, b)] = min(_first(group, a), _first(group, b))
    members: dict[int, list[tuple[int, Quote]]] = defaultdict(list)
    for number, one in enumerate(said):
        members[_first(group, number)].append((one.text, one.quote))
    return [Utterance(tuple(found)) for found in members.values() if len({index for index, _ in found}) > 1]


def _said(index: int, text: str, quote: Quote) -> _Said:
    """The words of a quote, without what an outlet put in brackets."""
    words: list[str] = []
    for part in quote.parts or (quote.content,):
        words += (word.lower().replace("’", "'") for word in _WORD.findall(_ASIDE.sub("", part.of(text))))
    runs = frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return _Said(index, quote, tuple(words), runs)


def _candidates(said: list[_Said]) -> list[tuple[int, int]]:
    """Pairs of quotes of different articles that share a run, or are short and the same."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        for run in one.runs or {one.words}:
            holders[run].append(number)
    pairs: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= COMMON:
            pairs.update((a, b) for a, b in combinations(numbers, 2) if said[a].text != said[b].text)
    return sorted(pairs)


def _is_same(a: _Said, b: _Said) -> bool:
    """Whether two quotes render one utterance."""
    shorter, longer = sorted((a, b), key=lambda one: len(one.words))
    if len(shorter.words) <= SHORT:
        return _stands_in(shorter.words, longer.words) and _can_be_one(a.quote.speaker, b.quote.speaker)
    shared = len(shorter.runs & longer.runs)
    return shared >= SHARED and shared >= CONTAINED * len(shorter.runs)


def _stands_in(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a short quote stands in a longer one word for word; one of a word or two must be all of it."""
    if len(short) < SHINGLE:
        return short == long
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _can_be_one(a: str | None, b: str | None) -> bool:
    """Whether two speakers can be one: they share a word, or one of them is not known by name."""
    if not (a and b and a[0].isupper() and b[0].isupper()):
        return True
    return bool(set(_WORD.findall(a.lower())) & set(_WORD.findall(b.lower())))


def _first(group: list[int], number: int) -> int:
    """The number of the first quote in the group of `number`."""
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number
