"""How far two coders agree, code by code, in sentences. Not here: who is right.

A note codes each sentence that holds at least half of it, or half of which it holds: a selection that slips over an
edge does not count as disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.article import Article, Span
from briefings.framing.sentences import sentences
from briefings.notes.note import Note

Unit = tuple[str, int]
"""A sentence: the id of its article and its number in it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two coders used one code, counted in sentences.

    code: its name. both: sentences both gave it to. first, second: only the one, only the other. none: neither.
    """

    code: str
    both: int
    first: int
    second: int
    none: int

    @property
    def percent(self) -> float | None:
        """The share of sentences on which they agree, 0 to 100; None where there is no sentence."""
        total = self._total
        return 100 * (self.both + self.none) / total if total else None

    @property
    def positive(self) -> float | None:
        """Positive specific agreement, 0 to 1: of the sentences either gave the code to, leaving the rest aside.

        2 both / (2 both + first + second); Spitzer and Fleiss 1974, British Journal of Psychiatry 125. None where
        neither used the code.
        """
        given = 2 * self.both + self.first + self.second
        return 2 * self.both / given if given else None

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa: (observed - expected) / (1 - expected) agreement.

        Cohen 1960, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20(1).
        None where it is undefined: there is no sentence, or chance alone makes them agree on all.
        """
        total = self._total
        if not total:
            return None
        # In whole numbers, so that a 1 - expected of nothing is exactly nothing.
        observed = (self.both + self.none) * total
        ours, theirs = self.both + self.first, self.both + self.second
        expected = ours * theirs + (total - ours) * (total - theirs)
        room = total * total - expected
        return (observed - expected) / room if room else None

    @property
    def _total(self) -> int:
        return self.both + self.first + self.second + self.none


def agreement(first: Iterable[Note], second: Iterable[Note], articles: Sequence[Article]) -> list[Agreement]:
    """The agreement of two coders on each code either of them used, by name.

    articles: those both have coded; every sentence of them counts, those with no code too. Notes on other articles and
    notes that lost their place are left out.
    """
    texts = {article.id: sentences(article.text) for article in articles}
    total = sum(map(len, texts.values()))
    ours, theirs = _coded(first, texts), _coded(second, texts)
    return [
        _agreement(code, ours.get(code, set()), theirs.get(code, set()), total) for code in sorted({*ours, *theirs})
    ]


def _agreement(code: str, ours: set[Unit], theirs: set[Unit], total: int) -> Agreement:
    return Agreement(code, len(ours & theirs), len(ours - theirs), len(theirs - ours), total - len(ours | theirs))


def _coded(notes: Iterable[Note], texts: dict[str, list[Span]]) -> dict[str, set[Unit]]:
    """The sentences each code was given to."""
    coded: dict[str, set[Unit]] = {}
    for note in notes:
        if note.span is None or note.article not in texts:
            continue
        for number, sentence in enumerate(texts[note.article]):
            if _codes(note.span, sentence):
                for code in note.codes:
                    coded.setdefault(code, set()).add((note.article, number))
    return coded


def _codes(note: Span, sentence: Span) -> bool:
    """Whether at least half of the sentence is in the note, or half of the note in the sentence."""
    shared = 2 * (min(note.end, sentence.end) - max(note.start, sentence.start))
    return shared > 0 and (shared >= sentence.end - sentence.start or shared >= note.end - note.start)
