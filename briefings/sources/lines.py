"""The lines of a pasted page. Not here: what they look like (`features.py`), which are the article (`clean.py`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from briefings.article import Span
from briefings.sources.decode import normalise

_BULLET = re.compile(r"(?:[*+•·▪◦‣●■]|o(?=\s))\s+(?=\S)|[*+•·▪◦‣●■]$")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = re.compile(r"[.!?][\"”’'»)\]*]*(?: ?[♦■●▪◆∎])?$")
_TRAILS = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*$")
_ARTEFACT = re.compile(r" ?,? opens (?:in )?(?:a )?new (?:tab|window)", re.I)
_FEWEST_BROKEN, _BROKEN_SHARE = 3, 0.25  # lines that go on in mid sentence: a text with as many was wrapped
_WIDEST = 110  # code points of a line of wrapped text
_FULL_LINE = 0.65  # of the width: a shorter line ends its paragraph


@dataclass(frozen=True)
class Line:
    """One line with something in it.

    span: where its words stand in the decoded text, without bullet and white space around them.
    text: its words, normalised.
    indent: how many code points of white space stand before it.
    bullet: whether it is an item of a list.
    gap: whether an empty line, or the start of the text, stands before it.
    """

    span: Span
    text: str
    indent: int
    bullet: bool
    gap: bool

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS.search(self.text) is not None and not self.trails

    @cached_property
    def trails(self) -> bool:
        """Whether it breaks off in dots, as teasers do."""
        return _TRAILS.search(self.text) is not None

    @cached_property
    def words(self) -> list[str]:
        """Its words."""
        return _WORD.findall(self.text)


def split_lines(text: str) -> list[Line]:
    """The lines of a decoded text that hold more than white space and bullets, in order.

    Where a text is wrapped at a fixed width, as in e-mail, a line here is a whole paragraph.
    """
    lines: list[Line] = []
    last, gap = 0, True
    for match in _LINE.finditer(text):
        gap = gap or match.start() - last > 1  # only line ends stand between two matches
        line = _line(match, gap)
        if line.text:
            lines.append(line)
        last, gap = match.end(), not line.text
    return unwrap(text, lines)


def _line(match: re.Match[str], gap: bool) -> Line:
    raw = match[0]
    body = raw.lstrip()
    indent = len(raw) - len(body)
    bullet = _BULLET.match(body) if indent or not body.startswith("o") else None
    start = match.start() + indent + (bullet.end() if bullet else 0)
    words = raw[start - match.start() :]
    span = Span(start, start + len(words.rstrip()))
    return Line(span, _ARTEFACT.sub("", normalise(words)), indent, bullet is not None, gap)


def unwrap(text: str, lines: list[Line]) -> list[Line]:
    """`lines` with those that a fixed width broke put together again; as they are where nothing was wrapped."""
    broken = [n for n in range(1, len(lines)) if _continues(lines[n - 1], lines[n])]
    if len(broken) < _FEWEST_BROKEN or len(broken) < _BROKEN_SHARE * len(lines):
        return lines
    if max(len(line.text) for line in lines) > _WIDEST:
        return lines
    whole: list[Line] = []
    width = max(len(line.text) for line in lines)
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else line
        if whole and not line.gap and not line.bullet and len(before.text) >= _FULL_LINE * width:
            span = Span(whole[-1].span.start, line.span.end)
            whole[-1] = replace(whole[-1], span=span, text=" ".join(normalise(span.of(text)).split()))
        else:
            whole.append(line)
    return whole


def _continues(before: Line, line: Line) -> bool:
    """Whether a line goes on in the middle of the sentence of the line before."""
    return not line.gap and not line.bullet and not before.ends and line.text[0].islower() and len(before.text) >= 40


def key(text: str) -> str:
    """What two lines with the same words have in common, whatever their case and punctuation."""
    return " ".join(_WORD.findall(text.casefold()))
