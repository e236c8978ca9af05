"""Text whose encoding was damaged -> what was meant: stray bytes in UTF-8, and UTF-8 that was encoded twice.

Not here: which encoding the bytes of a sound file are in (`decode.py`).
"""

from __future__ import annotations

import re

_UTF8 = re.compile(  # the well-formed sequences of more than one byte: The Unicode Standard, table 3-7
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_EVIDENT = re.compile(  # Latin letters, quotes, dashes, euro; not a capital and a closing mark of cp1252
    rb"[\xc2-\xc5](?![\x85\x92\x94\x96\x97\xbb])[\x80-\xbf]|\xe2[\x80\x82\x84][\x80-\xbf]"
)
_BROKEN = re.compile(rb"[\xe0-\xef][\x80-\xbf](?![\x80-\xbf])|[\xf0-\xf4][\x80-\xbf]{1,2}(?![\x80-\xbf])")
_CUT = re.compile(rb"[\xc2-\xf4]\Z")
_HIGH = re.compile(rb"[\x80-\xff]")
_NEARLY_ALL = 0.9
_FEW = 3  # stray bytes

_CP1252 = {byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
_BYTE = {chr(byte): byte for byte in _CP1252} | {char: byte for byte, char in _CP1252.items() if char != "\ufffd"}
_TAIL = "".join(sorted(char for char, byte in _BYTE.items() if byte < 0xC0))
_TWICE = re.compile(
    rf"[\u00c2-\u00df][{_TAIL}]|[\u00e0-\u00ef][{_TAIL}]{{2}}|[\u00f0-\u00f4][{_TAIL}]{{3}}"  # lead byte, and the rest
)
_RUN = re.compile(rf"(?:{_TWICE.pattern})+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CLOSING = "\u0085\u00a0\u00b7\u00bb\u2019\u201d\u203a\u2026\u2013\u2014\u2022"
_ENDS_WORD = _CLOSING + "\u2018\u201c\u00a9\u00aa\u00ab\u00ae\u00b0\u00b2\u00b3\u00b4\u00b9\u00ba\u2020\u2021\u2122"
_CARON = "\u0160\u0161\u017d\u017e"  # letters that follow an accented one in Czech and Slovak
_CERTAIN = re.compile(  # what no spelling has: a letter, and after it neither a letter nor what may follow a word
    rf"[\u00c2\u00c3][^{_CLOSING}]|[\u00c4\u00c5\u00e0-\u00f4][^{_ENDS_WORD}{_CARON}]"
)
_CIRCUMFLEX = "\u00c2"
_LONG_RUN = 3  # characters encoded twice, one after another, whichever they are
_MOST_TIMES = 3


def read_stray_bytes(data: bytes) -> str | None:
    """The text of UTF-8 `data` that a few bytes spoil, those read as cp1252; None where it is not plainly UTF-8.

    Plainly: nine in ten sequences of high bytes are well formed, or all but a few bytes are, or there are at least as
    many evident ones (what two bytes of cp1252 hardly ever make) as stray bytes: a tail in another encoding. A
    character that is cut short, and a byte that cp1252 does not define, is U+FFFD.
    """
    sound = _UTF8.findall(data)
    rest, broken = _BROKEN.subn(b" ", _UTF8.sub(b" ", data))
    wrong = len(_HIGH.findall(rest)) + broken
    evident = sum(1 for sequence in sound if _EVIDENT.fullmatch(sequence))
    nearly = len(sound) >= _NEARLY_ALL * (len(sound) + wrong) or (wrong <= _FEW and len(sound) >= _FEW * wrong)
    if not sound or not (nearly or evident >= wrong):
        return None
    pieces, at = [], 0
    for found in _UTF8.finditer(data):
        pieces += [_read_cp1252(data[at : found.start()]), found[0].decode("utf-8")]
        at = found.end()
    tail = data[at:]
    return "".join([*pieces, _read_cp1252(_CUT.sub(b"\x81", tail) if wrong == 1 else tail)])


def undo_double_encoding(text: str) -> str:
    """`text` with what was UTF-8, read as cp1252 or Latin-1 and encoded again, read as it was meant.

    Only a run that is UTF-8 once more is touched, and only where it holds what no spelling has; where nearly all of the
    text, or of a line, is such runs, those that a spelling could have (a capital and a closing quote) are undone too.
    """
    for _ in range(_MOST_TIMES):
        mended = _undo_once(text)
        if mended == text:
            break
        text = mended
    return text


def _undo_once(text: str) -> str:
    runs = [run[0] for run in _RUN.finditer(text)]
    if not runs:
        return text
    if _is_nearly_all(runs, text):
        return _RUN.sub(lambda run: _undone(run[0]), text)
    return "\n".join(map(_undo_in_line, text.split("\n")))


def _undo_in_line(line: str) -> str:
    every = _is_nearly_all([run[0] for run in _RUN.finditer(line)], line)
    return _RUN.sub(lambda run: _undone(run[0]) if every or _is_certain(run[0]) else run[0], line)


def _is_nearly_all(runs: list[str], text: str) -> bool:
    """Whether `runs` are nearly all that is not ASCII in `text`, and one is certain or all begin with A circumflex.

    No-break spaces alone, encoded twice, are common; an A circumflex as the only letter beyond ASCII is not.
    """
    evident = any(map(_is_certain, runs)) or all(run[0] == _CIRCUMFLEX for run in runs)
    return evident and sum(map(len, runs)) >= _NEARLY_ALL * len(_NOT_ASCII.findall(text))


def _is_certain(run: str) -> bool:
    characters = _TWICE.findall(run)
    if _undone(run) == run:
        return False
    return len(characters) >= _LONG_RUN or any(_CERTAIN.match(character) for character in characters)


def _undone(run: str) -> str:
    """`run` as its bytes read in UTF-8; `run` itself where they are not UTF-8."""
    try:
        return bytes(_BYTE[char] for char in run).decode("utf-8")
    except UnicodeDecodeError:
        return run


def _read_cp1252(data: bytes) -> str:
    return _BROKEN.sub(b"\x81", data).decode("cp1252", "replace")
