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
_IN_PATH = re.compile(
    r"https?://[^/?#\s]+/(?:[^?#\s]*/)?(?P<year>(?:19|20)\d\d)/(?P<month>\d\d?)/(?P<day>\d\d?)/", re.I
)


def day_among(*days: Field) -> Field:
    """The first of the days that is known, in the order of how well they are known; unknown where none is."""
    return next((day for day in days if day.value), UNKNOWN)


def day_of_dateline(paragraphs: Sequence[str]) -> Field:
    """The day that the first paragraph's dateline states with its year: `LINDHAVN, March 7, 2024 —`; else unknown."""
    opening = paragraphs[0] if paragraphs else ""
    dash = _DASH.search(opening)
    head = opening[: dash.start()] if dash else ""
    found = _DATED.search(head) if 0 < len(head) <= _LONGEST else None
    day = find_day(found[0]) if found else None
    if (
        found is None
        or day is None
        or not _DATELINE.fullmatch(f"{head[: found.start()]} {head[found.end() :]}".strip())
    ):
        return UNKNOWN
    return Field(day.isoformat(), "stated", head)


def day_of_address(url: Field) -> Field:
    """The day in the path of an article's address, as many sites file their reports; inferred, or unknown."""
    found = _IN_PATH.match(url.value or "")
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    except ValueError:
        day = None
    return Field(day.isoformat(), "inferred", url.evidence) if day else UNKNOWN
