"""What `rashomon notes agreement` prints for people: figures by code, what they rest on, and disagreements.

Not here: reading notes and computing figures, JSON (`notes_agreement.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefings.notes.coding import CodedText
from briefings.notes.disagreements import Disagreement
from briefings.notes.reliability import Estimate, Reliability
from tui.verbs.notes_choice import SHORT
from tui.verbs.output import Printer, print_lines, print_table

TWO = 2
_MEASURES = (("percent", "positive"), ("kappa", "alpha"), ("AC1", "alpha-U"))
"""The measures, as they stand beside each other where there is no room for all."""
_WIDE = 150
"""How many cells all columns take with intervals."""


def print_agreement(
    coders: Sequence[str],
    by: str,
    texts: Sequence[CodedText],
    found: Sequence[Reliability],
    apart: Sequence[Disagreement],
) -> None:
    """Print the figures by code, on a narrow terminal in three tables, and how many disagreements there are."""
    title = f"{' and '.join(coders)}, by {by}, on {len(texts)} text{'s' * (len(texts) != 1)}"
    first = coders if len(coders) == TWO else ()
    counts = ("both", *(f"only {coder}" for coder in first), "none") if first else ("all", "some", "none")
    wide = Printer().width >= _WIDE
    for number, names in enumerate([sum(_MEASURES, ())] if wide else _MEASURES):
        head = ("code", *counts, *names) if not number else ("code", *names)
        rows = [
            [one.code, *(_counts(one) if not number else ()), *(_measure(one, name) for name in names)] for one in found
        ]
        print_table("" if number else title, head, rows)
        if not rows:
            return
    settled = sum(one.settled_by is not None for one in apart)
    print_lines(
        f"{len(apart)} disagreement{'s' * (len(apart) != 1)}, {settled} of them settled: --disagreements lists them"
    )


def _counts(one: Reliability) -> list[str]:
    """How many units all gave the code to, some, and none; of two coders, each alone."""
    some = [one.units - one.both - one.none] if len(one.coders) != TWO else [given - one.both for given in one.given]
    return [str(count) for count in (one.both, *some, one.none)]


def _measure(one: Reliability, name: str) -> str:
    """One measure with its interval, by its column; kappa of more than two coders for every two, with their names."""
    if name == "kappa" and len(one.coders) != TWO:
        return "; ".join(f"{one.coders[i]}/{one.coders[j]} {_shown(kappa)}" for i, j, kappa in one.kappas)
    if name == "percent":
        share = one.observed
        return _shown(Estimate(*(v and 100 * v for v in (share.value, share.low, share.high))), 0)
    kappa = one.kappas[0][-1] if one.kappas else Estimate(None)
    figures = {"positive": one.positive, "kappa": kappa, "alpha": one.alpha, "AC1": one.ac1, "alpha-U": one.unitizing}
    return _shown(figures[name])


def _shown(estimate: Estimate, digits: int = 2) -> str:
    if estimate.value is None:
        return "undefined"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.{digits}f}"
    return f"{estimate.value:.{digits}f} ({estimate.low:.{digits}f} to {estimate.high:.{digits}f})"


def print_apart(apart: Sequence[Disagreement]) -> None:
    """Print every disagreement: who gave the code to which words, and who did not."""
    columns = ("code", "article", "sentence", "given by", "not by", "settled", "notes")
    rows = [
        (
            *(one.code, str(one.target), one.words, ", ".join(one.gave), ", ".join(one.left)),
            {None: "", True: "given", False: "not given"}[one.settled_as],
            " ".join(id[:SHORT] for id in one.beside),
        )
        for one in apart
    ]
    print_table("Disagreements", columns, rows)


def what_was_counted(
    coders: Sequence[str], texts: Sequence[CodedText], left_out: Mapping[str, int], resamples: int
) -> Iterator[str]:
    """What was done with text that nobody coded, what was left out, and what stands in brackets."""
    yield (
        "Text without a code counts as not given, by every coder with a note on that text. A text on which a coder has"
        " no note counts as not seen by that coder: alpha and AC1 allow for that, kappa leaves the text out."
        " --seen-by-all names a text that all read."
    )
    missed = {coder: sum(not text.seen[number] for text in texts) for number, coder in enumerate(coders)}
    if told := ", ".join(f"{coder} {many} of {len(texts)}" for coder, many in missed.items() if many):
        yield f"Not seen: {told} texts."
    if alone := left_out["texts"]:
        yield f"Left out: {alone} text{'s' * (alone != 1)} that only one of them noted."
    if lost := left_out["notes"]:
        yield f"Left out: {lost} note{'s' * (lost != 1)} that lost {'their' if lost != 1 else 'its'} place."
    if resamples > 0:
        yield f"In brackets: 95 % of {resamples:,} bootstrap draws of sentences (alpha-U: of texts)."
