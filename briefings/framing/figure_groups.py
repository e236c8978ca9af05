"""Figure groups: figures of several articles that count the same thing. Not here: finding figures (`figures.py`).

Precision first: a difference is claimed only where unit and counted noun are the same, the values are close, and the
two sentences share most of their words; two figures that agree need less. A figure has one partner in each other
article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefings.article import Span
from briefings.framing.counted import STOPS
from briefings.framing.figures import Figure, FigureGroup
from briefings.framing.precision import agree
from briefings.framing.sentences import sentences
from briefings.framing.steps import Ask, asking, go_on

CLOSE = 1.5
"""Values further apart than this factor are not taken for the same count."""
SMALL = 12
"""Counts up to this agree by chance; they need the shared words that a difference needs."""
TELLING = 100
"""From this value on, figures that agree need a shared noun and a shared word, or two shared words."""
SHARED_WORDS = 4
"""The words that the sentences of two figures that differ must share, the counted noun aside."""
SHARED_PART = 0.4
"""... and the part of the shorter sentence's words that these must be."""
NAMELESS = 0.3
"""... and so much more of them where only the unit says what is counted."""
COMMON_PART = 0.25
"""Words in more than this part of all sentences with figures tell nothing."""
NEAREST = 1000
"""A figure is held against so many of the next higher values at most: a long table is no meeting's report."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NAME = re.compile(r"[A-Z][\w’'-]*(?:[ \u00a0][A-Z][\w’'-]*)+")
_CLOCK = re.compile(r"\b\d{1,2}(?::\d\d)?[ \u00a0]?[ap]\.?m\b|\b(?:noon|midnight)\b", re.IGNORECASE)
_RATE = re.compile(
    r"\b(?:(?:per|each|every|a) (?:day|week|month|year|hour|person|share)|(?:dai|week|month|year|annual)ly|annual)\b"
)
_MONTHS = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}
)
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure in its sentence.

    text: the index of its article. place: where its sentence starts. head: the noun counted, singular.
    kind: the whole noun phrase counted. words: the other words of the sentence. names: those of them that are only
        parts of a name, its last word aside. times: the months, days and years it names. hour: whether it names one.
    rate: whether it is so many a day, a year.
    """

    text: int
    place: int
    figure: Figure
    head: str
    kind: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    times: tuple[frozenset[str], ...]
    hour: bool
    rate: bool


def group_figures(
    texts: Sequence[str],
    figures: Sequence[Sequence[Figure]],
    spans: Sequence[Sequence[Span]] | None = None,
    ask: Ask = go_on,
) -> list[FigureGroup]:
    """Figures of two or more of `texts` that count the same thing; `figures` are those of each text, in order.

    spans: the sentences of each text, where they are known already.
    """
    known = spans if spans is not None else [sentences(text) for text in texts]
    found = (one for index, text in enumerate(texts) for one in _stated(index, text, figures[index], known[index]))
    stated = _without_common(list(asking(found, ask)))
    group = list(range(len(stated)))
    partners: set[tuple[int, int]] = set()
    for _, a, b in sorted(_pairs(stated, ask), key=lambda pair: (-pair[0], pair[1:])):
        if (a, stated[b].text) in partners or (b, stated[a].text) in partners:
            continue
        partners |= {(a, stated[b].text), (b, stated[a].text)}
        first, second = sorted((_first(group, a), _first(group, b)))
        group[second] = first
    members: dict[int, list[_Stated]] = defaultdict(list)
    for number, one in enumerate(stated):
        members[_first(group, number)].append(one)
    return [_group(found) for found in members.values() if len({one.text for one in found}) > 1]


def _group(members: list[_Stated]) -> FigureGroup:
    figures = [one.figure for one in members]
    same = all(agree(a, b) for n, a in enumerate(figures) for b in figures[n + 1 :])
    return FigureGroup(tuple((one.text, one.figure) for one in members), "agree" if same else "differ")


