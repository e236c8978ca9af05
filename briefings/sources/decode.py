"""Bytes -> text that is safe to keep and to show. Not here: what of the text is the article (`clean.py`)."""

from __future__ import annotations

import codecs
import re
import unicodedata

from briefings.errors import SourceError
from briefings.sources.mend import read_stray_bytes, undo_double_encoding
from briefings.sources.wide import read_wide

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BINARY = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARED = re.compile(rb"""(?:charset\s*=|<\?xml[^>]*encoding\s*=)\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
_ALL_ASCII = ("iso-2022-", "iso2022", "hz", "utf-7", "utf7")
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_LATIN = ("cp1252", "cp1250", "cp1254", "cp1257")
_FEW_HIGH_BYTES = 40  # runs of them
_HEAD_BYTES = 4096
_MOST_CONTROLS = 0.01  # of a decoded text; more means that it was no text

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPE_SEQUENCES = re.compile(
    r"\x1b\][^\x07\x1b\n]*(?:\x07|\x1b\\)?"  # OSC: titles, links, clipboard
    r"|\x1b[PX^_][^\x1b\n]*(?:\x1b\\)?"  # DCS, SOS, PM, APC: strings for the terminal
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor
    r"|\x1b[ -/]*[0-~]"  # the other two-character sequences
)
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029|\x0b|\x0c")
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROLS = re.compile(rf"[\x00-\x08\x0e-\x1f\x7f-\x9f{_BIDI}\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff\ufffc]|(?<![^\\W\\d_])[\u200c\u200d](?![^\\W\\d_])"
)
_ODD_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def decode(data: bytes, where: str = "", charset: str = "") -> str:
    """The text in `data`, with plain line ends and nothing in it that a terminal would act on.

    A byte order mark decides, then UTF-8 (a few stray bytes in it aside), then `charset`, which whoever sent the text
    declares, then the charset that an HTML head declares, then charset-normalizer's guess. A declared charset that
    writes all in ASCII comes before UTF-8. What was encoded twice is undone.
    Raises SourceError when `data` is empty, is no text, or cannot be decoded; `where` is the name it is shown under.
    """
    if not data.strip():
        raise SourceError("It is empty", where=where, remedy="Give a file with the text of a report.")
    _refuse_binary(data, where)
    declared = _of_windows(charset.lower()) if charset else _declared(data)
    text = _marked(data) or _in_ascii(data, declared) or _as(data, "utf-8") or read_stray_bytes(data)
    text = text or _as(data, declared) or _guessed(data)
    text = text and undo_double_encoding(text)
    if text is None or _is_binary(text):
        raise SourceError(
            "Its bytes are not text in any encoding known here", where=where, remedy="Save it as UTF-8 text or as HTML."
        )
    return disarm(text)


def disarm(text: str) -> str:
    """`text` without escape sequences, control characters and bidi overrides; line ends become a line feed."""
    text = _LINE_ENDS.sub("\n", _ESCAPE_SEQUENCES.sub("", text))
    return _CONTROLS.sub("", text)


def normalise(text: str) -> str:
    """`text` as an article holds it: disarmed, NFC, no invisible characters, every run of spaces one plain space.

    Line feeds stay, without spaces around them; white space at the ends goes.
    """
    if text.isascii() and text.isprintable() and "  " not in text:  # most lines: ten times faster seen than done
        return text.strip(" ")
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", disarm(text)))
    lines = (_ODD_SPACES.sub(" ", line).strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip("\n")


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, kind in _BINARY:
        if data.startswith(magic):
            raise SourceError(
                f"This is {kind}, not text", where=where, remedy="Open it, and save or paste the text of the report."
            )


def _marked(data: bytes) -> str | None:
    """The text when a byte order mark says the encoding, or its bytes are plainly those of UTF-16 or UTF-32."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _as(data, encoding) or (read_stray_bytes(data[len(mark) :]) if mark == codecs.BOM_UTF8 else None)
    return read_wide(data)


def _as(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _in_ascii(data: bytes, encoding: str | None) -> str | None:
    """The text where `encoding` is one that writes every letter in ASCII, and ASCII is what stands there."""
    return _as(data, encoding) if encoding and encoding.startswith(_ALL_ASCII) and data.isascii() else None


def _declared(data: bytes) -> str | None:
    """The charset that the head of an HTML or XML source declares, as Windows means it where it says Latin-1."""
    found = _DECLARED.search(data[:_HEAD_BYTES])
    return _of_windows(found[1].decode("ascii").lower()) if found else None


def _of_windows(charset: str) -> str:
    return "cp1252" if charset in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"} else charset


def _guessed(data: bytes) -> str | None:
    """What charset-normalizer makes of it; only Latin encodings are tried when high bytes stand alone between ASCII.

    On a short Latin text it else prefers an East Asian encoding, where such bytes come in pairs, or an East European
    one: with few of them the West European encoding is taken.
    """
    if b"\x00" in data:
        return None
    from charset_normalizer import from_bytes

    runs = [len(run) for run in _HIGH_BYTES.findall(data)]
    latin = runs.count(1) > 0.7 * len(runs)
    if latin and len(runs) < _FEW_HIGH_BYTES and (text := _as(data, _LATIN[0])):
        return text
    best = from_bytes(data, cp_isolation=list(_LATIN) if latin else None).best()
    return None if best is None else str(best)


def _is_binary(text: str) -> bool:
    return len(_NO_TEXT.findall(text)) > _MOST_CONTROLS * len(text)
