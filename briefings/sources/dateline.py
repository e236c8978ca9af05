"""The day of publication where no line between headline and text gives it: in the dateline, else in the address.

Not here: lines under the headline (`signature.py`), the agency a dateline names (`credit.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefings.sources.days import find_day
from briefings.sources.imported import UNKNOWN, Field

_DASH = re.compile(r"\s*(?:[—–]|--|\s-\s)\s*")
_LONGEST = 90  # code points of a dateline
_PLACE = r"[A-ZÀ-Ý][\w.'’-]*(?:[ ,/]+(?:[A-ZÀ-Ý][\w.'’-]*|de|del|of|la|el|and)){0,6}"
_NO_PLACE = r"(?!(?:On|In|By|At|Since|From|Until|Till|Before|After|As|The|It|For|Between|Last|This)\b)"
_DATELINE = re.compile(rf"{_NO_PLACE}(?:{_PLACE})?[\s,]*(?:\([^()]*\)[\s,]*)*")
_DATED = re.compile(
    r"\(?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\b[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+(?:19|20)\d\d"
    r"|\b\d{1,2}\s+[A-Z][a-z]{2,8}\.?,?\s+(?:19|20)\d\d|\b(?:19|20)\d\d-\d\d-\d\d)\)?",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_YEARLESS = re.compile(
    rf"(?:\b{_MONTH}\s+\d{{1,2}}|\b\d{{1,2}}\s+{_MONTH})(?!\d|,?\s+(?:19|20)\d\d)",
    re.I,
)
_MONTH_IN_PATH = re.compile(
    r"https?://[^/?#\s]+/(?:[^?#\s]*[/-])?(?P<year>(?:19|20)\d\d)[/-](?P<month>0?[1-9]|1[0-2])(?:[/-]|$)", re.I
)
_IN_PATH = re.compile(
    r"https?://[^/?#\s]+/(?:[^?#\s]*/)?(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)/", re.I
)


def day_among(*days: Field) -> Field:
    """The first of the days that is known, in the order of how well they are known; unknown where none is."""
    return next((day for day in days if day.value), UNKNOWN)


def day_of_dateline(paragraphs: Sequence[str]) -> Field:
    """The day that the first paragraph's dateline states with its year: `LINDHAVN, March 7, 2024 —`; else unknown."""
    head, words = _dated(paragraphs, _DATED)
    day = find_day(words)
    return Field(day.isoformat(), "stated", head) if day else UNKNOWN


def day_between(paragraphs: Sequence[str], url: Field) -> Field:
    """The day of a dateline without a year, `LINDHAVN, March 7 —`, in the year that the address gives with its month.

    Inferred; unknown where the address is filed under another month than the day's own or the next.
    """
    head, words = _dated(paragraphs, _YEARLESS)
    found = _MONTH_IN_PATH.match(url.value or "") if words else None
    if found is None:
        return UNKNOWN
    filed = int(found["year"]) * 12 + int(found["month"]) - 1
    for year in (int(found["year"]), int(found["year"]) - 1):
        day = find_day(f"{words}, {year}")
        if day and filed - (day.year * 12 + day.month - 1) in (0, 1):
            return Field(day.isoformat(), "inferred", f"{head}\n{url.evidence}")
    return UNKNOWN


def _dated(paragraphs: Sequence[str], form: re.Pattern[str]) -> tuple[str, str]:
    """(dateline, its words of the form) of the first paragraph; empty where it opens with no such dateline."""
    opening = paragraphs[0] if paragraphs else ""
    dash = _DASH.search(opening)
    head = opening[: dash.start()] if dash else ""
    found = form.search(head) if 0 < len(head) <= _LONGEST else None
    if found is None or not _DATELINE.fullmatch(f"{head[: found.start()]} {head[found.end() :]}".strip()):
        return "", ""
    return head, found[0]


def day_of_address(url: Field) -> Field:
    """The day in the path of an article's address, as many sites file their reports; inferred, or unknown."""
    found = _IN_PATH.match(url.value or "")
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        day = None
    return Field(day.isoformat(), "inferred", url.evidence) if day else UNKNOWN
