"""The HTML that a feed or a mail carries -> its paragraphs. Not here: whole pages (`html.py`)."""

from __future__ import annotations

import re

from briefings.sources import phrases
from briefings.sources.lines import split_lines

_BREAKS_OFF = re.compile(
    r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.|&#8230;|&hellip;)\s*\])\s*$"
    r"|(?:continue reading|read (?:the )?(?:more|full|rest|on)\b.{0,60}|\(more\)|more …)\W*$",
    re.I | re.S,
)
_SENTENCE_WORDS = 8
_SHORT = 200  # code points: a paragraph that tells of a notice is longer than one
_POSTED = re.compile(r"^The post .{1,300} (?:appeared first on|first appeared on) .{1,100}$", re.I)


def paragraphs_of(fragment: str) -> list[str]:
    """The paragraphs of a piece of HTML or plain text, up to a heading of other stories.

    A piece holds little that is not the article, so that only lines that are nothing but chrome are left out: a page's
    cleaner expects more around it, and loses a paragraph in fifteen.
    """
    lines = [line.text for line in split_lines(_rendered(fragment))]
    ends = [number for number, line in enumerate(lines) if phrases.is_tail(line)]
    if ends and not any(map(_is_sentence, lines[ends[-1] + 1 :])):
        lines = lines[: ends[-1]]
    return [line for line in lines if not _is_chrome(line)]


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


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= _SENTENCE_WORDS and line.endswith((".", "!", "?", "”", '"'))


def _is_chrome(line: str) -> bool:
    notice = len(line) < _SHORT and (phrases.is_notice(line) or phrases.is_picture_credit(line))
    return bool(_POSTED.match(line)) or phrases.is_label(line) or phrases.is_tail(line) or notice
