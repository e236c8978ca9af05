"""Words -> the day they name, where they name one without doubt. Not here: which day is that of publication."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = (
    re.compile(rf"(?<!\d){_YEAR}-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
    re.compile(rf"(?:\b|(?<=[ap]m)){_MONTH}\s*{_DAY}\s*,?\s+{_YEAR}", re.I),
    re.compile(rf"(?<!\d){_DAY}(?:\s+of)?[\s-]*{_MONTH},?[\s-]*{_YEAR}", re.I),
    re.compile(rf"(?<!\d){_YEAR}/(?P<number>\d\d)/(?P<day>\d\d)(?!\d)"),
)
_NUMBERS = re.compile(rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<dot>[./-])(?P<second>\d{{1,2}})(?P=dot){_YEAR}(?![\d./-])")


def find_day(words: str) -> date | None:
    """The first day that `words` name with its year; None where there is none or day and month could be swapped."""
    found = min((match for form in _FORMS if (match := form.search(words))), key=re.Match.start, default=None)
    if found is not None:
        return _written(found)
    if found := _NUMBERS.search(words):
        first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
        if first == second or second > 12:
            return _day(year, first, second)
        if first > 12:
            return _day(year, second, first)
    return None


def earliest_day(words: str) -> date | None:
    """The earliest of the days that `words` name; of one written in numbers only where no other is written out."""
    days = (_written(match) for form in _FORMS for match in form.finditer(words))
    return min(filter(None, days), default=None) or find_day(words)


def _written(found: re.Match[str]) -> date | None:
    """The day of a match of `_FORMS`."""
    part = found.groupdict()
    month = int(part["number"]) if "number" in part else _MONTHS.index(part["month"][:3].lower()) + 1
    return _day(int(part["year"]), month, int(part["day"]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
