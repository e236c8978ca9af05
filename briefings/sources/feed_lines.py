"""The source of a feed's entry -> its lines as a reader shows them, with their places. Not here: fields (`feed.py`).

A feed carries HTML in three ways: as elements, in a CDATA section, or with its angle brackets written as entities.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from briefings.article import Span
from briefings.sources.decode import normalise

_INLINE = r"a|abbr|acronym|b|big|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|small|span|strike|strong|sub|sup|tt|u|wbr"
_TOKEN = re.compile(
    r"(?P<skipped><!--.*?(?:-->|\Z)|&lt;!--.*?--&gt;|<\?.*?(?:\?>|\Z))"
    rf"|(?P<inline></?(?:{_INLINE})\b[^<>]*>|&lt;/?(?:{_INLINE})\b(?:(?!&lt;|&gt;)[^<>])*&gt;)"
    r"|(?P<block><!\[CDATA\[|\]\]>|</?[a-z][^<>]*>|&lt;/?[a-z](?:(?!&lt;|&gt;)[^<>])*&gt;)"
    r"|(?P<entity>&(?:amp;)?(?:#\d+|#x[0-9a-f]+|\w+);)|(?P<words>[^<&\]]+|[<&\]])",
    re.I | re.S,
)


def feed_lines(source: str) -> Iterator[tuple[Span, str]]:
    """(place, normalised words) of each line that the elements of a feed show, in order."""
    words: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(source):
        if token["block"]:
            yield from _line(words, start, end)
            words.clear()
        elif piece := _shown(token):
            if not words:
                start = token.end() - len(token[0].lstrip())
            if words or piece.strip():
                words.append(piece)
            if piece.strip():
                end = token.start() + len(token[0].rstrip())
    yield from _line(words, start, end)


def _shown(token: re.Match[str]) -> str:
    if token["entity"]:
        return html.unescape(html.unescape(token["entity"]))
    return token["words"] or ""


def _line(words: list[str], start: int, end: int) -> Iterator[tuple[Span, str]]:
    if text := " ".join(normalise("".join(words)).split()):
        yield Span(start, end), text
