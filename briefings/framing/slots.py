"""Slots: places of several sentences that say the same where each has a word of its own. Not here: which sentences say
the same (`passages.py`), or what is left out of account (`choices.py`).

Two kinds of evidence. Neighbours: different words between the same two words before and the same two words after, as
in substitution in aligned sentences (Barzilay and McKeown 2001, "Extracting Paraphrases from a Parallel Corpus").
Sense: words of one group of `synonyms.txt`, each close to the same word, name or number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, pairwise, permutations
from pathlib import Path
from typing import NamedTuple

from briefings.article import Span
from briefings.framing.reuse import Words
from briefings.framing.similarity import Similarity
from briefings.framing.terms import Term, TermKind, stem
from briefings.framing.word_ranges import words_in

LONGEST = 3
"""A place between neighbours holds so many words at most."""
NEAR = 3
"""A shared word stands close when it is at most the third from here, function words not counted."""
TOGETHER = 2
"""So many shared words stand close to both (a name counted once), or else one right beside both, on the same side."""
ACROSS = 3
"""... and so many where one of the two has the ending of a verb and the other has not."""
FIGURE = 100
"""A number from here on that agrees counts `ACROSS` by itself: hardly two of them are in a report by chance."""
MOST = 40
"""Of the words of one group on one point so many are held against each other at most."""
ROOT = 4
"""A word that holds the first so many letters of another is taken for a form of it where their endings differ ..."""
ENDING = 2
"""... in so many letters."""


class Word(NamedTuple):
    """A word of a sentence that is no function word.

    span: where it stands in the text. key: its stem. kind: as of a term. order: its number among such words.
    alike: for a number, the keys of those that agree with it. weight: what it counts as a shared word.
    is_verbal: whether it has the ending of a verb.
    """

    span: Span
    key: str
    kind: TermKind
    order: int
    alike: tuple[str, ...] = ()
    weight: int = 1
    is_verbal: bool = False


@dataclass(frozen=True)
class Use:
    """One sentence that carries a point.

    text: the index of its article. words: of the article, and numbers: those of the sentence in
    the outlet's own voice. content: those of them that are no function words.
    """

    text: int
    words: Words
    numbers: Sequence[int]
    content: tuple[Word, ...]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The stems of `content`."""
        return frozenset(word.key for word in self.content)

    @cached_property
    def told(self) -> dict[int, Word]:
        """The words of `content` by the numbers of the article's words they stand in."""
        spans = self.words.spans
        told = {}
        for word in self.content:
            inside = words_in(self.words, word.span)
            first = inside.start - (inside.start > 0 and spans[inside.start - 1].end > word.span.start)
            told.update(dict.fromkeys(range(first, inside.stop), word))
        return told


class Slot(NamedTuple):
    """A place and what stands in it: index of the text -> span; beside: (index, span) of the words it is known by."""

    words: dict[int, Span]
    beside: tuple[tuple[int, Span], ...]


def make_use(
    text: int, span: Span, words: Words, terms: Sequence[Term], quoted: Sequence[Span], similarity: Similarity
) -> Use:
    """The sentence at `span` without what stands in `quoted`; terms: its own, their spans within it."""
    content = [_word(span.start, term, order, similarity) for order, term in enumerate(terms)]
    numbers: Sequence[int] = words_in(words, span)
    if quoted:
        numbers = [n for n in numbers if not any(q.overlaps(words.spans[n]) for q in quoted)]
        content = [word for word in content if not any(q.overlaps(word.span) for q in quoted)]
    return Use(text, words, numbers, tuple(content))


def _word(start: int, term: Term, order: int, similarity: Similarity) -> Word:
    """A term of the sentence that begins at `start` as a word."""
    return Word(
        span=Span(start + term.start, start + term.end),
        key=term.key,
        kind=term.kind,
        order=order,
        alike=tuple(similarity.related(term.key)) if term.kind == "number" else (),
        weight=ACROSS if term.value is not None and term.value >= FIGURE else 1,
        is_verbal=term.words.lower().endswith(("ed", "ing")),
    )


