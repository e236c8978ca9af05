"""`rashomon notes agreement`: how far coders agree, code by code, and where they do not."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from briefings.errors import BriefingError, NotesError, UnknownArticle
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.coding import CodedText, coded_texts
from briefings.notes.disagreements import Disagreement, disagreements
from briefings.notes.note import Target
from briefings.notes.reliability import RESAMPLES, Estimate, Reliability, reliability
from tui.cli import library_options
from tui.verbs.notes_choice import SHORT, find_target, require_author
from tui.verbs.output import print_json, print_lines, print_table

_FEWEST = 2
_MEASURES = ("percent", "positive", "kappa", "alpha", "AC1")


def arguments(parts: Any) -> None:
    """What `agreement` takes; `parts`: the parsers of `notes`."""
    part = parts.add_parser(
        "agreement", help="how far coders agree", description="Compare two coders or more, code by code."
    )
    library_options(part)
    part.add_argument("coders", nargs="+", metavar="AUTHOR", help="two or more authors of notes in this library")
    part.add_argument("--by", choices=("sentence", "character"), default="sentence", help="what is counted")
    part.add_argument("--text", action="append", metavar="ID|BRIEFING", help="only on this text; may be given again")
    part.add_argument(
        "--seen-by-all",
        action="append",
        metavar="ID|BRIEFING",
        help="a text all coders read, also one who left no note",
    )
    part.add_argument("--resamples", type=int, default=RESAMPLES, metavar="N", help="draws for the intervals; 0: none")
    part.add_argument("--disagreements", action="store_true", help="print where they disagree instead")
    part.add_argument("--json", action="store_true", help="print all of it as JSON")


def agreement(library: Library, options: argparse.Namespace) -> int:
    """Print how far the coders agree."""
    coders = tuple(dict.fromkeys(options.coders))
    if len(coders) < _FEWEST:
        raise NotesError("agreement takes two coders or more", remedy="Name two authors of notes.")
    for coder in coders:
        require_author(library, coder)
    texts = _texts(library, options, coders)
    found = reliability(texts, coders, options.by, max(0, options.resamples))
    apart = disagreements(texts, coders, library.notes_page(NoteFilter(adjudicates=True)))
    if options.json:
        print_json(_as_dict(coders, options.by, texts, found, apart))
    elif options.disagreements:
        _print_apart(apart)
    else:
        _print(coders, options.by, texts, found, apart)
    return 0


def _texts(library: Library, options: argparse.Namespace, coders: Sequence[str]) -> list[CodedText]:
    library.follow_briefings()
    seen = [find_target(library, word) for word in options.seen_by_all or ()]
    only = [find_target(library, word) for word in options.text or ()]
    notes = [note for coder in coders for note in library.notes_page(NoteFilter(author=coder))]
    targets = sorted(
        {*seen, *(note.target for note in notes)} & {*only} if only else {*seen, *(n.target for n in notes)}
    )
    texts = {target: text for target in targets if (text := _text(library, target)) is not None}
    return coded_texts(notes, texts, coders, seen)


def _text(library: Library, target: Target) -> str | None:
    """The text of a note; None where it is not in the library any more."""
    try:
        return library.target_text(target)
    except (UnknownArticle, BriefingError):
        return None


def _print(
    coders: Sequence[str],
    by: str,
    texts: Sequence[CodedText],
    found: Sequence[Reliability],
    apart: Sequence[Disagreement],
) -> None:
    title = f"{' and '.join(coders)}, by {by}, on {len(texts)} text{'s' * (len(texts) != 1)}"
    two = len(coders) == _FEWEST
    counts = ("both", "first", "second", "none") if two else ("all", "some", "none")
    print_table(title, ("code", *counts, *_MEASURES, "alpha-U"), [_row(one, two) for one in found])
    if found:
        settled = sum(one.settled_by is not None for one in apart)
        print_lines(
            f"{len(apart)} disagreement{'s' * (len(apart) != 1)}, {settled} of them settled: --disagreements lists them"
        )
        print_lines(
            "Text without a code counts as not given, by every coder with a note on that text. Intervals hold 95 % of"
            " bootstrap draws of sentences (alpha-U: of texts)."
        )


def _row(one: Reliability, two: bool) -> list[str]:
    if two:
        counts = [one.both, one.given[0] - one.both, one.given[1] - one.both, one.none]
    else:
        counts = [one.both, one.units - one.both - one.none, one.none]
    kappas = "; ".join(_shown(kappa) for _, _, kappa in one.kappas)
    percent = Estimate(
        *(None if v is None else 100 * v for v in (one.observed.value, one.observed.low, one.observed.high))
    )
    shown = [_shown(percent, 0), _shown(one.positive), kappas, *map(_shown, (one.alpha, one.ac1, one.unitizing))]
    return [one.code, *map(str, counts), *shown]


def _shown(estimate: Estimate, digits: int = 2) -> str:
    if estimate.value is None:
        return "undefined"
    if estimate.low is None or estimate.high is None:
        return f"{estimate.value:.{digits}f}"
    return f"{estimate.value:.{digits}f} ({estimate.low:.{digits}f} to {estimate.high:.{digits}f})"


def _print_apart(apart: Sequence[Disagreement]) -> None:
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


def _as_dict(
    coders: Sequence[str],
    by: str,
    texts: Sequence[CodedText],
    found: Sequence[Reliability],
    apart: Sequence[Disagreement],
) -> dict[str, Any]:
    return {
        "coders": coders,
        "by": by,
        "texts": [{"kind": t.target.kind, "name": t.target.name, "seen_by": _seen(coders, t)} for t in texts],
        "codes": [_measures(one) for one in found],
        "disagreements": [
            {
                "code": one.code,
                "kind": one.target.kind,
                "article": one.target.name,
                "span": one.span,
                "words": one.words,
                "given_by": one.gave,
                "not_given_by": one.left,
                "notes": one.notes,
                "beside": one.beside,
                "settled_by": one.settled_by,
                "settled_as": one.settled_as,
            }
            for one in apart
        ],
    }


def _seen(coders: Sequence[str], text: CodedText) -> list[str]:
    return [coder for coder, seen in zip(coders, text.seen, strict=True) if seen]


def _measures(one: Reliability) -> dict[str, Any]:
    return {
        "code": one.code,
        "units": one.units,
        "given": dict(zip(one.coders, one.given, strict=True)),
        "all": one.both,
        "none": one.none,
        **{name: _estimate(getattr(one, name)) for name in ("observed", "positive", "alpha", "ac1")},
        "kappas": [{"coders": [one.coders[i], one.coders[j]], **_estimate(kappa)} for i, j, kappa in one.kappas],
        "alpha_unitizing": _estimate(one.unitizing),
    }


def _estimate(estimate: Estimate) -> dict[str, float | None]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}
