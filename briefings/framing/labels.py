"""What a point is called and what it rests on, in its members' own words. Not here: which sentences belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefings.framing.similarity import Passage, Similarity
from briefings.framing.terms import Term, names

LABEL_WORDS = 5
"""A label has so many words at most."""

REASONS = 6
"""So many shared words or phrases are named at most."""

_TELLING = {"number": 1.3, "name": 1.2, "word": 1.0}
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
        kinds = {term.key: term.kind for term in phrase}
        return sum(similarity.weight(key) * shared[key] * _TELLING[kind] for key, kind in kinds.items())

    phrases = {tuple(t.key for t in found): (found, m) for m in reversed(members) for found in _phrases(m, shared)}
    weighty = sorted(phrases.items(), key=lambda item: (-worth(item[1][0]), item[0]))
    reasons = _without_parts([(keys, _plain(_spanned(m, found))) for keys, (found, m) in weighty])
    labels = [window for member in members for window in _windows(member, shared, worth)]
    label = max(labels, key=lambda found: found[0], default=(0.0, ""))[1]
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


def _windows(
    member: Member, shared: Mapping[str, int], worth: Callable[[Sequence[Term]], float]
) -> Iterator[tuple[float, str]]:
    """The stretches of a member that start and end with a shared term, and what each is worth as a label."""
    found = [term for term in member.passage.all_terms if term.key in shared]
    for first, opening in enumerate(found):
        for last in range(first, min(len(found), first + LABEL_WORDS)):
            words = member.words[opening.start : found[last].end]
            count = len(words.split())
            if count > LABEL_WORDS or _PAUSE.search(words):
                break
            yield worth(found[first : last + 1]) - 0.1 * count, words


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
    return " ".join(words.split()[:LABEL_WORDS])
