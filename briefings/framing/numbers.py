"""Numbers as news prose writes them: digits, words, scales, fractions. Not here: which of them are figures
(`figures.py`).

Digits may be grouped as in `1,234,567`, `12,34,567` or `1 234 567`, with spaces around their points and commas where
a source was split into words; a scale may follow (`4.5 million`, `10k`, `3bn`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from briefings.article import Span

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: float(n) for n, word in enumerate(_UNITS.split())}
_SMALL |= {word: 10.0 * n for n, word in enumerate(_TENS.split(), start=2)}
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "dozen": 12.0, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "tn": 1e12, "tln": 1e12,
}  # fmt: skip
_LOWER = str.maketrans(ascii_uppercase, ascii_lowercase)
_WORD = re.compile(r"[a-z]+")
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|"
    r"\d{1,3}(?:[ ],[ ]\d{3})+(?!\d)|\d+)(?:\.\d+|[ ]\.[ ]\d+)?|\.\d+"
)
_SCALE = r"hundred|thousand|million|billion|trillion|lakh|crore|dozen"
_SHORT_SCALE = r"(?:k|mm|mn|mln|mil|m|bn|bln|b|tn|tln)(?![\w-])"
_CARDINAL = "|".join(sorted(_SMALL, key=len, reverse=True))
_PART = r"(?:half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?|halves"
_SEP = r"(?:[ \u00a0]+|-)"
_WORDS = rf"(?:{_CARDINAL})(?:{_SEP}(?:and{_SEP})?(?:{_CARDINAL}|{_SCALE})\b){{0,20}}"
_OF = r"(?:1{0}2|[12]{0}3|[13]{0}4|[1-4]{0}5|[1357]{0}8|[1379]{0}10|\d{{1,2}}{0}16|\d{{1,2}}{0}32)(?![/\d])".format(
    "(?:/|[ ]/[ ])"
)
_FRACTION = rf"(?:\d{{1,3}}[ -])?(?<!/)\b{_OF}"

NUMBER = re.compile(
    rf"""(?:(?<![\w.,/])|(?<=\busd)|(?<=\beur)|(?<=\bgbp))(?P<sign>(?<![^\s(])[-−](?=[\d.])|(?:minus|negative)\ )?(?:
        (?P<fraction>{_FRACTION})
      | (?P<mixed>(?:{_DIGITS})[ ]?)?(?P<vulgar>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
      | (?P<part>(?:an?|one|two|three|four|five|six|seven|eight|nine){_SEP}(?:{_PART})|half|quarter)\b
        (?P<part_scale>(?:\ of)?(?:\ an?)?\ (?:{_SCALE})\b)?
      | (?P<digits>{_DIGITS})
      | (?P<words>{_WORDS}|an?(?=[ ](?:{_SCALE})\b))(?![\w’'])
      )
      (?P<scale>(?:(?:[ \u00a0]|-)(?:{_SCALE})\b(?!-(?:and|fold))|(?<=\d)[ \u00a0]?{_SHORT_SCALE})*)
      (?P<half>\ and\ an?\ half\b(?P<half_scale>(?:\ (?:{_SCALE})\b)*))?
    """,
    re.VERBOSE,
)
"""A number, in lower case. Its group `digits`, `words`, `fraction`, `vulgar` or `part` says how it is written."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text.

    span: its words. value: it. written: `digits`, `words`, `fraction` (`1/2`) or `part` (`two-thirds`).
    scale: what its scale words or letters multiply it by, 1 where there are none.
    """

    span: Span
    value: float
    written: str
    scale: float = 1.0


def find_numbers(text: str) -> list[Number]:
    """Every number of `text`, in order, whatever it is used for."""
    return [_number(match) for match in NUMBER.finditer(text.translate(_LOWER))]


def _number(match: re.Match[str]) -> Number:
    value, written = _plain(match)
    half_scales = _WORD.findall(match["half_scale"] or "")
    if match["half"]:
        value += 0.5 * (1.0 if half_scales or not match["words"] else _own_scale(match["words"]))
    scale = 1.0
    for name in _WORD.findall(match["scale"] or "") + half_scales:
        scale *= _SCALES[name]
    inner = _own_scale(match["words"] or match["part_scale"] or "")
    return Number(Span(*match.span()), value * scale * (-1 if match["sign"] else 1), written, scale * inner)


def _plain(match: re.Match[str]) -> tuple[float, str]:
    """The value before its scale, and how it is written."""
    if match["fraction"]:
        *whole, part = re.split(r"[ -]", match["fraction"].replace(" / ", "/"))
        top, bottom = part.split("/")
        return sum(map(float, whole)) + float(top) / float(bottom), "fraction"
    if match["vulgar"]:
        return float(re.sub(r"[^\d.]", "", match["mixed"] or "") or 0) + unicodedata.numeric(
            match["vulgar"]
        ), "fraction"
    if match["part"]:
        *count, part = re.split(_SEP, match["part"])
        many = _SMALL.get(count[0], 1.0) if count else 1.0
        value = many / _PARTS.get(part, _PARTS.get(part.rstrip("s"), 1))
        scale = (match["part_scale"] or " ").split()
        return value * (_SCALES[scale[-1]] if scale else 1.0), "part"
    if match["digits"]:
        return float(re.sub(r"[^\d.]", "", match["digits"])), "digits"
    return value_of(match["words"]), "words"


def value_of(words: str) -> float:
    """The value of a number in words: `two hundred and six thousand`."""
    total = current = 0.0
    for word in _WORD.findall(words):
        if word in _SMALL:
            current += _SMALL[word]
        elif word in ("hundred", "dozen"):
            current = (current or 1.0) * _SCALES[word]
        elif word in _SCALES:
            total += (current or 1.0) * _SCALES[word]
            current = 0.0
        elif word in ("a", "an"):
            current = 1.0
    return total + current


def _own_scale(words: str) -> float:
    """The last scale among `words`: what "and a half" is half of in "one million and a half"."""
    scales = [_SCALES[word] for word in _WORD.findall(words) if word in _SCALES]
    return scales[-1] if scales else 1.0
