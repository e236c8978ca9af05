"""Wording: the words one text uses far more or less than the others, and every use of a word in its line.

Not here: what a difference means. On a few short texts chance alone makes words look distinctive; each result
therefore says how many words were tested and how many of them chance would be expected to pick.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

from briefings.article import Span
from briefings.framing.steps import Ask, go_on

TOGETHER = 3
"""A word is tested when the texts have it at least so often together; rarer ones cannot tell texts apart."""
PRIOR = 100.0
"""The size, in words, of the prior: text worded as all texts together are, added to each."""
NOTABLE = 1.96
"""The |z| that chance alone reaches for one word in twenty."""
BY_CHANCE = 0.05
"""The part of the tested words that reach `NOTABLE` by chance alone."""
WIDTH = 40
"""The code points shown on either side of a word in a concordance."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_INITIALS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]\.){2,}")
_MOST_INITIALS = 4
"""How many capitals in a row are taken for initials where a word is asked for."""
_POSSESSIVE = re.compile(r"[’']s$")
_FUNCTION_WORDS = """
a about after again against all also although am among an and any are as at be because been before being between both
but by can could did do does doing down during each either else even ever every few for from further had has have
having he her here hers him his how however i if in into is it its itself just least less many may me might more most
much must my neither no nor not now of off often on once one only onto or other our out over own per rather said same
say says she should since so some still such than that the their them then there these they this those though through
to too toward under until up upon us very was we were what when where whether which while who whom whose why will with
within without would yet you your mr mrs ms
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


@dataclass(frozen=True, slots=True)
class DistinctiveWord:
    """A word that one text uses more, or less, than the others do.

    word: in lower case. count: how often this text has it. others: how often all the others have it together.
    z: the weighted log-odds ratio in standard errors; above 0: used more here. spans: where it stands in this text.
    """

    word: str
    count: int
    others: int
    z: float
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Distinctive:
    """What sets the wording of one text apart from the others'.

    words: those whose |z| is `NOTABLE` or more, the most overused first. size: the words counted in this text.
    tested: how many words were tested. by_chance: how many of them chance alone would be expected to list.
    """

    words: tuple[DistinctiveWord, ...]
    size: int
    tested: int
    by_chance: float


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One use of a word. index: of its text. span: where it stands. left, right: what stands around it, on one line."""

    index: int
    span: Span
    left: str
    right: str


def distinctive(texts: Sequence[str], ask: Ask = go_on) -> list[Distinctive]:
    """For each of `texts`, the words that set it apart from all the others together.

    Weighted log-odds ratio with an informative Dirichlet prior: Monroe, Colaresi and Quinn (2008), "Fightin' Words",
    Political Analysis 16(4), equations 16, 20 and 22; the prior is the wording of all texts together. Function words,
    numbers and words that stand fewer than `TOGETHER` times are not tested. With fewer than two texts nothing is, nor
    where all of them are one word over and over: it has no odds.
    """
    initials = {found.upper() for text in texts for found in _INITIALS.findall(text)}
    places = []
    for text in texts:
        ask()
        places.append(_places(text, initials))
    sizes = [sum(map(len, found.values())) for found in places]
    together = Counter[str]()
    for found in places:
        together.update({word: len(spans) for word, spans in found.items()})
    tested = [word for word, count in together.items() if count >= TOGETHER] if len(texts) > 1 < len(together) else []
    apart = []
    for found, size in zip(places, sizes, strict=True):
        ask()
        apart.append(_apart(found, size, sum(sizes), tested, together))
    return apart


def _apart(
    places: Mapping[str, list[tuple[int, int]]],
    size: int,
    all_words: int,
    tested: Sequence[str],
    together: Mapping[str, int],
) -> Distinctive:
    """What sets the text of `size` words apart whose words stand at `places`. together: the count of each word."""
    odds: dict[tuple[int, int], float] = {}
    words = []
    for word in tested:
        both = len(places.get(word, ())), together[word]
        if both not in odds:
            odds[both] = _log_odds(*both, size, all_words)
        if abs(odds[both]) >= NOTABLE:
            spans = tuple(Span(*place) for place in places.get(word, ()))
            words.append(DistinctiveWord(word, both[0], both[1] - both[0], odds[both], spans))
    words.sort(key=lambda word: (-word.z, word.word))
    return Distinctive(tuple(words), size, len(tested), BY_CHANCE * len(tested))


def concordance(texts: Sequence[str], word: str, width: int = WIDTH) -> list[ConcordanceLine]:
    """Every use of `word` in `texts`, by text and place, with `width` code points on either side.

    Upper and lower case are one; several words must stand in a row; a `*` at the end of a word stands for any ending.
    Initials (`US`, `u.s.`) are found with full stops and without, and without them in capitals alone.
    """
    parts = [_pattern(part) for part in word.split()]
    if not parts:
        return []
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)
    lines = []
    for index, text in enumerate(texts):
        for match in pattern.finditer(text):
            start, end = match.span()
            left, right = text[max(0, start - width) : start], text[end : end + width]
            lines.append(ConcordanceLine(index, Span(start, end), _on_one_line(left), _on_one_line(right)))
    return lines


def _pattern(word: str) -> str:
    letters = word.replace(".", "")
    if _INITIALS.fullmatch(word) or (word.isupper() and letters.isalpha() and len(letters) <= _MOST_INITIALS):
        dotted = "".join(rf"{letter}\." for letter in letters)
        return rf"(?:{dotted}|(?-i:{letters.upper()}))"
    return re.escape(word).replace(r"\*", r"[\w’'-]*")


def _places(text: str, initials: Collection[str]) -> dict[str, list[tuple[int, int]]]:
    """Where each word of `text` stands that is no function word. initials: those that a text writes with full stops;
    where they are written without, they are the same word."""
    spelled = {written.replace(".", ""): written.lower() for written in initials}
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for match in _WORD.finditer(text):
        words = _POSSESSIVE.sub("", match.group())
        if word := spelled.get(words) or _counted(words):
            found[word].append(match.span())
    return found


@lru_cache(maxsize=50_000)
def _counted(words: str) -> str:
    """What a word of a text is counted as: without its possessive ending, in lower case; empty for function words."""
    word = _POSSESSIVE.sub("", words.lower()).replace("’", "'")
    return word if word not in _FUNCTION and len(word) > 1 and "'" not in word else ""


def _log_odds(count: int, together: int, size: int, all_words: int) -> float:
    """The log-odds ratio, in standard errors, of a word that stands `count` times in a text of `size` words, and
    `together` times in all texts, of `all_words`."""
    others, rest = together - count, all_words - size
    prior = PRIOR * together / all_words
    here = log((count + prior) / (size + PRIOR - count - prior))
    there = log((others + prior) / (rest + PRIOR - others - prior))
    return (here - there) / sqrt(1 / (count + prior) + 1 / (others + prior))


def _on_one_line(words: str) -> str:
    """`words` with every white space a blank, so that a line stays a line and offsets stay true."""
    return re.sub(r"\s", " ", words)
