"""How alike the passages of several texts are, in the words of those texts. Not here: what is a point (`passages.py`).

Cosine of idf vectors (Salton and Buckley 1988) over stems, names and numbers, the document frequency counted over the
sentences of the texts themselves: what the whole meeting is about weighs little, what few sentences say weighs much.
Terms that are not equal but related (`related.py`) count in part.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from briefings.framing.generic import is_generic
from briefings.framing.related import Relations, relate
from briefings.framing.steps import Ask, asking, go_on
from briefings.framing.terms import Term, is_negated, names, terms

SMOOTHING = 3.0
"""Added to a term's frequency: keeps words that stand once from outweighing everything."""

COMMON = 400
"""A term in more sentences than this finds no candidates: keeps very long texts from being all compared with all."""

LEAST_WEIGHT = 0.01


class Passage:
    """A passage, ready to be compared.

    all_terms: in order. terms: key -> its first term. weights: key -> weight. norm: the length of the weight vector.
    numbers: the values it states. specific: the keys of what is not generic. negated: whether it denies something.
    """

    __slots__ = ("all_terms", "negated", "norm", "numbers", "specific", "terms", "weights")

    def __init__(self, text: str, found: Sequence[Term]) -> None:
        self.all_terms = tuple(found)
        self.terms = {term.key: term for term in reversed(found)}
        self.numbers = sorted({term.value for term in found if term.value is not None})
        self.negated = is_negated(text)
        self.weights: dict[str, float] = {}
        self.norm = 0.0
        self.specific = frozenset(key for key, term in self.terms.items() if not is_generic(term))


