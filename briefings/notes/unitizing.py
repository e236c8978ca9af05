"""Krippendorff's alpha for unitizing: how far coders agree on where in a continuous text a code begins and ends.

The alpha-U of 1995 (“On the reliability of unitizing continuous data”, Sociological Methodology 25; also Content
Analysis, 2nd ed. 2004, chapter 11), code by code; not the later family of 2016. Text without the code is a gap: it
counts where a gap faces a unit, and so do the lengths of gaps in what chance would do. Not here: codes by sentence or
by character (`coefficients.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations

from briefings.article import Span


@dataclass(frozen=True, slots=True)
class Continuum:
    """One text as several coders cut it up for one code.

    length: of the text, in code points. units: of each coder, the spans with the code, in order, none touching another.
    """

    length: int
    units: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """What a text adds to the measure. length, coders: of it. differences: squared, between the coders' units.

    units, gaps: their lengths, of all coders.
    """

    length: int
    coders: int
    differences: int
    units: tuple[int, ...]
    gaps: tuple[int, ...]


def cut(continuum: Continuum) -> Cut:
    """What a text adds to the measure."""
    pairs = combinations(continuum.units, 2)
    differences = 2 * sum(_differences(ours, theirs) for ours, theirs in pairs)
    units = tuple(unit.end - unit.start for spans in continuum.units for unit in spans)
    gaps = tuple(gap for spans in continuum.units for gap in _gaps(spans, continuum.length))
    return Cut(continuum.length, len(continuum.units), differences, units, gaps)


def unitizing_alpha(cuts: Sequence[Cut]) -> float | None:
    """Alpha-U of texts that the same coders cut up, laid end to end; a gap ends where its text ends.

    None where no coder marked a unit, or chance leaves no room for disagreement. Raises ValueError where the texts were
    not cut up by the same number of coders, two or more.
    """
    coders = {cut.coders for cut in cuts}
    if not cuts or coders.pop() < 2 or coders:
        raise ValueError("the texts need the same coders, two or more")
    length, count = sum(cut.length for cut in cuts), cuts[0].coders
    units = [unit for cut in cuts for unit in cut.units]
    gaps = sorted(gap for cut in cuts for gap in cut.gaps)
    every = count * length
    pairs = every * (every - 1) - sum(unit * (unit - 1) for unit in units)
    if not units or not pairs:
        return None
    expected = 2 * _expected(units, gaps) / (length * pairs)
    found = sum(cut.differences for cut in cuts) / (count * (count - 1) * length * length)
    return 1 - found / expected if expected else None


def _expected(units: Sequence[int], gaps: Sequence[int]) -> float:
    """The differences of all ways in which a unit can meet another, or lie in a gap. gaps: sorted."""
    longer = [0, *accumulate(reversed(gaps))]
    total = 0.0
    for unit in units:
        total += (len(units) - 1) * (2 * unit**3 - 3 * unit**2 + unit) / 3
        fits = len(gaps) - bisect_left(gaps, unit)
        total += unit**2 * (longer[fits] - fits * (unit - 1))
    return total


def _differences(ours: Sequence[Span], theirs: Sequence[Span]) -> int:
    """The squared differences of two coders' units: of their edges where they overlap, of the unit's length where it
    lies in a gap of the other's.
    """
    pairs = list(_overlapping(ours, theirs))
    total = sum((unit.start - other.start) ** 2 + (unit.end - other.end) ** 2 for unit, other in pairs)
    alone = [*(set(ours) - {unit for unit, _ in pairs}), *(set(theirs) - {other for _, other in pairs})]
    return total + sum((unit.end - unit.start) ** 2 for unit in alone)


def _overlapping(ours: Sequence[Span], theirs: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    at = 0
    for unit in ours:
        while at < len(theirs) and theirs[at].end <= unit.start:
            at += 1
        for other in theirs[at:]:
            if other.start >= unit.end:
                break
            yield unit, other


def _gaps(spans: Sequence[Span], length: int) -> Iterator[int]:
    edges = [0, *(edge for span in spans for edge in span), length]
    yield from (end - start for start, end in zip(edges[::2], edges[1::2], strict=True) if end > start)
