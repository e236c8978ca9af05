"""The HTML that a feed or a mail carries -> its paragraphs. Not here: whole pages (`html.py`)."""

from __future__ import annotations

import re

from briefings.sources import phrases
from briefings.sources.clean import clean
from briefings.sources.decode import normalise
from briefings.sources.lines import split_lines

_BREAKS_OFF = re.compile(
    r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&#8230;|&hellip;)\s*\])\s*$"
    r"|(?:continue reading|read (?:the )?(?:more|full|rest|on)\b.{0,60}|\(more\)|more …)\W*$",
    re.I | re.S,
)
_AGREE = 0.5  # of the code points of both texts
_POSTED = re.compile(r"^The post .{1,300} (?:appeared first on|first appeared on) .{1,100}$", re.I)


def paragraphs_of(fragment: str) -> list[str]:
    """The paragraphs of a piece of HTML or plain text, cleaned as a page is.

    A piece holds little that is not the article: where the cleaner keeps less than half of the words, only lines that
    are nothing but chrome are left out.
    """
    text = _rendered(fragment)
    page = clean(text)
    body = [page.lines[number].text for number in page.body]
    plain = [line.text for line in split_lines(text) if not _is_chrome(line.text)]
    return body if sum(map(len, body)) > _AGREE * sum(map(len, plain)) else plain


def breaks_off(fragment: str) -> bool:
    """Whether a text of a feed ends in dots or an invitation to read on: it is the opening of a longer one."""
    lines = [line.text for line in split_lines(_rendered(fragment)) if not _POSTED.match(line.text)]
    return bool(lines) and _BREAKS_OFF.search(lines[-1][-200:]) is not None


def _rendered(fragment: str) -> str:
    if "<" not in fragment and "&" not in fragment:
        return fragment
    from lxml import etree, html  # type: ignore[import-untyped]

    from briefings.sources.html_text import render

    try:
        return render(html.document_fromstring(f"<html><body>{fragment}</body></html>"))
    except etree.ParserError:
        return ""


def _is_chrome(line: str) -> bool:
    words = normalise(line)
    return bool(_POSTED.match(words)) or phrases.is_label(words) or phrases.is_tail(words)
