"""Where a pasted page says its own address. Not here: the addresses that it links to."""

from __future__ import annotations

import re

from briefings.sources.address import web_address
from briefings.sources.around import lines_around
from briefings.sources.clean import Cleaned
from briefings.sources.imported import UNKNOWN, Field

_LABELLED = re.compile(
    r"(?:(?:the |this )?(?:article|page|original|original article|source|web|canonical)(?:['’]s)? (?:url|address|link)"
    r"|url|link|permalink|permanent link|retrieved from)\s*:\s*(?P<address>\S+)",
    re.I,
)


def find_url(page: Cleaned) -> Field:
    """The page's address: the only words of its first line, or behind a label such as `URL:` outside of the text.

    Unknown where there is none, or labels give several.
    """
    if page.lines and (address := web_address(page.lines[0].text)):
        return Field(address, "stated", page.lines[0].text)
    labelled: dict[str, str] = {}
    for line in lines_around(page):
        found = _LABELLED.fullmatch(line) if ":" in line else None
        if found and (address := web_address(found["address"])):
            labelled.setdefault(address, line)
    if len(labelled) != 1:
        return UNKNOWN
    ((address, words),) = labelled.items()
    return Field(address, "stated", words)
