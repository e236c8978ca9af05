"""What stands before the first element of an XML or HTML text, and what that element is called. Not a parser.

A scan that looks at each character once: a hostile text cannot make it slow, as a regular expression over repeated
comments can be made.
"""

from __future__ import annotations

import re

from briefings.errors import SourceError

_BLANK = re.compile(r"[\s\ufeff]*")
_NAME = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?(?P<name>[A-Za-z_][\w.-]*)")
_SKIPPED = (("<!--", "-->"), ("<?", "?>"))
_DOCTYPE = re.compile(r"<!doctype\b[^\[>]*", re.I)


def first_element(text: str) -> int:
    """Where the first element of `text` starts, after declarations and comments; -1 where it starts otherwise."""
    at = 0
    while True:
        at = _blank(text, at)
        closing = next((end for start, end in _SKIPPED if text.startswith(start, at)), None)
        if closing:
            end = text.find(closing, at)
            at = end + len(closing)
        elif found := _DOCTYPE.match(text, at):
            end = text.find("]", found.end()) if text.startswith("[", found.end()) else found.end()
            end = text.find(">", end) if end >= 0 else -1
            at = end + 1
        else:
            return at if _NAME.match(text, at) else -1
        if end < 0:
            return -1


def root_name(text: str) -> str:
    """The name of the first element, without its prefix and in lower case; empty where the text is no markup."""
    at = first_element(text)
    found = _NAME.match(text, at) if at >= 0 else None
    return found["name"].lower() if found else ""


def refuse_entities(text: str, where: str = "") -> None:
    """Raise SourceError for an XML text that declares entities of its own: feeds need none, bombs are made of them."""
    first = first_element(text)
    if "<!entity" in text[: first if first >= 0 else len(text)].lower():
        raise SourceError(
            "It declares XML entities of its own", where=where, remedy="Take its DOCTYPE out, then add it again."
        )


def _blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
