"""Figures: numbers with their unit and what they count. Not here: comparing those of several articles
(`figure_groups.py`).

Left out: ordinals, dates, years, times of day, ages in apposition, scores, telephone numbers, house numbers, and
numbers that are part of a name (`Title 9`, `B-12`). Counts without a number ("dozens", "hundreds") are no figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefings.article import Span
from briefings.framing.counted import counted_after
from briefings.framing.measured import Measured, measured, ranges, shares, summed
from briefings.framing.not_figures import is_name_part, is_time
from briefings.framing.numbers import find_numbers
from briefings.framing.steps import Ask, asking, go_on
from briefings.framing.units import TIMES


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


_APPROX = re.compile(
    r"\b((?:(?:well|just|slightly|a little|far|much|still)[ ])?(?:more than|less than|fewer than|greater than|over|"
    r"under|above|below|nearly|almost|about|around|roughly|approximately|some|at least|at most|up to|as many as|"
    r"as much as|as few as|as little as|as high as|as low as|no fewer than|no less than|no more than|not more than|"
    r"close to|upwards? of|north of|an estimated|estimated|a reported|reportedly))[ \u00a0]$",
    re.IGNORECASE,
)
_APPROX_AFTER = re.compile(r"[ \u00a0]or (?:more|less|fewer|so)\b|\+|[ -]plus\b")
_ONE_OF = frozenset(
    {
        "person",
        "man",
        "woman",
        "child",
        "boy",
        "girl",
        "officer",
        "soldier",
        "civilian",
        "student",
        "worker",
        "death",
        "case",
        "vote",
        "victim",
    }
)
_GROUPS = frozenset(
    {
        "member",
        "person",
        "man",
        "woman",
        "seat",
        "state",
        "game",
        "match",
        "point",
        "story",
        "storey",
        "bedroom",
        "nation",
        "country",
        "judge",
        "vote",
    }
)
_WHICH_HALF = re.compile(r"\b(?:first|second|last|other|latter|better|third|the)[ ]$", re.IGNORECASE)
SMALL = 12
"""A number in words up to this one is a figure only where a noun or a unit follows it."""


def find_figures(text: str, ask: Ask = go_on) -> list[Figure]:
    """The figures of `text`, in order. Linear in the length of the text."""
    numbers = (measured(text, number) for number in asking(find_numbers(text), ask))
    usable = [m for m in numbers if not is_time(text, m) and not is_name_part(text, m) and not _is_loose_part(text, m)]
    found = (_figure(text, one, high) for one, high in ranges(text, shares(text, summed(text, usable))))
    return [figure for figure in asking(found, ask) if figure is not None]


def _figure(text: str, one: Measured, high: Measured | None) -> Figure | None:
    """The figure that a number, or a range, states; None where it is none."""
    start, end = one.span.start, (high or one).span.end
    unit = one.unit or (high.unit if high else "")
    after = _APPROX_AFTER.match(text, end)
    lasts = unit in TIMES and "-" not in one.span.of(text)
    about = "" if lasts else counted_after(text, after.end() if after else end, linked=unit not in ("", "%"))
    if not _is_stated(text, one, about, alone=high is None):
        return None
    approx = _APPROX.search(text[max(0, start - 30) : start])
    words = approx[1] if approx else after.group().strip(" -\u00a0") if after else ""
    span = Span(start - len(approx.group()) if approx else start, after.end() if after and not approx else end)
    return Figure(span, one.value, unit, about, words, high.value if high else None)


def _is_stated(text: str, one: Measured, about: str, *, alone: bool) -> bool:
    """Whether a number is stated as a figure, not used in passing: "one of them", "the two", "a three-way race"."""
    if one.unit or one.number.scale > 1 or not alone:
        return True
    following = text[one.span.end : one.span.end + 1]
    if one.number.written != "words":
        return True
    first = about.split()[0].lower() if about else ""
    if following == "-":
        return first in _GROUPS
    if one.value == 1:
        return first in _ONE_OF
    return bool(about) or one.value > SMALL


def _is_loose_part(text: str, one: Measured) -> bool:
    """Whether `half`, `a quarter` and the like stand alone: "the second half", "in the quarter"."""
    if one.number.written != "part" or one.number.scale > 1 or "-" in one.number.span.of(text):
        return False
    before = text[max(0, one.span.start - 8) : one.span.start]
    return not text.startswith((" of ", " the ", " its "), one.span.end) or _WHICH_HALF.search(before) is not None
