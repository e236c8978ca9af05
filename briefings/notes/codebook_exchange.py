"""Codebooks from files and into files, by the suffix of the name. Not here: a library's own (`codebook_file.py`)."""

from __future__ import annotations

from pathlib import Path

from briefings.errors import CodebookError, NotesError
from briefings.notes.code import Code
from briefings.notes.codebook import Codebook
from briefings.notes.codebook_file import CodebookFile
from briefings.sources.files import load

READABLE = (".qdc", ".qdpx", ".md")
"""The suffixes of files that codes are read from."""
WRITABLE = (".qdc", ".md")
"""The suffixes of files that codes are written to."""


def read_codes(path: Path) -> list[Code]:
    """The codes of a codebook (`.qdc`, `.md`) or a project (`.qdpx`). Raises CodebookError, NotesError, SourceError."""
    suffix = _require(path, READABLE)
    if suffix == ".md":
        if not path.is_file():
            raise CodebookError("there is no such file", where=str(path), remedy="Check the path.")
        return list(CodebookFile(path).read())
    from briefings.notes.refi_codebook import read_qdc
    from briefings.notes.refi_reading import read

    data = load(path)
    codes = list(read_qdc(data, str(path)) if suffix == ".qdc" else read(data, str(path)).codebook)
    if not codes:
        raise NotesError("there is no code in it", where=str(path), remedy="Export the codes with the project.")
    return codes


def write_codes(book: Codebook, path: Path, text: str) -> bytes:
    """The codebook as the suffix of `path` asks for it; `text`: its Markdown. Raises CodebookError."""
    if _require(path, WRITABLE) == ".md":
        return text.encode()
    from briefings.notes.refi_codebook import write_qdc

    return write_qdc(book)


def _require(path: Path, known: tuple[str, ...]) -> str:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise CodebookError("codes have no such file", where=str(path), remedy=f"Give one of {', '.join(known)}.")
    return suffix
