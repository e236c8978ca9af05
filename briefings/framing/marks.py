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


_RUNS_ON = re.compile(r"(?:[^\W\d_a-z]|[\[.…\d]).*[.!?…:][)’']?$", re.S)
_REPORTED = re.compile(r",\s(?:said|says|(?:\w+\s){1,3}(?:said|says))\b")


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
        pairing = _Pairing(text, paragraph, carried)
        found += pairing.found
        carried = pairing.left_open()
    return found


class _Pairing:
    """Pairs the marks of one paragraph.

    found: what was closed. opened: the mark still open. depth: how many quotes are open inside it.
    """

    def __init__(self, text: str, paragraph: Span, carried: re.Match[str] | None) -> None:
        self.text = text
        self.paragraph = paragraph
        self.found: list[Quoted] = []
        self.opened: re.Match[str] | None = None
        self.depth = 0
        marks = list(_MARK.finditer(text, *paragraph))
        self._single_ends = [m.start() for m in marks if m.group() in _SINGLE and _ends(text, m)]
        self._to_close = sum((m.group() == "”") - (m.group() == "“") for m in marks)
        self._skip = -1
        if carried and marks and marks[0].start() == paragraph.start and marks[0].group() == carried.group():
            self.opened = carried
            self._to_close += marks.pop(0).group() == "“"
        for mark in marks:
            if mark.start() >= self._skip:
                self._close(self.opened, mark) if self.opened else self._open(mark)
            self._to_close -= (mark.group() == "”") - (mark.group() == "“")

    def left_open(self) -> re.Match[str] | None:
        """The mark that the next paragraph may go on with; None where nothing is open, or it looks stray."""
        if self.opened is None:
            return None
        words = self.text[max(self.opened.end(), self.paragraph.start) : self.paragraph.end].lstrip('“"«‹`')
        return self.opened if _RUNS_ON.match(words) and not _REPORTED.search(words) else None

    def _open(self, mark: re.Match[str]) -> None:
        """Opens a quote at `mark`, where one can open."""
        if mark.group() in _SINGLE:
            end = _single_end(self.text, mark, self._single_ends)
            if end is not None:
                self.found.append(Quoted(Span(mark.end(), end), Span(mark.start(), end + 1), single=True))
                self._skip = end + 1
        elif mark.group() in _CLOSERS and _starts(self.text, mark):
            self.opened = mark

    def _close(self, opened: re.Match[str], mark: re.Match[str]) -> None:
        """Closes what `opened` opened, or goes into or out of a quote inside it."""
        if mark.group() == "“" and opened.group() in ('"', "“"):
            self._open_inside(opened, mark)
        elif self.depth and mark.group() == "”":
            self.depth -= 1
        elif mark.group() in _CLOSERS[opened.group()] and _can_close(self.text, mark):
            self.found.append(Quoted(Span(opened.end(), mark.start()), Span(opened.start(), mark.end())))
            self.opened, self.depth = None, 0

    def _open_inside(self, opened: re.Match[str], mark: re.Match[str]) -> None:
        """A second opening mark: a quote inside it, the same quote on its next line, or a sign of a stray mark."""
        if self.text[mark.start() - 1] == "\n":
            return
        if opened.group() == '"' or self._to_close > 0:
            self.depth += 1
        elif opened.start() >= self.paragraph.start:
            self.opened = mark


def _starts(text: str, mark: re.Match[str]) -> bool:
    """Whether a quote can open here: a word follows, and none stands right before."""
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    if mark.group() in "«»‹›":
        after = text[mark.end() : mark.end() + 2].lstrip() if mark.group() in "«‹" else after
        return not before.isalnum() and after[:1].isalnum()
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
