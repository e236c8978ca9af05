"""How far coders agree, read from a library, as a table and in words. Runs in workers.

Not here: the measures (`briefings.notes.reliability`), where coders disagree (`disagreeing.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.library import Library
from briefings.notes.coding import By, coded_texts
from briefings.notes.reliability import Estimate, Reliability, reliability
from briefings.table import Cell, Table
from tui.disagreeing import FEWEST, read_coded

MEASURES = ("percent", "positive", "kappa", "alpha", "AC1", "alpha-U")
UNDEFINED = "undefined"
COUNTED_AS = (
    "Text without a code counts as not given, by every coder with a note on that text. A text on which a coder has no"
    " note counts as not seen by that coder: alpha and AC1 allow for that, kappa leaves the text out."
)
INTERVALS = "In brackets: 95 % of {many:,} bootstrap draws of sentences (alpha-U: of texts)."


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far some coders agree.

    coders: their names. by: what was counted. codes: the figures of each code. texts: how many were counted on.
    alone: how many only one of them noted, which are left out. lost: how many notes without a place are left out.
    resamples: how often was drawn for the intervals; 0 where they are not there yet.
    """

    coders: tuple[str, ...] = ()
    by: By = "sentence"
    codes: tuple[Reliability, ...] = ()
    texts: int = 0
    alone: int = 0
    lost: int = 0
    resamples: int = 0

    @property
    def title(self) -> str:
        """Who, on what."""
        return f"{', '.join(self.coders)} · by {self.by} · on {self.texts} {'text' if self.texts == 1 else 'texts'}"


def read_agreement(library: Library, coders: Sequence[str], by: By, resamples: int) -> Agreement:
    """The agreement of some coders, or of all, as `read_coded`; raises what it raises."""
    coded = read_coded(library, coders)
    texts = coded_texts(coded.notes, coded.texts, coded.coders)
    counted = {text.target for text in texts}
    own = [note for note in coded.notes if not note.adjudicates]
    return Agreement(
        coded.coders,
        by,
        tuple(reliability(texts, coded.coders, by, resamples)),
        len(texts),
        len({note.target for note in own if note.span} - counted),
        sum(note.span is None for note in own),
        resamples,
    )


def agreement_table(agreement: Agreement) -> Table:
    """A row a code: how many sentences or characters who gave it to, and the measures with their intervals."""
    if len(agreement.coders) == FEWEST:
        counts = ("both", *(f"only {name}" for name in agreement.coders), "none")
    else:
        counts = ("all", "some", "none")
    rows = tuple((Cell(one.code), *map(Cell, (*_counts(one), *_measures(one)))) for one in agreement.codes)
    return Table("Agreement by code", ("code", *counts, *MEASURES), rows)


def counted_in_words(agreement: Agreement) -> str:
    """What was done with text that nobody coded, what was left out, and what the brackets hold."""
    said = [COUNTED_AS]
    if agreement.alone:
        said.append(f"Left out: {agreement.alone} {_of('text', agreement.alone)} that only one of them noted.")
    if agreement.lost:
        said.append(f"Left out: {agreement.lost} {_of('note', agreement.lost)} without a place.")
    said.append(INTERVALS.format(many=agreement.resamples) if agreement.resamples else "Intervals are being drawn …")
    return " ".join(said)


def shown_estimate(estimate: Estimate, factor: float = 1, digits: int = 2) -> str:
    """A measure with its interval in brackets, where it has one, times `factor`."""
    if estimate.value is None:
        return UNDEFINED
    value = f"{factor * estimate.value:.{digits}f}"
    if estimate.low is None or estimate.high is None:
        return value
    return f"{value} ({factor * estimate.low:.{digits}f} to {factor * estimate.high:.{digits}f})"


def _of(word: str, many: int) -> str:
    return word if many == 1 else f"{word}s"


def _counts(one: Reliability) -> list[str]:
    if len(one.coders) == FEWEST:
        counts = [one.both, *(given - one.both for given in one.given), one.none]
    else:
        counts = [one.both, one.units - one.both - one.none, one.none]
    return [f"{count:,}" for count in counts]


def _measures(one: Reliability) -> list[str]:
    return [
        shown_estimate(one.observed, 100, 0),
        shown_estimate(one.positive),
        _kappas(one),
        *map(shown_estimate, (one.alpha, one.ac1, one.unitizing)),
    ]


def _kappas(one: Reliability) -> str:
    """Of two coders the figure; of more, of every two with their names."""
    if len(one.coders) == FEWEST:
        return shown_estimate(one.kappas[0][-1])
    return "; ".join(f"{one.coders[i]}/{one.coders[j]} {shown_estimate(kappa)}" for i, j, kappa in one.kappas)
