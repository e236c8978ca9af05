"""Numbers with the unit beside them, and ranges of them. Not here: what they count (`counted.py`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefings.article import Span
from briefings.framing import units
from briefings.framing.numbers import Number

_TO = re.compile(r"[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0](?:to|and|or)[ \u00a0]")
_BETWEEN = re.compile(r"\bbetween[ \u00a0]$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom[ \u00a0]$", re.IGNORECASE)
_AND = re.compile(r",?[ \u00a0](?:and[ \u00a0])?")
_ENDS = re.compile(r"\s*(?:[.,;:!?)]|$)")
_OUT_OF = re.compile(r"[ \u00a0](?:in|out of)[ \u00a0](?:every[ \u00a0])?")
_WHOLE = 1100
_LETTER_M = re.compile(r"\d[ \u00a0]?m$")
_MILLIONS_OF = re.compile(r"[ \u00a0](?:people|men|women|children|[a-z]{3,}s)\b")
_HUNDREDTHS = frozenset({"cents", "pence"})


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit. span: both. value: with its scale. unit: as in `Figure`. number: as it is written."""

    span: Span
    value: float
    unit: str
    number: Number


def measured(text: str, number: Number) -> Measured:
    """`number` with the currency before it, or the currency, percent sign or measure after it."""
    start, end = number.span
    before = units.BEFORE.search(text[max(0, start - 8) : start])
    money = units.currency_before(before[1]) if before else None
    value = number.value
    if before and money:
        start -= len(before.group())
        value *= 1e6 if units.in_millions(before[1]) else 1
    after = units.AFTER.match(text, end)
    if money is None and (percent := units.PERCENT.match(text, end)):
        return Measured(Span(start, percent.end()), value, "%", number)
    if after and (money is None or after[2]):
        value *= 1e6 if after[3] and units.in_millions(after[3]) else 1
        scale = units.SCALE_AFTER.match(text, after.end())
        end = scale.end() if scale else after.end()
        value *= units.SCALES[scale[1]] if scale else 1
        return Measured(Span(start, end), value, money or units.currency_after(after), number)
    if money is None and _LETTER_M.search(number.span.of(text)) and not _MILLIONS_OF.match(text, end):
        return Measured(number.span, value / 1e6, "metres", replace(number, scale=1.0))
    if money is None and (measure := units.MEASURE.match(text, end)):
        return Measured(Span(start, measure.end()), value, units.measure_unit(measure.group()), number)
    return Measured(Span(start, end), value, money or "", number)


def summed(text: str, found: list[Measured]) -> list[Measured]:
    """`found`, with dollars and the cents after them made one sum."""
    sums: list[Measured] = []
    for one in found:
        last = sums[-1] if sums else None
        if last and last.unit in "$€£" and last.span.end > last.number.span.end and _are_cents(text, last, one):
            sums[-1] = replace(last, span=Span(last.span.start, one.span.end), value=last.value + one.value / 100)
        else:
            sums.append(one)
    return sums


def _are_cents(text: str, whole: Measured, part: Measured) -> bool:
    """Whether `part` is the cents of `whole`: "3 dollars and 50 cents", "15 dollars 50"."""
    if not _AND.fullmatch(text, whole.span.end, part.span.start) or part.value >= 100:
        return False
    return part.unit in _HUNDREDTHS or (not part.unit and _ENDS.match(text, part.span.end) is not None)


def shares(text: str, found: list[Measured]) -> list[Measured]:
    """`found`, with "one in five" and "nine out of 10" made one number, the part of the whole."""
    parts: list[Measured] = []
    for one in found:
        last = parts[-1] if parts else None
        if last and not last.unit and 0 < last.value < one.value and _is_share(text, last, one):
            span = Span(last.span.start, one.span.end)
            parts[-1] = replace(last, span=span, value=last.value / one.value, number=replace(one.number, span=span))
        else:
            parts.append(one)
    return parts


def _is_share(text: str, part: Measured, whole: Measured) -> bool:
    """Whether two numbers are a part and its whole: only plain whole numbers are."""
    plain = not whole.unit and part.number.scale == whole.number.scale == 1 and part.value + whole.value <= _WHOLE
    return plain and _OUT_OF.fullmatch(text, part.span.end, whole.span.start) is not None


def ranges(text: str, found: list[Measured]) -> Iterator[tuple[Measured, Measured | None]]:
    """Each of `found`, two that are the ends of a range together. Scores ("3-2") are left out."""
    number = 0
    while number < len(found):
        low = found[number]
        high = found[number + 1] if number + 1 < len(found) else None
        link = _TO.fullmatch(text, low.span.end, high.span.start) if high else None
        number += 1
        if high is None or link is None:
            yield low, None
        elif (pair := _range(text, low, high, link.group().strip(" \u00a0"))) is not None:
            yield pair
            number += 1
        elif link.group().strip(" \u00a0") in "–—-" and not low.unit and not high.unit:
            number += 1
        else:
            yield low, None


def _range(text: str, low: Measured, high: Measured, link: str) -> tuple[Measured, Measured] | None:
    """The two as one range; None where they are two figures ("rose from 5 to 6") or a score."""
    before = text[max(0, low.span.start - 9) : low.span.start]
    if (link == "and" and not _BETWEEN.search(before)) or (link == "to" and _FROM.search(before)):
        return None
    if low.unit and low.unit != high.unit and not (high.span.end == high.number.span.end and not high.unit):
        return None
    if low.number.scale == 1 and high.number.scale > 1 and low.value < high.value / high.number.scale:
        low = replace(low, value=low.value * high.number.scale)
    if low.value >= high.value or (link == "or" and high.value > 2 * low.value):
        return None
    return low, high
