"""Word documents (.docx) -> their text, a line for each paragraph. Not here: what of it is the article."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from briefings.errors import SourceError
from briefings.sources.archive import open_zip, refusal, require_modest
from briefings.sources.decode import disarm
from briefings.sources.mend import undo_double_encoding

_TYPES = "[Content_Types].xml"
_MAIN = re.compile(r"word/document\d*\.xml")  # some programs number it
_DAMAGE = (LookupError, ValueError, OSError, EOFError, RuntimeError, zipfile.BadZipFile, zlib.error)
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "‑"}


def is_docx(data: bytes) -> bool:
    """Whether `data` is a ZIP archive with the parts of a Word document."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return _TYPES in names and any(map(_MAIN.fullmatch, names))


def docx_text(data: bytes, name: str = "") -> str:
    """The text of the document: paragraphs and cells of tables in order, without headers, notes and deleted words.

    The main part is read by itself: a document that was made by hand may lack the list of relations to the others.
    Raises SourceError for a document that is damaged, encrypted, or larger inside than is read.
    """
    with open_zip(data, name) as archive:
        require_modest(archive, name)
        refused = next(filter(None, map(refusal, archive.infolist())), "")
    if refused:
        raise SourceError(f"A part of the Word document is not read. {refused}", where=name, remedy="Save it again.")
    from lxml import etree  # type: ignore[import-untyped]

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        with open_zip(data, name) as archive:
            main = next(part for part in sorted(archive.namelist()) if _MAIN.fullmatch(part))
            tree = etree.fromstring(archive.read(main), parser)
        return disarm(undo_double_encoding("\n".join(_paragraphs(tree))))
    except (*_DAMAGE, etree.LxmlError) as problem:
        raise SourceError(
            "The Word document is damaged", where=name, remedy="Open it in a word processor and save it again."
        ) from problem


def _paragraphs(body: Any) -> Iterator[str]:
    """The words of every paragraph; a text box is written twice in the file, and its second version is left out."""
    for paragraph in body.iter(f"{_WORD}p"):
        if next(paragraph.iterancestors(_TWICE), None) is None:
            yield "".join(_words(paragraph))


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in (f"{_WORD}p", f"{_WORD}pPr", f"{_WORD}txbxContent", _TWICE):
            yield from _words(child)
