"""What a point is called and what it rests on, in its members' own words. Not here: which sentences belong together."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.generic import is_generic
from briefings.framing.phrases import LEAST, MOST, phrases
from briefings.framing.similarity import Passage, Similarity
from briefings.framing.terms import Term, names

UNSHARED = 1.0
"""What each word of a label that the members do not share takes off its worth."""

BREVITY = 0.03
"""... and each word."""

REASONS = 6
"""So many shared words or phrases are named at most."""

_TELLING = {"number": 1.3, "name": 1.2, "word": 1.0}
_GENERIC = 0.3
"""What a generic term is worth beside another one."""
_CUE_AFTER = re.compile(r",?\s(?:said|says|told|announced|added|reported|confirmed|tweeted|wrote)\b")
_CUE_BEFORE = re.compile(r"\b(?:said|says|told|according to)\s(?:the\s|an?\s)?(?:\w+\s)?$")
_LOOK_BACK = 80
"""Code points before a phrase in which the word that reports it is looked for."""
_PAUSE = re.compile(r"[;:“”\"()\[\]\n]|,(?!\d)|\.\s")


class Member(NamedTuple):
    """A member of a point: the index of its text, its words, and its terms."""

    text: int
    words: str
    passage: Passage


def describe(members: Sequence[Member], similarity: Similarity) -> tuple[str, tuple[str, ...]]:
    """The label of a point, and what it rests on, weightiest first."""
    shared = _shared(members, similarity)

    def worth(phrase: Sequence[Term]) -> float:
        found = {term.key: _GENERIC if is_generic(term) else _TELLING[term.kind] for term in phrase}
        return sum(similarity.weight(key) * shared[key] * telling for key, telling in found.items())

    runs = {tuple(t.key for t in found): (found, m) for m in reversed(members) for found in _phrases(m, shared)}
    weighty = sorted(runs.items(), key=lambda item: (-worth(item[1][0]), item[0]))
    reasons = _without_parts([(keys, _plain(_spanned(m, found))) for keys, (found, m) in weighty])
    candidates = [found for member in members for found in _candidates(member, shared, worth)]
    candidates = candidates or [found for member in members for found in _stretches(member, shared, worth)]
    label = max(candidates, key=lambda found: found[0], default=(0.0, ""))[1]
    return label or _opening(members[0].words), tuple(reasons[:REASONS])


def _shared(members: Sequence[Member], similarity: Similarity) -> dict[str, int]:
    """The terms that members in different texts share, numbers that agree included -> how many texts have each."""
    carriers: dict[str, set[int]] = defaultdict(set)
    for member in members:
        for key, term in member.passage.terms.items():
            carriers[key].add(member.text)
            if term.kind == "number":
                for other in similarity.related(key):
                    carriers[other].add(member.text)
    return {key: len(texts) for key, texts in carriers.items() if len(texts) > 1}


def _phrases(member: Member, shared: Mapping[str, int]) -> Iterator[list[Term]]:
    """The shared terms of a member, those of one name together."""
    yield from names([term for term in member.passage.all_terms if term.key in shared])


def _candidates(
    member: Member, shared: Mapping[str, int], worth: Callable[[Sequence[Term]], float]
) -> Iterator[tuple[float, str]]:
    """The noun-like phrases of a member that hold a shared term, and what each is worth as a label; not its source."""
    for phrase in phrases(member.words):
        words = " ".join(phrase.of(member.words).split())
        found = [t for t in member.passage.all_terms if phrase.start <= t.start and t.end <= phrase.end]
        common = [term for term in found if term.key in shared]
        if common and not _names_source(member.words, phrase):
            value = sum(worth(run) / math.sqrt(len(run)) for run in names(common))
            value -= UNSHARED * (len(found) - len(common)) + BREVITY * len(words.split())
            if value > 0:
                yield value, words


def _names_source(words: str, phrase: Span) -> bool:
    """Whether a phrase stands beside the word that reports speech: it says who told, not what."""
    before = max(0, phrase.start - _LOOK_BACK)
    return bool(_CUE_AFTER.match(words, phrase.end) or _CUE_BEFORE.search(words, before, phrase.start))


def _stretches(
    member: Member, shared: Mapping[str, int], worth: Callable[[Sequence[Term]], float]
) -> Iterator[tuple[float, str]]:
    """The stretches of a member that start and end with a shared term, for members without a noun-like phrase."""
    found = [term for term in member.passage.all_terms if term.key in shared]
    for first, opening in enumerate(found):
        for last in range(first, min(len(found), first + MOST)):
            words = member.words[opening.start : found[last].end]
            if len(words.split()) > MOST or _PAUSE.search(words):
                break
            if len(words.split()) < LEAST:
                continue
            yield worth(found[first : last + 1]) - BREVITY * len(words.split()), words


def _without_parts(phrases: Sequence[tuple[tuple[str, ...], str]]) -> list[str]:
    """The words of the phrases, given by their keys, all of whose terms no earlier phrase has named."""
    named: set[str] = set()
    kept = []
    for keys, words in phrases:
        if not named.issuperset(keys):
            kept.append(words)
            named.update(keys)
    return kept


def _spanned(member: Member, phrase: Sequence[Term]) -> str:
    return member.words[phrase[0].start : phrase[-1].end]


def _plain(words: str) -> str:
    return " ".join(words.split()).removesuffix("'s").removesuffix("’s")


def _opening(words: str) -> str:
    return " ".join(words.split()[:MOST])
