"""Quotation marks: which words of a text stand between them. Not here: who is quoted (`quotes.py`).

Marks are paired inside one paragraph, so a stray mark spoils its own paragraph at most. By convention a quote that
runs over several paragraphs opens each of them and is closed once, in the last.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from briefings.article import Span, paragraphs

_MARK = re.compile(r"``|''|[“”„\"«»‹›‘’']")
_CLOSERS = {
    "“": frozenset({"”", '"', "''"}),
    "„": frozenset({"“", "”"}),
    "”": frozenset({"”"}),
    '"': frozenset({'"', "”", "''"}),
    "``": frozenset({"''", '"', "”"}),
    "«": frozenset({"»"}),
    "»": frozenset({"«"}),
    "‹": frozenset({"›"}),
    "›": frozenset({"‹"}),
}
_SINGLE = frozenset({"‘", "’", "'"})
_ELISION = re.compile(r"(?:tis|twas|em|til|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between quotation marks.

    content: the words, without their marks. whole: the words with their marks.
    single: whether the marks are single ones, which British papers quote with and American ones keep for headlines.
    """

    content: Span
    whole: Span
    single: bool = False


def quoted(text: str) -> list[Quoted]:
    """What stands between quotation marks in `text`, in order, outermost marks only."""
    found: list[Quoted] = []
    carried: re.Match[str] | None = None
    for paragraph in paragraphs(text):
        closed, left_open = _pair(text, paragraph, carried)
        found += closed
        carried = left_open
    return found


def _pair(text: str, paragraph: Span, carried: re.Match[str] | None) -> tuple[list[Quoted], re.Match[str] | None]:
    """The quotes closed in `paragraph`, and the mark it leaves open; `carried` is the one the paragraph before left."""
    marks = list(_MARK.finditer(text, *paragraph))
    single_ends = [m.start() for m in marks if m.group() in _SINGLE and _ends(text, m)]
    found: list[Quoted] = []
    opened: re.Match[str] | None = None
    if carried and marks and marks[0].start() == paragraph.start and _same_family(carried, marks[0]):
        opened = carried
        marks = marks[1:]
    skip = -1
    for mark in marks:
        if mark.start() < skip:
            continue
        if opened is not None:
            if mark.group() in _CLOSERS[opened.group()] and _can_close(text, mark):
                found.append(_between(opened, mark))
                opened = None
            elif mark.group() in ("“", "«", "``") and _starts(text, mark) and opened.start() >= paragraph.start:
                opened = mark
        elif mark.group() in _SINGLE:
            end = _single_end(text, mark, single_ends)
            if end is not None:
                found.append(Quoted(Span(mark.end(), end), Span(mark.start(), end + 1), single=True))
                skip = end + 1
        elif mark.group() in _CLOSERS and _starts(text, mark):
            opened = mark
    return found, opened


def _between(opened: re.Match[str], closed: re.Match[str]) -> Quoted:
    return Quoted(Span(opened.end(), closed.start()), Span(opened.start(), closed.end()))


def _same_family(a: re.Match[str], b: re.Match[str]) -> bool:
    return a.group() == b.group() or {a.group(), b.group()} <= {"“", '"', "``", "”"}


def _starts(text: str, mark: re.Match[str]) -> bool:
    """Whether a quote can open here: a word follows, and none stands right before."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return not before.isalnum() and before not in (".", ",", "!", "?") and bool(after) and not after.isspace()


def _can_close(text: str, mark: re.Match[str]) -> bool:
    """Whether a quote can close here; a straight mark after a space and before a word opens instead."""
    if mark.group() != '"':
        return True
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return not (before.isspace() and after.isalnum())


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a single mark can close a quote: something stands before it and no letter after it."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark.group() != "‘" and bool(before) and not before.isspace() and not after.isalnum()


def _single_end(text: str, mark: re.Match[str], ends: list[int]) -> int | None:
    """Where the single mark `mark` is closed; None where it is an apostrophe."""
    before = text[mark.start() - 1 : mark.start()]
    if before.isalnum() or mark.group() == "’" or not _starts(text, mark) or _ELISION.match(text, mark.end()):
        return None
    first = bisect_left(ends, mark.end() + 1)
    candidates = ends[first : first + 4]
    for end in candidates:
        # "the workers’ pay" stands inside a quote more often than a quote ends on a bare plural
        if text[end - 1] != "s" or text[end + 1 : end + 2] in ("", ",", ".", ";", ":", ")", "\n", "?", "!"):
            return end
    return candidates[0] if candidates else None
