"""The entries of a feed as they stand in its source, each in a feed of its own. Not here: what they say (`feed.py`).

A feed names the hour it was made, so the same entry comes in other bytes each time. What is kept of it is the entry,
under the feed's own title: the same story then is one article, and can be read again without the rest.
"""

from __future__ import annotations

import re

from briefings.sources.prolog import first_element

_TOKEN = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    r"|<(?P<close>/?)(?P<tag>(?:[A-Za-z_][\w.-]*:)?(?P<name>item|entry|title|image|textinput|source))\b(?P<rest>[^<>]*)>",
    re.S | re.I,
)
_TAG = re.compile(r"<(?P<tag>[A-Za-z_][\w.:-]*)[^<>]*>")
_ENTRIES = ("item", "entry")
_NESTED = ("image", "textinput", "source")  # these have titles of their own


def split_entries(text: str) -> list[str]:
    """Every entry of the feed in `text`, in order, as the smallest feed that holds it and the feed's title."""
    entries, title = _slices(text)
    start = first_element(text)
    root = _TAG.match(text, start) if start >= 0 else None
    if root is None:
        return []
    before, after = f"{root[0]}\n", f"\n</{root['tag']}>\n"
    if root["tag"].lower() == "rss":
        before, after = f"{before}<channel>\n{title}\n", f"\n</channel>{after}"
    elif root["tag"].lower().endswith("rdf"):
        before = f"{before}<channel>{title}</channel>\n"
    else:
        before = f"{before}{title}\n"
    return [f'<?xml version="1.0" encoding="UTF-8"?>\n{before}{entry}{after}' for entry in entries]


def _slices(text: str) -> tuple[list[str], str]:
    """(the entries, the element with the feed's own title); a comment or CDATA that looks like one is none."""
    entries: list[str] = []
    title, tag, opened, titled, nested = "", "", -1, -1, 0
    for token in _TOKEN.finditer(text):
        name = (token["name"] or "").lower()
        closes = token["close"] == "/"
        if not name or token["rest"].endswith("/"):
            continue
        if name in _ENTRIES:
            if opened < 0 and not closes:
                tag, opened = token["tag"], token.start()
            elif closes and opened >= 0 and token["tag"] == tag:
                entries.append(text[opened : token.end()])
                opened = -1
        elif opened < 0 and name in _NESTED:
            nested += -1 if closes else 1
        elif opened < 0 and name == "title" and not nested and not title and ":" not in token["tag"]:
            if closes and titled >= 0:
                title = text[titled : token.end()]
            elif not closes:
                titled = token.start()
    return entries, title
