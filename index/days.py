"""Days as queries write them: `2023`, `2023-12`, `2023-12-27`. Not here: how an index keeps them."""

from __future__ import annotations

import calendar
import re
from datetime import date

_DAYS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def span_of_days(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day. Raises ValueError, in the reader's words, for others."""
    match = _DAYS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no day: write 2023, 2023-12 or 2023-12-27")
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is not None and month and day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year or 0, month or 1, day or 1), date(year or 0, month or 12, day or 31)
    except ValueError as error:  # IllegalMonthError is one
        raise ValueError(f"{text!r} is not in the calendar") from error
