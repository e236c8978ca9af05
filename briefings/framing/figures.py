"""Figures: numbers with their unit and what they count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefings.article import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    span: its words, with the words that make it vague and its unit: `nearly 50,000`.
    value: the number; the lower end of a range. unit: `$`, `%`, `km`, empty for a plain count.
    about: the noun counted, in the text's words; empty where none is found.
    approx: the words that make it vague (`nearly`, `more than`), empty where it is stated plainly.
    high: the upper end of a range, else None.
    """

    span: Span
    value: float
    unit: str
    about: str
    approx: str
    high: float | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of two or more articles that count the same thing.

    members: (index of the article, its figure), by article and place.
    relation: `agree` at the precision each is stated at, else `differ`.
    """

    members: tuple[tuple[int, Figure], ...]
    relation: Literal["agree", "differ"]


_NUMBER = re.compile(
    r"(?P<approx>nearly|almost|about|around|more than|over|as many as|at least|up to)?\s?"
    r"(?P<money>[$€£])?\s?(?P<number>\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(?P<scale>hundred|thousand|million|billion|trillion)\b)?"
    r"(?P<percent>\s?(?:%|percent\b|per cent\b))?"
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_COUNTED = re.compile(r"\s+(?!(?:in|of|on|at|to|and|or|by|for|from|the|a)\b)([a-z-]+)")


def find_figures(text: str) -> list[Figure]:
    """The figures of `text`, in order."""
    found = []
    for match in _NUMBER.finditer(text):
        value = float(match["number"].replace(",", "")) * _SCALES.get(match["scale"] or "", 1)
        unit = match["money"] or ("%" if match["percent"] else "")
        counted = _COUNTED.match(text, match.end())
        about = counted[1] if counted else ""
        found.append(Figure(Span(*match.span()), value, unit, about, match["approx"] or ""))
    return found
