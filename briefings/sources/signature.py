"""Where a pasted page says who wrote the report and when it was published: between its title and its first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.sources import phrases
from briefings.sources.clean import Cleaned
from briefings.sources.days import earliest_day, find_day
from briefings.sources.imported import UNKNOWN, Field

_REACH = 14  # lines between a title and the first sentence; what stands farther belongs to something else
_PUBLISHED = re.compile(r"\b(?:first )?(?:published|posted)\b", re.I)
_CHANGED = re.compile(r"\b(?:updated|modified|edited)\b.*", re.I)
_BY = re.compile(r"^(?:(?:written|reported|posted|published) )?by:? +(?P<name>\S.*)$", re.I)
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·]|[–—-] |\bpublished\b|\bupdated\b|\bposted\b|\(|\d{1,2}[:.]\d\d|"
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|"
    r"\b\d{1,2}(?:st|nd|rd|th)? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d\b|"
    r"\b\d+ (?:minutes?|hours?|days?) ago).*$",
    re.I,
)
_POST = "writer|reporter|correspondent|editor|columnist|contributor|critic|journalist|producer"
_ROLE = re.compile(  # behind a comma a role may be any words; without one only words that no name holds
    rf",\s+(?:[\w&'’-]+\s+){{0,5}}(?:{_POST})$"
    r"|,?\s+(?:(?:staff|senior|chief|deputy|executive|managing|assistant|associate|contributing|special|foreign|national|"
    r"international|political|politics|diplomatic|economics|business|financial|health|science|technology|education|"
    r"environment|climate|defen[cs]e|security|sports?|arts|culture|legal|investigative|investigations|news|opinion|"
    rf"features|general|assignment|at|large)\s+)+(?:{_POST})s?(?:\s+at\s+large)?$",
    re.I,
)
_FEWEST_NAMES = 2  # words that are left of a byline without its role; "Harbour Staff Writer" names nobody
_ABOUT_AUTHOR = re.compile(r"^about (?:the )?authors?\W*$", re.I)
_NAME = re.compile(r"[A-ZÀ-Ý][\w.'’-]*(?: (?:[A-ZÀ-Ý][\w.'’-]*|de|van|von|bin|al|el|and|&)){1,6}")
_MOST_NAME = 90
_LONGEST_HEADING = 30  # code points


def find_published(page: Cleaned, title: int | None) -> Field:
    """The day of publication, where a line between title and text gives it; a date of the site's header is none."""
    lines = [page.lines[number].text for number in _between(page, title)]
    for line in sorted(lines, key=lambda text: _PUBLISHED.search(text) is None):
        words = _CHANGED.sub("", line)
        explicit = _PUBLISHED.search(words) is not None
        placed = title is not None and (
            phrases.is_stamp(line) or phrases.is_byline(line) or _BY.match(line) is not None
        )
        # Of two days without a label the later one is that of a change: nothing is changed before it is published.
        day = find_day(words) if explicit else earliest_day(words) if placed else None
        if day is not None:
            return Field(day.isoformat(), "stated", line)
    return UNKNOWN


def find_byline(page: Cleaned, title: int | None) -> Field:
    """Who wrote it, as the page prints it: after `By` above the text, or under a heading about the author."""
    for number in _between(page, title):
        text = page.lines[number].text
        if text.casefold().rstrip(":") == "by" and number + 1 < len(page.lines):
            text = f"By {page.lines[number + 1].text}"
        found = _BY.match(text)
        name = _without_role(_AFTER_NAME.sub("", found["name"]).strip(" ,;")) if found else ""
        if found and name and len(name) <= _MOST_NAME and name[0].isupper() and not name.endswith("."):
            return Field(name, "stated", text)
    return _after_text(page)


def _without_role(names: str) -> str:
    """The names of a byline without what the last one does at the newsroom."""
    alone = _ROLE.sub("", names)
    return alone if len(alone.split()) >= _FEWEST_NAMES else names


def signature_lines(page: Cleaned, title: int | None) -> list[str]:
    """The byline's line above the text and the one under it, where agencies and desks stand; none without a byline."""
    lines = [page.lines[number].text for number in _between(page, title)]
    byline = next((at for at, line in enumerate(lines) if _BY.match(line) and phrases.is_byline(line)), len(lines))
    return lines[byline : byline + 2]


def _after_text(page: Cleaned) -> Field:
    last = page.body[-1] if page.body else len(page.lines)
    for number in range(last + 1, len(page.lines) - 1):
        heading = page.lines[number].text
        if len(heading) > _LONGEST_HEADING or not _ABOUT_AUTHOR.match(heading):
            continue
        name = page.lines[number + 1].text
        if _NAME.fullmatch(name) and not phrases.is_label(name):
            return Field(name, "stated", f"{heading}\n{name}")
    return UNKNOWN


def _between(page: Cleaned, title: int | None) -> Iterator[int]:
    """The numbers of the lines from the title to the first sentence, or just above that where no line is the title."""
    if not page.body:
        return
    kept = set(page.body)
    prose = next((number for number in page.body if page.lines[number].ends), page.body[0])
    start = max(0, prose - _REACH) if title is None else title + 1
    yield from (number for number in range(start, min(prose, start + 2 * _REACH)) if number not in kept)