def same_neighbours(uses: Sequence[Use]) -> list[Slot]:
    """The places between the same neighbours in sentences of two texts or more, with different words in them."""
    places: dict[tuple[str, str, str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for number, use in enumerate(uses):
        keys, own = use.words.keys, use.numbers
        for at in range(2, len(own) - 2):
            for size in range(1, min(LONGEST, len(own) - 2 - at) + 1):
                if own[at + size + 1] - own[at - 2] == size + 3:
                    first = own[at]
                    around = (keys[first - 2], keys[first - 1], keys[first + size], keys[first + size + 1])
                    places[around].append((number, first, size))
    slots = [_between(uses, found) for found in places.values() if len(found) > 1]
    return [slot for slot in slots if slot is not None]


def _between(uses: Sequence[Use], found: Sequence[tuple[int, int, int]]) -> Slot | None:
    """The place with these neighbours (use, first word, words), where each text has one telling word of its own in it
    and all have the same function words."""
    words: dict[int, Span] = {}
    told: dict[int, Word] = {}  # by the number of the use
    others: set[frozenset[str]] = set()
    beside: list[tuple[int, Span]] = []
    for number, first, size in found:
        use = uses[number]
        here = range(first, first + size)
        inside = dict.fromkeys(use.told[n] for n in here if n in use.told)
        is_known = all(
            any(n in use.told for n in side) for side in ((first - 2, first - 1), (here.stop, here.stop + 1))
        )
        if use.text in words or not is_known or len(inside) != 1 or (word := next(iter(inside))).kind != "word":
            continue
        words[use.text], told[number] = use.words.span(first, size), word
        beside += [(use.text, use.words.span(first - 2, 2)), (use.text, use.words.span(here.stop, 2))]
        others.add(frozenset(use.words.keys[n] for n in here if n not in use.told))
    if len({word.key for word in told.values()}) < 2 or len(others) > 1:
        return None
    if any(_is_crossed(word, uses[b], other) for (_, word), (b, other) in permutations(told.items(), 2)):
        return None
    return Slot(words, tuple(beside))


def same_sense(uses: Sequence[Use]) -> list[Slot]:
    """The words of one group of `synonyms.txt` in sentences of two texts or more that stand near the same words."""
    found: dict[int, list[tuple[int, Word]]] = defaultdict(list)
    of_key = groups()
    for number, use in enumerate(uses):
        for word in use.content:
            if word.kind == "word":
                for group in of_key.get(word.key, ()):
                    found[group].append((number, word))
    slots = []
    for _, nodes in sorted(found.items()):
        if len({word.key for _, word in nodes}) > 1 and len({uses[number].text for number, _ in nodes}) > 1:
            slots += list(_linked(uses, nodes[:MOST]))
    return slots


def _linked(uses: Sequence[Use], nodes: Sequence[tuple[int, Word]]) -> Iterator[Slot]:
    """The words of one group, (use, word), put together where all stand near the same words."""
    near = [_near(uses[number], word) for number, word in nodes]
    pairs = []
    for i, j in combinations(range(len(nodes)), 2):
        (a, one), (b, other) = nodes[i], nodes[j]
        crossed = _is_crossed(one, uses[b], other) or _is_crossed(other, uses[a], one)
        if uses[a].text != uses[b].text and not crossed and (sure := _sureness(one, near[i], other, near[j])):
            pairs.append((-sure, i, j))
    linked = {(i, j) for _, i, j in pairs}
    where: dict[int, list[int]] = {}
    for _, i, j in sorted(pairs):
        left, right = where.get(i, [i]), where.get(j, [j])
        if left is not right and all((min(x, y), max(x, y)) in linked for x in left for y in right):
            merged = sorted(left + right)
            where.update(dict.fromkeys(merged, merged))
    for members in {id(found): found for found in where.values()}.values():
        if len({nodes[member][1].key for member in members}) > 1:
            yield _slot(uses, nodes, near, members)


def _is_crossed(one: Word, use: Use, other: Word) -> bool:
    """Whether two different words cannot be put beside each other: `use`, which has the other, has the one as well, or
    they are forms of one word."""
    return one.key != other.key and (one.key in use.keys or _is_form(one.key, other.key))


def _sureness(one: Word, near_one: Mapping[str, Word], other: Word, near_other: Mapping[str, Word]) -> int:
    """By how many shared words, a name counted once, two words stand in one place; 0 where that is not enough."""
    shared = near_one.keys() & near_other.keys()
    count = min(_apart([near[key] for key in shared]) for near in (near_one, near_other)) if shared else 0
    if count >= (TOGETHER if one.is_verbal == other.is_verbal else ACROSS):
        return count
    if one.is_verbal != other.is_verbal:
        return 0
    sides = {(near_one[key].order - one.order, near_other[key].order - other.order) for key in shared}
    return int(bool(sides & {(1, 1), (-1, -1)}))


def _apart(words: Sequence[Word]) -> int:
    """What `words` count together when those of one name are one."""
    ordered = sorted(set(words))
    named = ((one.kind, other.kind, other.span.start - one.span.end) for one, other in pairwise(ordered))
    return sum(word.weight for word in ordered) - sum(a == b == "name" and gap <= 1 for a, b, gap in named)


def _slot(
    uses: Sequence[Use], nodes: Sequence[tuple[int, Word]], near: Sequence[Mapping[str, Word]], members: Sequence[int]
) -> Slot:
    words = {uses[nodes[member][0]].text: nodes[member][1].span for member in members}
    shared = {key for i, j in combinations(members, 2) for key in near[i].keys() & near[j].keys()}
    beside = [(uses[nodes[m][0]].text, word.span) for m in members for key, word in near[m].items() if key in shared]
    return Slot(words, tuple(dict.fromkeys(sorted(beside))))


def _near(use: Use, word: Word) -> dict[str, Word]:
    """The words close to one by stem; numbers by those that agree with them too."""
    close = [other for other in use.content if 0 < abs(other.order - word.order) <= NEAR]
    return {key: other for other in close for key in (other.key, *other.alike)}


def _is_form(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, and not two words for one thing: migration, migrant."""
    shorter, longer = sorted((one, other), key=len)
    return shorter[:ROOT] in longer and shorter[-ENDING:] != longer[-ENDING:]


@cache
def groups() -> Mapping[str, tuple[int, ...]]:
    """For each stem of `synonyms.txt` the numbers of its groups; words of two parts are left out."""
    found: dict[str, list[int]] = defaultdict(list)
    lines = (Path(__file__).parent / "synonyms.txt").read_text("utf-8").splitlines()
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            for key in dict.fromkeys(stem(word) for word in line.split() if "-" not in word):
                found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}