def _stated(index: int, text: str, figures: Sequence[Figure], spans: Sequence[Span]) -> Iterator[_Stated]:
    """Each figure of one text in its sentence, which is one of `spans`."""
    following = iter(spans)
    sentence = next(following, Span(0, len(text)))
    for figure in figures:
        while sentence.end <= figure.span.start:
            sentence = next(following, Span(sentence.end, len(text)))
        said = sentence.of(text)
        words = [_stem(word) for word in _WORD.findall(said.lower())]
        kind = frozenset(_stem(word) for word in figure.about.lower().split())
        names = frozenset(_stem(w) for name in _NAME.findall(said) for w in _WORD.findall(name.lower())[:-1])
        head = _stem(figure.about.split()[-1].lower()) if figure.about else ""
        useful = frozenset(word for word in words if len(word) > 2 and word not in STOPS and word != head)
        times = (useful & _MONTHS, useful & _DAYS, frozenset(_YEAR.findall(said)))
        hour = _CLOCK.search(said) is not None
        near = text[figure.span.end : figure.span.end + 40]
        rate = _RATE.search(near) is not None
        yield _Stated(index, sentence.start, figure, head, kind, useful, names, times, hour, rate)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    """A word without possessive and plural ending."""
    word = re.sub(r"[’']s?$", "", word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _without_common(stated: list[_Stated]) -> list[_Stated]:
    """`stated`, the words left out that stand in many of the sentences."""
    sentences = {(one.text, one.place): one.words for one in stated}
    counts = Counter(word for words in sentences.values() for word in words)
    limit = max(len({one.text for one in stated}), COMMON_PART * len(sentences))
    common = {word for word, count in counts.items() if count > limit}
    return [replace(one, words=one.words - common) for one in stated]


def _pairs(stated: list[_Stated], ask: Ask) -> Iterator[tuple[float, int, int]]:
    """Figures of different texts that count the same thing: how sure that is, and the two numbers."""
    order = sorted(
        (n for n, one in enumerate(stated) if one.words), key=lambda n: (stated[n].figure.unit, stated[n].figure.value)
    )
    for at, a in enumerate(order):
        ask()
        one = stated[a].figure
        for b in order[at + 1 : at + 1 + NEAREST]:
            other = stated[b].figure
            if other.unit != one.unit or other.value > CLOSE * max(one.value, 0.0):
                break
            if stated[a].text != stated[b].text and (sure := _sameness(stated[a], stated[b])):
                yield sure, a, b


def _sameness(a: _Stated, b: _Stated) -> float:
    """How sure it is that two figures count the same thing; 0 where too little says so."""
    if (
        a.rate != b.rate
        or a.words.isdisjoint(b.words)
        or any(x and y and not x & y for x, y in zip(a.times, b.times, strict=True))
    ):
        return 0.0
    if not agree(a.figure, b.figure):
        return _difference(a, b)
    shared = len(a.words & b.words)
    same_noun = a.head == b.head
    if a.figure.value >= TELLING and shared >= (1 if same_noun and a.head else 2):
        return 10.0 + shared + 5 * same_noun
    part = _part(a, b, shared)
    small = max(a.figure.value, b.figure.value) <= SMALL
    enough = shared >= (SHARED_WORDS if small else 2) and part >= SHARED_PART
    return 5.0 + shared + part if same_noun and enough else 0.0


def _difference(a: _Stated, b: _Stated) -> float:
    """How sure it is that two figures that do not agree count the same thing; a name of several words is one word."""
    if a.kind != b.kind or a.hour != b.hour or not (a.kind or a.figure.unit):
        return 0.0
    shared = len((a.words & b.words) - (a.names & b.names))
    part = _part(a, b, len(a.words & b.words))
    small = max(a.figure.value, b.figure.value) <= SMALL
    enough = shared >= SHARED_WORDS + small and part >= SHARED_PART + (0 if a.kind else NAMELESS)
    return shared + part if enough else 0.0


def _part(a: _Stated, b: _Stated, shared: int) -> float:
    """The part that `shared` words are of the words of the shorter sentence."""
    return shared / max(1, min(len(a.words), len(b.words)))


def _first(group: list[int], number: int) -> int:
    """The number of the first figure in the group of `number`."""
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number
