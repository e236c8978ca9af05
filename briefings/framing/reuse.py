"""Shared runs: the same words in two texts. Not here: passages that say the same in other words (`passages.py`).

A run is maximal: it can be made longer on neither side. Found with a suffix automaton (Blumer and others 1985, "The
smallest automaton recognizing the subwords of a text"): exact, and linear in the words of both texts however often they
repeat themselves. Texts that share no run at all, the usual case, are told apart by their n-grams before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from sys import intern
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.steps import Ask, go_on

LEAST_WORDS = 10
"""How many words in a row make a shared run: fewer are often a title with a name or a set phrase."""

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_OFTEN = 4096
"""After so many words of an automaton the reader is asked whether to go on."""


class SharedRun(NamedTuple):
    """The same words in two texts, case, quotation marks and punctuation aside: their span in each."""

    a: Span
    b: Span


class Words:
    """The words of one text, ready to be held against others.

    keys: each word in lower case, apostrophes straight. spans: where each stands (code points).
    """

    def __init__(self, text: str) -> None:
        straight = text.replace("’", "'")
        self.keys = tuple(map(intern, map(str.lower, _WORD.findall(straight))))
        self.spans = tuple(Span._make(match.span()) for match in _WORD.finditer(straight))
        self._automaton: Automaton | None = None

    def automaton(self, ask: Ask = go_on) -> Automaton:
        """The suffix automaton of the words, made once."""
        if self._automaton is None:
            self._automaton = Automaton(self.keys, ask)
        return self._automaton

    def runs(self, count: int) -> Iterator[tuple[str, ...]]:
        """Every run of `count` words, in order."""
        return runs_of(self.keys, count)

    def span(self, first: int, count: int) -> Span:
        """Where `count` words from word `first` on stand."""
        return Span(self.spans[first].start, self.spans[first + count - 1].end)


def runs_of(keys: Sequence[str], count: int) -> Iterator[tuple[str, ...]]:
    """Every run of `count` of the words `keys`, in order."""
    return zip(*(keys[start:] for start in range(count)), strict=False)


class Automaton:
    """A suffix automaton over words: a state stands for runs that end at the same places.

    moves: per state, word -> next state. link: per state, the state of its longest run that ends at more places.
    length: per state, the words in its longest run. first_end: per state, where its runs first end (word index).
    """

    def __init__(self, keys: Sequence[str], ask: Ask = go_on) -> None:
        self.moves: list[dict[str, int]] = [{}]
        self.link, self.length, self.first_end = [-1], [0], [-1]
        last = 0
        for place, key in enumerate(keys):
            if not place % _OFTEN:
                ask()
            last = self._extend(last, key, place)

    def _extend(self, last: int, key: str, place: int) -> int:
        """Add a word after state `last`; returns the state of the whole text so far."""
        new = self._state({}, -1, self.length[last] + 1, place)
        state = last
        while state != -1 and key not in self.moves[state]:
            self.moves[state][key] = new
            state = self.link[state]
        self.link[new] = 0 if state == -1 else self._split(state, key)
        return new

    def _split(self, state: int, key: str) -> int:
        """The state that `key` leads to from `state`, split off where longer runs lead there too."""
        follower = self.moves[state][key]
        if self.length[follower] == self.length[state] + 1:
            return follower
        copy = self._state(
            dict(self.moves[follower]), self.link[follower], self.length[state] + 1, self.first_end[follower]
        )
        self.link[follower] = copy
        while state != -1 and self.moves[state].get(key) == follower:
            self.moves[state][key] = copy
            state = self.link[state]
        return copy

    def _state(self, moves: dict[str, int], link: int, length: int, first_end: int) -> int:
        self.moves.append(moves)
        self.link.append(link)
        self.length.append(length)
        self.first_end.append(first_end)
        return len(self.length) - 1

    def longest(self, keys: Sequence[str]) -> Iterator[tuple[int, int]]:
        """For each word of `keys`: the length of the longest run ending there that the text has, and its first end."""
        state = matched = 0
        for key in keys:
            while state and key not in self.moves[state]:
                state = self.link[state]
                matched = self.length[state]
            if key in self.moves[state]:
                state, matched = self.moves[state][key], matched + 1
            yield matched, self.first_end[state]


def shared_runs(a: str, b: str, *, words: int = LEAST_WORDS) -> list[SharedRun]:
    """Every maximal run of at least `words` words that stands in both texts, by its place in `a`, then in `b`.

    Case, quotation marks and punctuation do not count. Where a run stands several times in one text, each of its places
    is paired with a place in the other text, not with all of them. Raises ValueError when `words` is under 1.
    """
    if words < 1:
        raise ValueError(f"a run has at least one word, not {words}")
    return runs_between(Words(a), Words(b), words)


def runs_between(a: Words, b: Words, words: int = LEAST_WORDS, ask: Ask = go_on) -> list[SharedRun]:
    """`shared_runs` of texts whose words are already known."""
    if set(a.runs(words)).isdisjoint(b.runs(words)):
        return []
    pairs = {(i, j, n) for i, j, n in _maximal(a, b, words, ask)}
    pairs |= {(j, i, n) for i, j, n in _maximal(b, a, words, ask)}
    return sorted(SharedRun(a.span(i, n), b.span(j, n)) for i, j, n in pairs)


def _maximal(a: Words, b: Words, words: int, ask: Ask) -> Iterator[tuple[int, int, int]]:
    """The longest runs of `b` that `a` has too: first word in `a` (its first place), first word in `b`, how many."""
    found = list(a.automaton(ask).longest(b.keys))
    for place, (matched, end) in enumerate(found):
        goes_on = place + 1 < len(found) and found[place + 1][0] == matched + 1
        if matched >= words and not goes_on:
            yield end - matched + 1, place - matched + 1, matched
