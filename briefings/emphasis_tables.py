"""What each article stresses, cuts and carries, as tables. Not here: points, quotes and figures (`tables.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefings.article import Span
from briefings.table import NOT_FOUND, Cell, Table, letter, one_line, percent, place_cell

if TYPE_CHECKING:
    from briefings.framing.carriers import Carrier
    from briefings.framing.comparison import Comparison
    from briefings.framing.cuts import Version
    from briefings.framing.emphasis import Stress

NOTHING = "–"
"""Where one version has no words in the place of another's."""


def emphasis(comparison: Comparison) -> Table:
    """Points x outlets: how far down each article tells a point, whether it leads with it."""
    stressed = [{stress.point: stress for stress in one.points} for one in comparison.emphasis]
    rows = []
    for number, point in enumerate(comparison.points):
        cells = [_stress(index, found.get(number)) for index, found in enumerate(stressed)]
        rows.append((Cell(point.label, point.members[0]), *cells))
    legend = (
        "% of the text that comes before it   H the headline mentions it   L in the first paragraph   "
        f"{NOT_FOUND} not found in the stored text"
    )
    return Table("How far down", ("point", *map(letter, range(len(stressed)))), tuple(rows), legend if rows else "")


def leads(comparison: Comparison) -> Table:
    """For each article: what headline and first paragraph tell, and in which order it takes the points."""
    rows = []
    for index, one in enumerate(comparison.emphasis):
        names = {stress.point: one_line(comparison.points[stress.point].label) for stress in one.points}
        in_headline = "; ".join(names[stress.point] for stress in one.points if stress.headline)
        in_lede = "; ".join(names[stress.point] for stress in one.points if stress.lede)
        order = "; ".join(f"{name} {percent(s.share)}" for s, name in zip(one.points, names.values(), strict=True))
        lede = Cell(in_lede or NOTHING, (index, one.lede) if one.lede else None)
        rows.append((Cell(letter(index)), Cell(in_headline or NOTHING), lede, Cell(percent(one.share)), Cell(order)))
    columns = ("in", "headline", "first paragraph", "points", "in this order")
    legend = "points: the share of the article's words that they get together; behind each, its own"
    return Table("What each leads with", columns, tuple(rows), legend if rows else "")


def carriers(comparison: Comparison) -> Table:
    """Every two articles with shared runs: what part of each these make, and whose copy it may be."""
    longest = {(run.first, run.second): run for run in sorted(comparison.runs, key=lambda run: run.a.end - run.a.start)}
    rows = []
    for one in comparison.carriers:
        run = longest.get((one.first, one.second))
        here = (Cell(letter(one.first), (one.first, run.a) if run else None), Cell(letter(one.second)))
        told = (f"{max(one.copied)}", f"{max(one.quoted)}", _whose(one), one.evidence)
        rows.append((*here, *map(Cell, (*map(percent, one.parts), *told))))
    columns = ("in", "and in", "of the first", "of the second", "copy", "quotes", "whose copy", "because of")
    legend = "copy, quotes: words   unknown: neither credits nor days of publication say whose"
    return Table("What two articles share", columns, tuple(rows), legend if rows else "")


def near_copies(comparison: Comparison) -> Table:
    """Almost the same words in two articles, and the words in which they differ."""
    rows = []
    for copy in comparison.near_copies:
        a, b = comparison.articles[copy.first].text, comparison.articles[copy.second].text
        changed = "; ".join(f"{_words(a, change.a)} | {_words(b, change.b)}" for change in copy.changes)
        places = [place_cell(comparison.articles, i, s) for i, s in ((copy.first, copy.a), (copy.second, copy.b))]
        words = Cell(one_line(copy.a.of(a)), (copy.first, copy.a))
        rows.append((*places, Cell(percent(copy.alike)), Cell(copy.kind), Cell(changed), words))
    columns = ("in", "and in", "same", "kind", "what differs", "the words")
    legend = "what differs: the first | the second"
    return Table("Nearly the same words", columns, tuple(rows), legend if rows else "")


def cuts(comparison: Comparison) -> Table:
    """What each article has of an utterance, held against the longest version, which comes first."""
    rows = []
    for number, found in enumerate(comparison.cuts, 1):
        longest = comparison.articles[found.longest.index].text
        for version in (found.longest, *found.others):
            rows.append((Cell(str(number)), *_version(comparison, longest, version)))
    columns = ("no.", "at", "depth", "cue", "words", "put in", "not found, of the longest version")
    return Table("What is left of an utterance", columns, tuple(rows))


def _stress(index: int, stress: Stress | None) -> Cell:
    if stress is None:
        return Cell(NOT_FOUND)
    marks = " H" * bool(stress.headline) + " L" * stress.lede
    return Cell(percent(stress.depth) + marks, (index, stress.spans[0]))


def _whose(one: Carrier) -> str:
    if one.source is not None:
        return f"{letter(one.source)}'s, probably"
    return "one agency's" if one.basis == "agency" else "unknown"


def _version(comparison: Comparison, longest: str, version: Version) -> tuple[Cell, ...]:
    text, first = comparison.articles[version.index].text, version.quotes[0]
    place = (version.index, first.content)
    cue = Cell(first.cue.of(text), (version.index, first.cue)) if first.cue else Cell("")
    at = f"{letter(version.index)} ¶{version.paragraph}"
    put_in, missing = _all_words(text, version.inserted), _all_words(longest, version.missing)
    cells = (Cell(at, place), Cell(percent(version.depth)), cue, Cell(str(version.words)), Cell(put_in))
    return (*cells, Cell(missing, place))


def _all_words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(one_line(span.of(text)) for span in spans)


def _words(text: str, span: Span) -> str:
    return one_line(span.of(text)) or NOTHING
