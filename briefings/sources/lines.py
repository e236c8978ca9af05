"""The lines of a pasted page and what each looks like. Not here: which of them are the article (`clean.py`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.sources import phrases
from briefings.sources.decode import normalise

_BULLET = re.compile(r"(?:[*+•·▪◦‣●■]|o(?=\s))\s+(?=\S)|[*+•·▪◦‣●■]$")
_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = re.compile(r"[.!?][\"”’'»)\]*]*$")
_TRAILS = re.compile(r"(?:…|\.\.\.)[\"”’')\]]*$")
_INNER = re.compile(r"[.!?][\"”’']*\s+[\"“‘'(]*[A-ZÀ-Ý]")
_QUOTE = re.compile(r"[\"“”«»]")
_SEPARATOR = re.compile(r"[|›»•·]|\s/\s|::")
_FUNCTION_WORDS = frozenset(
    """
    the a an and or but of to in on at by for from with as that this these those it its is was were are be been has have
    had he she they we you i his her their our not no who which what when where while after before if than then there
    will would could can may said also about into over more so
    le la les un une des du de et à au aux en que qui dans pour sur par est el los las y se del al con por para una
    der die das und ist von zu mit den dem nicht
    """.split()  # noqa: SIM905 (a list of literals would be a hundred lines)
)


@dataclass(frozen=True, slots=True)
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

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS.search(self.text) is not None and not self.trails

    @property
    def trails(self) -> bool:
        """Whether it breaks off in dots, as teasers do."""
        return _TRAILS.search(self.text) is not None

    @property
    def words(self) -> list[str]:
        """Its words."""
        return _WORD.findall(self.text)


def split_lines(text: str) -> list[Line]:
    """The lines of a decoded text that hold more than white space and bullets, in order."""
    lines: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        body = raw.lstrip()
        indent = len(raw) - len(body)
        bullet = _BULLET.match(body) if indent or not body.startswith("o") else None
        start = match.start() + indent + (bullet.end() if bullet else 0)
        words = normalise(text[start : match.end()])
        if not words:
            continue
        gap = not lines or text.count("\n", last, match.start()) > 1
        last = match.end()
        lines.append(
            Line(Span(start, start + len(text[start : match.end()].rstrip())), words, indent, bullet is not None, gap)
        )
    return lines


def key(text: str) -> str:
    """What two lines with the same words have in common, whatever their case and punctuation."""
    return " ".join(_WORD.findall(text.casefold()))


def describe(lines: Sequence[Line]) -> list[dict[str, float]]:
    """For every line the features (0 to 1) that the line itself shows, by name."""
    seen = Counter(key(line.text) for line in lines)
    body_indent = _body_indent(lines)
    return [_features(line, seen[key(line.text)], body_indent) for line in lines]


def _body_indent(lines: Sequence[Line]) -> int:
    """The indentation under which most words of long sentences stand."""
    weight: Counter[int] = Counter()
    for line in lines:
        if not line.bullet and line.ends and len(line.text) >= 80:
            weight[line.indent] += len(line.text)
    return weight.most_common(1)[0][0] if weight else 0


def _features(line: Line, seen: int, body_indent: int) -> dict[str, float]:
    words, text = line.words, line.text
    count = max(1, len(words))
    lower = sum(1 for word in words if word[0].islower()) / count
    return {
        "bias": 1.0,
        "up to 3 words": float(count <= 3),
        "4 to 7 words": float(4 <= count <= 7),
        "8 to 15 words": float(8 <= count <= 15),
        "16 to 30 words": float(16 <= count <= 30),
        "over 30 words": float(count > 30),
        "ends a sentence": float(line.ends),
        "breaks off": float(line.trails),
        "sentences inside": min(3, len(_INNER.findall(text))) / 3,
        "function words": sum(1 for word in words if word.casefold() in _FUNCTION_WORDS) / count,
        "lower case": lower,
        "quotes": float(_QUOTE.search(text) is not None),
        "comma": float(", " in text),
        "item": float(line.bullet),
        "capitals": float(text.isupper()),
        "digits": sum(map(str.isdigit, text)) / len(text),
        "separators": float(_SEPARATOR.search(text) is not None),
        "label": float(phrases.is_label(text)),
        "tail heading": float(phrases.is_tail(text)),
        "notice": float(phrases.is_notice(text)),
        "author box": float(phrases.is_author_box(text)),
        "picture credit": float(phrases.is_picture_credit(text)),
        "time stamp": float(phrases.is_stamp(text)),
        "byline": float(phrases.is_byline(text)),
        "repeated": float(seen > 1),
        "body's indentation": float(line.indent == body_indent),
    }
