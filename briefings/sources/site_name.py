"""A title that ends in the name of its site, as a page's window shows it: `Ferry stays | Harbour Post`.

Not here: where the title stands (`headline.py`, `html_fields.py`), what else names an outlet (`outlet.py`).
"""

from __future__ import annotations

import re

from briefings.article import outlet_slug
from briefings.sources import phrases
from briefings.sources.address import host_name
from briefings.sources.imported import UNKNOWN, Field

_PARTS = re.compile(r"\s+([|·•»–—-])\s+")
_FEWEST = 3  # words of a title
_MOST_PIPED, _MOST_DASHED = 6, 4  # words of a name behind a bar, which titles rarely have, and behind a hyphen
_MOST_SECTION = 3  # words of a section between the title and the name
_SMALL = ("of", "the", "and", "for", "de", "la", "le", "del", "on", "&")
_SECOND_LEVEL = ("co", "com", "org", "net", "ac", "gov")  # what registries put before the country
_NO_NAME = re.compile(
    r"\b(?:live|updates?|video|photos?|pictures|gallery|watch|opinion|analysis|review|recap|report|interview|exclusive|"
    r"explain(?:ed|er)|podcast|transcript|part|episode|editorial|letters?|comment|politics|sports?|home|\d+)\b",
    re.I,
)


def without_site(title: Field, outlet: Field, url: Field, byline: Field = UNKNOWN) -> tuple[Field, Field]:
    """(title, outlet): the title without the name of its site at its end, where it has one.

    The last part goes where it is the outlet or what the address is called. Where neither is known, a part behind a
    bar, or a few capitalised words behind a hyphen, are the name, and the outlet is inferred from it.
    """
    marks = list(_PARTS.finditer(title.value or ""))
    if not title.value or not marks:
        return title, outlet
    head, mark, tail = title.value[: marks[-1].start()], marks[-1][1], title.value[marks[-1].end() :]
    if len(marks) > 1 and phrases.is_byline(tail):
        return without_site(Field(head, title.confidence, title.evidence), outlet, url, byline)
    known = _is_called(tail, outlet.value, url.value)
    if len(head.split()) < _FEWEST or not (known or (not outlet.value and _is_name(tail, mark, url, byline))):
        return title, outlet
    while mark in "|·•»" and (section := _section(head, mark)) is not None:
        head = section
    if not outlet.value:
        outlet = Field(tail, "inferred", title.evidence)
    return Field(head, title.confidence, title.evidence), outlet


def _is_called(tail: str, outlet: str | None, address: str | None) -> bool:
    """Whether a part of a title is the outlet's name or that of the site at the address."""
    host = host_name(address) if address else None
    labels = [label for label in (host or "").split(".")[:-1] if label not in _SECOND_LEVEL]
    names = {_joined(name) for name in (outlet, host, *labels[-1:]) if name}
    return bool(_joined(tail)) and _joined(tail) in names


def _joined(name: str) -> str:
    slug = outlet_slug(name).removeprefix("the-").replace("-", "")
    return "" if slug == "unknown" else slug


def _is_name(tail: str, mark: str, url: Field, byline: Field) -> bool:
    """Whether a part of a title can only be the name of a site, and is not the writer's."""
    words = tail.split()
    if mark not in "|-" or (mark == "-" and url.value) or len(words) > (_MOST_PIPED if mark == "|" else _MOST_DASHED):
        return False
    if host_name(f"https://{tail}/"):
        return True
    capitals = all(word[0].isupper() or word in _SMALL for word in words) and words[0][0].isupper()
    chrome = _NO_NAME.search(tail) or phrases.is_label(tail) or phrases.is_tail(tail) or tail[-1] in ".?!:,"
    return capitals and not chrome and _joined(tail) not in _joined(byline.value or "")


def _section(head: str, mark: str) -> str | None:
    """The title without the section of a site at its end; None where it has none."""
    title, found, last = head.rpartition(f" {mark} ")
    return title if found and len(last.split()) <= _MOST_SECTION and len(title.split()) >= _FEWEST else None
