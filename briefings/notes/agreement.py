"""How often two coders gave a code to the same sentences. Not here: more coders, intervals (`reliability.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefings.article import Article, Span
from briefings.framing.sentences import sentences
from briefings.notes import coefficients
from briefings.notes.coding import is_coded
from briefings.notes.coefficients import Tally
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
        share = coefficients.observed(self._tally)
        return None if share is None else 100 * share

    @property
    def positive(self) -> float | None:
        """Positive specific agreement, 0 to 1: 2 both / (2 both + first + second); None where neither used the code."""
        return coefficients.positive(self._tally)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None where there is no sentence, or chance alone makes them agree on all."""
        return coefficients.kappa(self._tally)

    @property
    def _tally(self) -> Tally:
        return {
            (True, True): self.both,
            (True, False): self.first,
            (False, True): self.second,
            (False, False): self.none,
        }


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
            if is_coded(note.span, sentence):
                for code in note.codes:
                    coded.setdefault(code, set()).add((note.article, number))
    return coded
