"""`rashomon notes agreement`: how far coders agree, code by code, and where they do not.

Not here: printing it (`agreement_printed.py`).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from briefings.errors import BriefingError, NotesError, UnknownArticle
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.coding import CodedText, coded_texts
from briefings.notes.disagreements import Disagreement, disagreements
from briefings.notes.note import Note, Target
from briefings.notes.reliability import RESAMPLES, Estimate, Reliability, reliability
from tui.cli import library_options
from tui.verbs.agreement_printed import TWO, print_agreement, print_apart, what_was_counted
from tui.verbs.notes_choice import find_target, require_author
from tui.verbs.output import print_json, print_lines


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
    if len(coders) < TWO:
        raise NotesError("agreement takes two coders or more", remedy="Name two authors of notes.")
    for coder in coders:
        require_author(library, coder)
    notes, texts = _coded(library, options, coders)
    left_out = _left_out(notes, texts)
    found = reliability(texts, coders, options.by, max(0, options.resamples))
    apart = disagreements(texts, coders, library.notes_page(NoteFilter(adjudicates=True)))
    if options.json:
        print_json({**_as_dict(coders, options.by, texts, found, apart), "left_out": left_out})
    elif options.disagreements:
        print_apart(apart)
    else:
        print_agreement(coders, options.by, texts, found, apart)
        for line in what_was_counted(coders, texts, left_out, options.resamples):
            print_lines(line)
    return 0


def _coded(library: Library, options: argparse.Namespace, coders: Sequence[str]) -> tuple[list[Note], list[CodedText]]:
    """The coders' notes, on the texts that were asked for, and those of the texts that two of them saw."""
    library.follow_briefings()
    seen = [find_target(library, word) for word in options.seen_by_all or ()]
    only = [find_target(library, word) for word in options.text or ()]
    notes = [note for coder in coders for note in library.notes_page(NoteFilter(author=coder))]
    notes = [note for note in notes if not note.adjudicates and (note.target in only or not only)]
    targets = {*seen, *(note.target for note in notes)}
    asked = sorted(targets & {*only} if only else targets)
    texts = {target: text for target in asked if (text := _text(library, target)) is not None}
    return notes, coded_texts(notes, texts, coders, seen)


def _left_out(notes: Sequence[Note], texts: Sequence[CodedText]) -> dict[str, int]:
    """How many texts are not counted, as only one of the coders saw them, and how many notes, as they have no place."""
    counted = {text.target for text in texts}
    alone = {note.target for note in notes if note.span} - counted
    return {"texts": len(alone), "notes": sum(note.span is None for note in notes)}


def _text(library: Library, target: Target) -> str | None:
    """The text of a note; None where it is not in the library any more."""
    try:
        return library.target_text(target)
    except (UnknownArticle, BriefingError):
        return None


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
