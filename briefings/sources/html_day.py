"""The day an HTML page was published, as its outlet counts days. Not here: the page's other fields (`html_fields.py`).

Metadata give a moment, often in UTC: by then it may be another day where the outlet is. The same moment written with
the outlet's own offset, without any, or in words tells which day it was there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from briefings.sources.assemble import stated
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import UNKNOWN, Field

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]+(\d\d:\d\d)(:\d\d)?(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?\s*$", re.I
)
_SAME = timedelta(minutes=1)
_WIDEST = timedelta(hours=14)  # the largest offset from UTC anywhere
_QUARTER = timedelta(minutes=15)  # every offset is a multiple of it
_TIME = "time"
_PUBLISHED = ".//*[@itemprop='datePublished']"


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A moment or day that a page gives: what names it, its words, its day, and the moment where it has one."""

    name: str
    words: str
    day: date
    moment: datetime | None

    @property
    def utc(self) -> bool:
        """Whether it is a moment that is told in UTC."""
        return self.moment is not None and self.moment.tzinfo is not None and not self.moment.utcoffset()


def find_day_of(tree: Any, given: Iterable[tuple[str, str]], shown: Callable[[], Field] = lambda: UNKNOWN) -> Field:
    """The day of publication of a parsed page.

    given: (name, words) of its metadata, the one to believe first. shown: the day that its text gives under the title;
    asked for only where the metadata count in UTC and nothing on the page tells the outlet's own day.
    """
    stamps = [stamp for name, words in given if (stamp := _stamp(name, words))]
    if not stamps:
        stamps = [stamp for element in tree.iterfind(_PUBLISHED) for stamp in _of_element(element, "datePublished")]
    if not stamps:
        return UNKNOWN
    first = stamps[0]
    if not first.utc:
        return _field(first)
    others = [*_of_times(tree), *stamps[1:]]
    for tells in (_is_same_elsewhere, _is_same_unzoned, _is_bare_day):
        for one in others:
            if tells(one, first):
                return _field(one)
    text = shown()
    return text if text.value and _is_near(date.fromisoformat(text.value), first) else _field(first)


def _field(stamp: _Stamp) -> Field:
    return stated(stamp.day.isoformat(), f"{stamp.name}: {stamp.words}")


def _stamp(name: str, words: str) -> _Stamp | None:
    day = find_day(words)
    return _Stamp(name, words, day, _moment(words)) if day else None


def _moment(words: str) -> datetime | None:
    """The moment in ISO 8601; without an offset where it gives none."""
    found = _MOMENT.match(words.strip())
    if found is None:
        return None
    zone = (found["zone"] or "").upper()
    zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    try:
        return datetime.fromisoformat(f"{found[1]}T{found[2]}{found[3] or ':00'}{zone}")
    except ValueError:
        return None


def _of_times(tree: Any) -> Iterator[_Stamp]:
    for element in tree.iter("time"):
        yield from _of_element(element, _TIME)


def _of_element(element: Any, name: str) -> Iterator[_Stamp]:
    """The stamp of an element; its day is the one in its words, where they give one."""
    words = " ".join(normalise(" ".join(element.itertext())).split())[:200]
    machine = element.get("datetime") or element.get("content") or ""
    named, day = _stamp(name, machine), find_day(words)
    if day:
        yield _Stamp(name, words, day, named.moment if named else None)
    elif named:
        yield named


def _is_same_elsewhere(one: _Stamp, utc: _Stamp) -> bool:
    """Whether a stamp is the same moment, with words or an offset that tell the outlet's own day."""
    if one.moment is None or utc.moment is None or one.moment.tzinfo is None:
        return False
    told = not one.utc or not _MOMENT.match(one.words)
    return told and abs(one.moment - utc.moment) < _SAME


def _is_same_unzoned(one: _Stamp, utc: _Stamp) -> bool:
    """Whether a stamp without an offset is the same moment on the outlet's clocks."""
    if one.moment is None or utc.moment is None or one.moment.tzinfo is not None:
        return False
    apart = abs(one.moment.replace(tzinfo=UTC) - utc.moment)
    rest = apart % _QUARTER
    return _QUARTER <= apart <= _WIDEST and min(rest, _QUARTER - rest) <= timedelta(seconds=2)


def _is_bare_day(one: _Stamp, utc: _Stamp) -> bool:
    """Whether a stamp of the metadata is a day without an hour, and the moment's somewhere on earth."""
    return one.moment is None and one.name != _TIME and _is_near(one.day, utc)


def _is_near(day: date, utc: _Stamp) -> bool:
    """Whether it was this day somewhere on earth at the moment of `utc`."""
    return utc.moment is not None and (utc.moment - _WIDEST).date() <= day <= (utc.moment + _WIDEST).date()
