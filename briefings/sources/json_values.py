"""The source of a JSON object -> the lines of its texts, with their places. Not here: its articles (`json_file.py`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from briefings.article import Span
from briefings.sources.decode import normalise

_STRING = re.compile(r'"(?P<words>(?:[^"\\]+|\\.)*+)"(?P<key>\s*:)?', re.S)
_BREAK = re.compile(r"\\.", re.S)
_BLANK = re.compile(r"(?:\s|\\t)*")


def json_lines(source: str) -> Iterator[tuple[Span, str]]:
    """(place, normalised words) of each paragraph of the strings in `source`, its keys left out, in order.

    In a string paragraphs stand between blank lines where it has any, else every line is one.
    """
    for string in _STRING.finditer(source):
        if not string["key"]:
            yield from _paragraphs(source, Span(*string.span("words")))


def _paragraphs(source: str, string: Span) -> Iterator[tuple[Span, str]]:
    gaps = _gaps(source, string)
    if any(breaks > 1 for _, breaks in gaps):
        gaps = [gap for gap in gaps if gap[1] > 1]
    start = string.start
    for gap, _ in [*gaps, (Span(string.end, string.end), 0)]:
        piece = Span(start, gap.start)
        if text := _words(piece.of(source)):
            yield piece, text
        start = gap.end


def _gaps(source: str, string: Span) -> list[tuple[Span, int]]:
    """The stretches of escaped line breaks in a string, with the number of lines each ends."""
    gaps = list[tuple[Span, int]]()
    for escape in _BREAK.finditer(source, *string):
        if escape[0] not in ("\\n", "\\r"):
            continue
        ends = int(escape[0] == "\\n")
        if gaps and _BLANK.fullmatch(source, gaps[-1][0].end, escape.start()):
            gaps[-1] = Span(gaps[-1][0].start, escape.end()), gaps[-1][1] + ends
        else:
            gaps.append((Span(*escape.span()), ends))
    return gaps


def _words(piece: str) -> str:
    try:
        return " ".join(normalise(json.loads(f'"{piece}"', strict=False)).split())
    except ValueError:  # a string that is none: what it holds is shown as it stands
        return " ".join(normalise(piece).split())
