"""How many cells a code point takes on screen, and what is drawn for it. Pure; not here: wrapping (`layout.py`).

Every code point has one fixed number of cells, whatever stands beside it, so widths add up and a text can be cut at
any place. Joiners, variation selectors and skin tones, which terminals measure differently, are not drawn: a joined
emoji is shown as its parts. Nothing drawn here is ever interpreted: control characters become pictures of themselves,
direction overrides and broken code points the replacement character. Widths are those Textual measures with
(`rich.cells`); categories are Unicode's (UAX #44), the handling of defective marks follows section 5.13 of the
Unicode Standard (a dotted circle carries them).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate

from rich.cells import get_character_cell_size

TAB_CELLS = 4
"""Cells of a tab. There are no tab stops: a fixed width lets rows be measured from any place."""

PLACEHOLDER = "\ufffd"
BREAKING_SPACES = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
"""White space a row may end in; the no-break kinds are left out."""

CELLS = {"0": 0, "1": 1, "2": 2, "4": TAB_CELLS, "s": 1, "w": 2, "t": TAB_CELLS}
"""Cells of each letter of a shape: digits are glyphs; s, w and t a space, a wide space and a tab a row may end in."""

_MARKS_DRAWN = 4
_SPACE_SHAPE = {1: "s", 2: "w", TAB_CELLS: "t"}
_GLYPH_SHAPE = {"s": "1", "w": "2", "t": "4"}
_CARRIER = "\u25cc"
_UNDRAWN = frozenset("\u00ad\u200d\ufe0f\u3164\uffa0\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_PLAIN = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u0482"
    "\u2010-\u2015\u2018-\u2022\u2026\u20ac\u2122]*"
)
_SPACE_WITH_MARK = re.compile("[swt](?=0)")
_MANY_MARKS = re.compile(f"(?<=0{{{_MARKS_DRAWN}}})0+")


def is_plain(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether every code point of `text[start:end]` takes one cell and is drawn as it is."""
    return _PLAIN.fullmatch(text, start, len(text) if end is None else end) is not None


def shape(text: str) -> str:
    """One letter of `CELLS` per code point of a line; a `0` is drawn with the glyph before it, or not at all."""
    letters = text.translate(_SHAPES)
    if "0" not in letters:
        return letters
    letters = _SPACE_WITH_MARK.sub(lambda match: _GLYPH_SHAPE[match.group()], letters)
    return "1" + letters[1:] if letters.startswith("0") else letters


def edges(letters: str) -> list[int]:
    """The cells before each code point of a shape, and after the last: one more number than letters."""
    return [0, *accumulate(map(CELLS.__getitem__, letters))]


def cells(text: str) -> int:
    """The cells a line takes."""
    return len(text) if is_plain(text) else sum(map(CELLS.__getitem__, shape(text)))


def drawn(text: str) -> str:
    """What is written to the terminal for a line: `cells(text)` cells, harmless whatever the text holds."""
    if is_plain(text):
        return text
    letters = text.translate(_SHAPES)
    if "00000" in letters:
        text = _drop(text, letters)
    glyphs = text.translate(_GLYPHS)
    return _carried(text, glyphs) if letters.startswith("0") else glyphs


def _carried(text: str, glyphs: str) -> str:
    """A line that begins with a mark or an invisible code point, which has no glyph to be drawn with."""
    return _CARRIER + glyphs if text[0].translate(_GLYPHS) else PLACEHOLDER + glyphs


def _drop(text: str, letters: str) -> str:
    """The line with at most a few marks on each glyph: towers of marks would be drawn over the rows around."""
    kept, position = [], 0
    for match in _MANY_MARKS.finditer(letters):
        kept.append(text[position : match.start()])
        position = match.end()
    return "".join(kept) + text[position:]


class _Shapes(dict[int, str]):
    """Code point -> letter of its shape, found once."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _shape_of(chr(code))
        return letter


class _Glyphs(dict[int, str]):
    """Code point -> what is drawn for it, found once."""

    def __missing__(self, code: int) -> str:
        glyph = self[code] = _glyph_of(chr(code))
        return glyph


def _shape_of(character: str) -> str:
    category = unicodedata.category(character)
    width = TAB_CELLS if character == "\t" else get_character_cell_size(character)
    if character in BREAKING_SPACES:
        return _SPACE_SHAPE[max(width, 1)]
    if character in _UNDRAWN:
        return "0"
    if category in ("Cc", "Cs") or character in _BIDI or _is_noncharacter(character):
        return "1"
    return str(width)


def _glyph_of(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\t":
        return " " * TAB_CELLS
    if category == "Cc":
        return _control_picture(ord(character))
    if category in ("Zl", "Zp"):
        return " "
    if character in _UNDRAWN:
        return ""
    if category == "Cs" or character in _BIDI or _is_noncharacter(character):
        return PLACEHOLDER
    if category == "Cf" and character != "\u200c" and not get_character_cell_size(character):
        return ""
    return character


def _control_picture(code: int) -> str:
    """The picture Unicode has for a control character: `␛` for escape."""
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else PLACEHOLDER


def _is_noncharacter(character: str) -> bool:
    code = ord(character)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE


_SHAPES = _Shapes()
_GLYPHS = _Glyphs()
