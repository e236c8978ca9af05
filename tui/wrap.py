"""Where the rows of a text begin at a width: by words, long words broken. Pure; the maps are `layout.py`'s.

Rows end after white space, after a dash between letters, and beside the wide glyphs of scripts written without spaces,
but never before their closing marks (a small part of UAX #14). White space at a break hangs: it takes no cells.
"""

from __future__ import annotations

from bisect import bisect_right

from tui.width import edges, is_plain, shape

_DASHES = "-–—"
_SPACES = "swt"
_NEVER_FIRST = frozenset("、。，．・：；？！）」』】〉》〕］｝ー々")


def row_starts(text: str, width: int, indent: int) -> list[int]:
    """The offset (code points) at which each row begins; rows that continue a line have `indent` cells less."""
    starts: list[int] = []
    position, length = 0, len(text)
    while True:
        newline = text.find("\n", position)
        end = length if newline < 0 else newline
        if newline > position and text[newline - 1] == "\r":
            end -= 1
        if is_plain(text, position, end):
            _wrap_plain(text, position, end, width, width - indent, starts)
        else:
            _wrap_shaped(text[position:end], position, width, width - indent, starts)
        position = newline + 1
        if newline < 0 or position == length:
            return starts


def _wrap_plain(text: str, start: int, end: int, room: int, rest: int, starts: list[int]) -> None:
    """Rows of a line in which every code point takes one cell: `room` cells for the first row, then `rest`."""
    while True:
        starts.append(start)
        limit = start + room
        if limit >= end:
            return
        cut = max(text.rfind(" ", start, limit + 1) + 1, _after_dash(text, start, limit, end))
        start = _past_spaces(text, cut, end, " ") if cut > start else limit
        if start >= end:
            return
        room = rest


def _wrap_shaped(line: str, offset: int, room: int, rest: int, starts: list[int]) -> None:
    """Rows of a line of any glyphs, which begins at `offset` of its text."""
    letters = shape(line)
    cells = edges(letters)
    start, end = 0, len(line)
    while True:
        starts.append(offset + start)
        limit = bisect_right(cells, cells[start] + room) - 1
        if limit >= end:
            return
        start = _past_spaces(letters, _cut(line, letters, start, limit), end, _SPACES)
        if start >= end:
            return
        room = rest


def _cut(line: str, letters: str, start: int, limit: int) -> int:
    """Where the row that begins at `start` ends, at or before `limit`, or behind a space that stands there."""
    if letters[limit] in _SPACES:
        return limit + 1
    cut = max(letters.rfind(space, start, limit) + 1 for space in _SPACES)
    cut = max(cut, _after_dash(line, start, limit, len(line)), _beside_wide(line, letters, start, limit))
    return cut if cut > start else limit


def _beside_wide(line: str, letters: str, start: int, limit: int) -> int:
    """The last place before or after a wide glyph where a row may end; 0 where there is none."""
    cut = limit if letters[limit] == "2" else letters.rfind("2", start, limit) + 1
    while cut < limit and letters[cut] == "0":
        cut += 1
    while cut > start and (line[cut] in _NEVER_FIRST or letters[cut] == "0"):
        cut -= 1
    return cut


def _after_dash(text: str, start: int, limit: int, end: int) -> int:
    """The last place behind a dash between letters where a row may end; 0 where there is none."""
    cut = max(text.rfind(dash, start, limit) for dash in _DASHES) + 1
    if start + 1 < cut < end and text[cut - 2].isalpha() and text[cut].isalpha():
        return cut
    return 0


def _past_spaces(text: str, position: int, end: int, spaces: str) -> int:
    while position < end and text[position] in spaces:
        position += 1
    return position
