"""A decoded text -> its lines. Not here: what they look like (`features.py`), which are the article (`clean.py`)."""

from __future__ import annotations

import re
from unicodedata import is_normalized

from briefings.sources.decode import normalise
from briefings.sources.page_lines import Line, Lines, ends_sentence, words_of

__all__ = ["Line", "Lines", "key", "split_lines"]

_BULLETS = "*+•·▪◦‣●■o"
_BULLET = re.compile(r"(?:[*+•·▪◦‣●■]|o(?=\s))\s+(?=\S)|[*+•·▪◦‣●■]$")
_ARTEFACT = re.compile(r" ?,? opens (?:in )?(?:a )?new (?:tab|window)", re.I)
_DROPPED = re.compile("[\u034f\ufffc]")  # what `normalise` drops of what counts as printable
_FEWEST_BROKEN, _BROKEN_SHARE = 3, 0.25  # lines that go on in mid sentence: a text with as many was wrapped
_WIDEST = 110  # code points of a line of wrapped text
_FULL_LINE = 0.65  # of the width: a shorter line ends its paragraph
_LONG_LINE = 40  # code points: a shorter line was not broken for its length


def split_lines(text: str) -> Lines:
    """The lines of a decoded text that hold more than white space and bullets, in order.

    Where a text is wrapped at a fixed width, as in e-mail, a line here is a whole paragraph.
    """
    lines = Lines()
    artefacts = "opens" in text.casefold()
    start, gap = 0, True
    for raw in text.split("\n"):
        body = raw.lstrip()
        found = False
        if body:
            indent = len(raw) - len(body)
            bullet = _BULLET.match(body) if body[0] in _BULLETS and (indent or body[0] != "o") else None
            words = (body[bullet.end() :] if bullet else body).rstrip()
            plain = _plain(words)
            if artefacts:
                plain = _ARTEFACT.sub("", plain)
            if plain:
                at = start + indent + (bullet.end() if bullet else 0)
                lines.append(at, at + len(words), plain, indent, bullet=bullet is not None, gap=gap)
                found = True
        start, gap = start + len(raw) + 1, not found
    return unwrap(text, lines)


def _plain(words: str) -> str:
    """A line's words, normalised; most are so already, and to see that is ten times faster than to do it."""
    if words.isprintable() and "  " not in words:
        if words.isascii():
            return words
        if is_normalized("NFC", words) and _DROPPED.search(words) is None:
            return words
    return normalise(words)


def unwrap(text: str, lines: Lines) -> Lines:
    """`lines` with those that a fixed width broke put together again; as they are where nothing was wrapped."""
    width = max(map(len, lines.texts), default=0)
    if width > _WIDEST:
        return lines
    broken = sum(_continues(lines, number) for number in range(1, len(lines)))
    if broken < _FEWEST_BROKEN or broken < _BROKEN_SHARE * len(lines):
        return lines
    whole, first = Lines(), 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not _joins(lines, number, width):
            _append(whole, text, lines, first, number - 1)
            first = number
    return whole


def _joins(lines: Lines, number: int, width: int) -> bool:
    """Whether a line belongs to the paragraph of the line before."""
    plain = not lines.has_gap(number) and not lines.has_bullet(number)
    return plain and len(lines.texts[number - 1]) >= _FULL_LINE * width


def _append(whole: Lines, text: str, lines: Lines, first: int, last: int) -> None:
    start, stop = lines.span(first).start, lines.span(last).end
    words = lines.texts[first] if first == last else " ".join(normalise(text[start:stop]).split())
    whole.append(start, stop, words, lines.indents[first], bullet=lines.has_bullet(first), gap=lines.has_gap(first))


def _continues(lines: Lines, number: int) -> bool:
    """Whether a line goes on in the middle of the sentence of the line before."""
    before = lines.texts[number - 1]
    return (
        len(before) >= _LONG_LINE
        and lines.texts[number][0].islower()
        and not lines.has_gap(number)
        and not lines.has_bullet(number)
        and not ends_sentence(before)
    )


def key(text: str) -> str:
    """What two lines with the same words have in common, whatever their case and punctuation."""
    return " ".join(words_of(text.casefold()))
