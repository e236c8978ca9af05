"""Rich text (.rtf) -> its plain text. Not here: what of it is the article."""

from __future__ import annotations

import re

from briefings.errors import SourceError
from briefings.sources.decode import disarm

MOST_BYTES = 20 * 1024 * 1024
"""The largest rich text that is read, in bytes: the library for it is slow."""

_START = b"{\\rtf"
_LINK = re.compile(r"(\\fldinst)\{", re.I)  # a space behind it keeps striprtf from a pattern that can run for hours
_FONTS = re.compile(r"\{[^{}]*\\fonttbl")
_BRACE = re.compile(r"[{}]")
_MOST_FONTS = 64 * 1024  # code points of the table of fonts


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

    source = data.decode("cp1252", "replace")
    _require_modest_fonts(source, name)
    try:
        text = rtf_to_text(_LINK.sub(r"\1 {", source), errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, TypeError, LookupError, OverflowError) as problem:
        raise SourceError(
            "The rich text is damaged", where=name, remedy="Open it in a word processor and save it again."
        ) from problem
    pairs = text.encode("utf-16-le", "surrogatepass")  # a character beyond the first 65,536 comes in two halves
    return disarm(pairs.decode("utf-16-le", "replace"))


def _require_modest_fonts(source: str, name: str) -> None:
    """Refuse a table of fonts so long that striprtf's patterns would take hours for it."""
    found = _FONTS.search(source)
    if found is None:
        return
    depth = 1
    for brace in _BRACE.finditer(source[found.end() : found.end() + _MOST_FONTS]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return
    if len(source) - found.end() > _MOST_FONTS:
        raise SourceError("Its table of fonts is damaged", where=name, remedy="Save it again as plain text.")