class Similarity:
    """The similarity of passages in the context of the sentences of a meeting's texts.

    passages: the sentences, by number.
    """

    def __init__(self, sentences: Sequence[str], common: int = COMMON, ask: Ask = go_on) -> None:
        """common: a term in more sentences than this finds no candidates."""
        self.common = common
        self.passages = [Passage(words, terms(words)) for words in asking(sentences, ask, 256)]
        self._count = Counter(key for passage in self.passages for key in passage.terms)
        self._name_length = _name_lengths(self.passages)
        ask()
        self._weights = {key: self._weight(key) for key in self._count}
        for passage in asking(self.passages, ask):
            self._weigh(passage)
        self._postings = self._posted()
        ask()
        self._related = self._relations(self.passages)

    def _relations(self, passages: Sequence[Passage]) -> Relations:
        numbers = {key: t.value for p in passages for key, t in p.terms.items() if t.value is not None}
        return relate(self._count, numbers)

    def _posted(self) -> dict[str, dict[int, float]]:
        """For each key the sentences that have it, and its weight there as part of the sentence's length."""
        postings: dict[str, dict[int, float]] = defaultdict(dict)
        for number, passage in enumerate(self.passages):
            for key, weight in passage.weights.items():
                postings[key][number] = weight / passage.norm
        return postings

    def weight(self, key: str) -> float:
        """What a term weighs: the logarithm of how rare it is among the sentences, less for a part of a long name.

        Squared weights add up, so that a name of four words counts like two words.
        """
        return self._weights[key] if key in self._weights else self._weight(key)

    def _weight(self, key: str) -> float:
        rarity = math.log((len(self.passages) + 1) / (self._count[key] + SMOOTHING))
        return max(LEAST_WEIGHT, rarity / math.sqrt(math.sqrt(self._name_length.get(key, 1.0))))

    def specific(self, a: Passage, b: Passage) -> int:
        """How many terms that are not generic two passages share, up to two; numbers that agree are shared.

        Beside one that is shared, one that may stand for one of the other's counts too.
        """
        shared = len(a.specific & b.specific)
        if shared < 2 and a.numbers and b.numbers:
            shared += sum(self._agrees(a.terms[key], b) for key in a.specific - b.specific)
        if shared != 1:
            return min(shared, 2)
        return 1 + any(other in b.specific for key in a.specific for other in self.related(key))

    def _agrees(self, term: Term, passage: Passage) -> bool:
        """Whether a term is a number that one of the passage's agrees with."""
        return term.kind == "number" and any(other in passage.terms for other in self.related(term.key))

    def related(self, key: str) -> Mapping[str, float]:
        """The keys that can stand for `key`, and how much of a match each is."""
        return self._related.get(key, {})

    def _weigh(self, passage: Passage) -> None:
        passage.weights = {key: self.weight(key) for key in passage.terms}
        passage.norm = math.sqrt(sum(weight**2 for weight in passage.weights.values()))

    def passage(self, words: str) -> Passage:
        """Any words as a passage of this meeting."""
        passage = Passage(words, terms(words))
        self._weigh(passage)
        return passage

    def part(self, whole: Passage, found: Sequence[Term]) -> Passage:
        """A part of a passage: only the terms `found` of it; it denies what the whole denies."""
        part = Passage("", found)
        part.negated = whole.negated
        self._weigh(part)
        return part

    def between(self, a: Passage, b: Passage) -> float:
        """The similarity of two passages, 0 to 1."""
        shared = sum(weight**2 for key, weight in a.weights.items() if key in b.weights)
        pairs = [
            (key, other, match * weight * b.weights[other])
            for key, weight in a.weights.items()
            if key not in b.weights
            for other, match in self.related(key).items()
            if other in b.weights and other not in a.weights
        ]
        total = shared + _in_part(pairs)
        return min(1.0, total / (a.norm * b.norm)) if total else 0.0

    def to_sentences(self, passage: Passage) -> dict[int, float]:
        """`between` of `passage` and each sentence that shares a term with it, or has one related, by number.

        Sentences that have only terms in common that stand in more than `common` sentences are left out.
        """
        row, shared = self.row(passage)
        return {number: min(1.0, row[number]) for number in sorted(shared)}

    def row(self, passage: Passage) -> tuple[list[float], set[int]]:
        """`to_sentences` as a list with an entry for every sentence, 0 for those left out; and which are not."""
        row = [0.0] * len(self.passages)
        shared: set[int] = set()
        common: list[tuple[float, dict[int, float]]] = []
        for key, weight in passage.weights.items():
            part, posting = weight / passage.norm, self._postings.get(key, {})
            if len(posting) > self.common:
                common.append((part, posting))
                continue
            shared.update(posting)
            for number, other in posting.items():
                row[number] += part * other
        for number, pairs in self._related_pairs(passage).items():
            shared.add(number)
            row[number] += _in_part(pairs) if len(pairs) > 1 else pairs[0][2]
        for part, posting in common:
            for number in shared & posting.keys():
                row[number] += part * posting[number]
        return row, shared

    def _related_pairs(self, passage: Passage) -> dict[int, list[tuple[str, str, float]]]:
        """For each sentence: its terms that are not the passage's but related to one of those, and what each adds."""
        pairs: dict[int, list[tuple[str, str, float]]] = defaultdict(list)
        for key, weight in passage.weights.items():
            if key in self._related:
                own = self._postings.get(key, {})
                for other, match in self._related[key].items():
                    posting = self._postings.get(other, {})
                    if other not in passage.weights and len(posting) <= self.common:
                        part = match * weight / passage.norm
                        for number, its in posting.items():
                            if number not in own:
                                pairs[number].append((key, other, part * its))
        return pairs


def _name_lengths(passages: Sequence[Passage]) -> dict[str, float]:
    """For each key, how many words the names it stands in have on average; 1 for what is no name."""
    lengths: dict[str, list[int]] = defaultdict(list)
    for passage in passages:
        for run in names(passage.all_terms):
            for term in run:
                lengths[term.key].append(len(run))
    return {key: sum(found) / len(found) for key, found in lengths.items()}


def _in_part(pairs: Sequence[tuple[str, str, float]]) -> float:
    """What related terms add: each term's best match, taken from both sides and averaged."""
    if len(pairs) < 2:
        return pairs[0][2] if pairs else 0.0
    left: dict[str, float] = defaultdict(float)
    right: dict[str, float] = defaultdict(float)
    for one, other, product in pairs:
        left[one] = max(left[one], product)
        right[other] = max(right[other], product)
    return (sum(left.values()) + sum(right.values())) / 2
