"""Rich text (.rtf) -> its plain text. Not here: what of it is the article."""

from __future__ import annotations

import re

from briefings.errors import SourceError
from briefings.sources.decode import disarm
from briefings.sources.mend import undo_double_encoding

MOST_BYTES = 20 * 1024 * 1024
"""The largest rich text that is read, in bytes: the library for it is slow."""

_START = b"{\\rtf"
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")
_LINK = re.compile(r"(\\fldinst)\{", re.I)
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_BRACE = re.compile(r"[{}]")
_LONGEST_FONT = 500  # code points


def is_rtf(data: bytes) -> bool:
    """Whether `data` is rich text."""
    return data[:64].lstrip().startswith(_START)


def rtf_text(data: bytes, name: str = "") -> str:
    """The text of the document, a line for each paragraph. Raises SourceError when it is too large or damaged."""
    if len(data) > MOST_BYTES:
        raise SourceError(
            f"It holds more rich text than the {MOST_BYTES // 2**20} MB that are read", where=name, remedy="Split it."
        )
    from striprtf.striprtf import rtf_to_text

    try:
        source = _tamed(data.decode("cp1252", "replace"))
        text = rtf_to_text(source, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError) as problem:
        raise SourceError(
            "The rich text is damaged", where=name, remedy="Open it in a word processor and save it again."
        ) from problem
    pairs = text.encode("utf-16-le", "surrogatepass")  # a character beyond the first 65,536 comes in two halves
    return disarm(undo_double_encoding(pairs.decode("utf-16-le", "replace")))


def _tamed(source: str) -> str:
    """`source`, saying the same, without what striprtf's patterns can run for hours on: binary data, links, fonts.

    A space before a group, or a new line behind a font, means nothing in rich text and ends such a pattern. Raises
    ValueError for a font's name that is none.
    """
    source = _LINK.sub(r"\1 {", _without_binary(source))
    found = _FONTS.search(source)
    if found is None:
        return source
    depth, end = 1, len(source)
    for brace in _BRACE.finditer(source, found.end()):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            end = brace.start()
            break
    fonts = source[found.start() : end]
    if any(len(font) > _LONGEST_FONT for font in fonts.split(";")):
        raise ValueError("a font's name")
    return source[: found.start()] + fonts.replace(";", ";\n") + source[end:]


def _without_binary(source: str) -> str:
    """`source` without the bytes that stand unescaped behind `\\bin` and their number."""
    kept, at = [], 0
    while found := _BINARY.search(source, at):
        kept.append(source[at : found.start()])
        at = found.end() + int(found[1])
    return "".join([*kept, source[at:]]).replace("\\bin", "\\x")
