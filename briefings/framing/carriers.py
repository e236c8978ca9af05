"""Carriers: how much two articles share word for word, whether as a quote or as copy, and who may carry whose.

Not here: finding the same words (`reuse.py`, `near_copies.py`). Who wrote them first is said only where a credit or the
days of publication say something about it; else it is unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefings.article import UNKNOWN_OUTLET, Article, Span
from briefings.framing.comparison import RunBetween, merge
from briefings.framing.near_copies import NearCopy
from briefings.framing.quotes import Quote
from briefings.framing.reuse import Words
from briefings.framing.steps import Ask, asking, go_on
from briefings.framing.wire import agency_of, is_agency
from briefings.framing.word_ranges import count_in

Basis = Literal["credit", "agency", "date", "unknown"]

MOSTLY = 0.8
"""A run is a quote that has at least this share of its code points inside one quote, in both articles: the same words
may lead to it by chance, or follow it."""
LEAST_PART = 0.1
"""Copy that is a smaller part than this of both articles is not asked whose it is: titles and set phrases."""

_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Carrier:
    """What two articles share word for word, and who probably carries the other's copy.

    first, second: indexes into `Comparison.articles`, first < second.
    copied: the words of the first and of the second that are shared as copy; quoted: that are shared as quotes.
    parts: of all the words of the first and of the second, what both kinds make, 0 to 1.
    basis: what is known of who carries whose: `credit` (one article's credit names the other outlet), `agency` (a
        credit names an agency, or one published it), `date` (one was published on an earlier day), `unknown`.
    source: the index of the article whose copy the other probably carries; None where it is not known, or where both
        carry one agency's.
    evidence: the credit or the agency as printed, or the two days; empty where nothing is known.
    """

    first: int
    second: int
    copied: tuple[int, int]
    quoted: tuple[int, int]
    parts: tuple[float, float]
    basis: Basis
    source: int | None
    evidence: str


def tell_kinds(runs: Sequence[RunBetween], quotes: Sequence[Sequence[Quote]], ask: Ask = go_on) -> list[RunBetween]:
    """`runs`, those called `quote` that stand mostly inside quotation marks of a quote in both articles."""
    marked = [_Marked(found) for found in quotes]
    return [replace(run, kind="quote") if _is_quote(marked, run) else run for run in asking(runs, ask)]


def tell_near_kinds(copies: Sequence[NearCopy], quotes: Sequence[Sequence[Quote]], ask: Ask = go_on) -> list[NearCopy]:
    """`copies`, told apart like runs."""
    marked = [_Marked(found) for found in quotes]
    return [replace(copy, kind="quote") if _is_quote(marked, copy) else copy for copy in asking(copies, ask)]


class _Marked:
    """What stands inside quotation marks in one text."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        spoken = [quote for quote in quotes if quote.kind != "indirect"]
        self.spans = sorted(part for quote in spoken for part in quote.parts or (quote.content,))

    def holds(self, span: Span) -> bool:
        """Whether one quote holds `MOSTLY` all of `span`."""
        at = bisect_right(self.spans, (span.start, span.end)) - 1
        near = self.spans[max(0, at) : at + 2]
        least = MOSTLY * (span.end - span.start)
        return any(min(span.end, marked.end) - max(span.start, marked.start) >= least for marked in near)


def _is_quote(marked: Sequence[_Marked], run: RunBetween | NearCopy) -> bool:
    return marked[run.first].holds(run.a) and marked[run.second].holds(run.b)


def find_carriers(
    articles: Sequence[Article], words: Sequence[Words], runs: Sequence[RunBetween], ask: Ask = go_on
) -> list[Carrier]:
    """Every two of `articles` that share `runs`, by index. words: of the texts that were compared."""
    between: dict[tuple[int, int], list[RunBetween]] = defaultdict(list)
    for run in runs:
        between[run.first, run.second].append(run)
    carriers = []
    for pair, found in sorted(between.items()):
        ask()
        carriers.append(_carrier(articles, words, pair, found))
    return carriers


def _carrier(
    articles: Sequence[Article], words: Sequence[Words], pair: tuple[int, int], runs: Sequence[RunBetween]
) -> Carrier:
    first, second = pair
    a, b = words[first], words[second]
    both = (count_in(a, merge([run.a for run in runs])), count_in(b, merge([run.b for run in runs])))
    copies = [run for run in runs if run.kind == "copy"]
    copied = (count_in(a, merge([run.a for run in copies])), count_in(b, merge([run.b for run in copies])))
    parts = (both[0] / max(1, len(a.keys)), both[1] / max(1, len(b.keys)))
    part = max(copied[0] / max(1, len(a.keys)), copied[1] / max(1, len(b.keys)))
    basis, source, evidence = _whose(articles, pair, part)
    return Carrier(first, second, copied, (both[0] - copied[0], both[1] - copied[1]), parts, basis, source, evidence)


def _whose(articles: Sequence[Article], pair: tuple[int, int], part: float) -> tuple[Basis, int | None, str]:
    """What is known of whose the copy is; part: the larger part that it is of either article."""
    one, other = articles[pair[0]], articles[pair[1]]
    if part < LEAST_PART:
        return "unknown", None, ""
    by_other, by_one = _names(one.credit, other.outlet), _names(other.credit, one.outlet)
    if by_other != by_one:
        return "credit", pair[1] if by_other else pair[0], (one.credit if by_other else other.credit) or ""
    ours, theirs = agency_of(one), agency_of(other)
    if ours and theirs and not _one_name(_plain(ours), _plain(theirs)):
        return "unknown", None, ""
    if ours or theirs:
        own = is_agency(one.outlet), is_agency(other.outlet)
        first, second = own if ours and theirs else (ours is not None, theirs is not None)
        source = None if first == second else pair[0] if first else pair[1]
        return "agency", source, ours or theirs or ""
    if one.published and other.published and one.published != other.published:
        earlier, later = sorted((one.published, other.published))
        source = pair[0] if one.published == earlier else pair[1]
        return "date", source, f"{earlier.isoformat()} before {later.isoformat()}"
    return "unknown", None, ""


def _names(credit: str | None, outlet: str) -> bool:
    """Whether a credit names an outlet."""
    name = _plain(outlet).removeprefix("the ")
    return bool(credit and name and outlet != UNKNOWN_OUTLET) and f" {name} " in f" {_plain(credit or '')} "


def _one_name(a: str, b: str) -> bool:
    """Whether two plain names are one, in full, in part or as initials: `the associated press`, `ap`."""
    shorter, longer = sorted((a.removeprefix("the "), b.removeprefix("the ")), key=len)
    return f" {shorter} " in f" {longer} " or shorter == "".join(word[0] for word in longer.split())


def _plain(name: str) -> str:
    return _NOT_WORD.sub(" ", name.lower()).strip()
