"""XML of the REFI-QDA standard (version 1.5): reading what others wrote, and the small forms every element shares.

What comes in is somebody else's: no DOCTYPE, no entities, no network, a limit on size and depth. Not here: what the
elements mean (`refi_codebook.py`, `refi_project.py`, `refi_reading.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from briefings.errors import NotesError
from briefings.sources.prolog import first_element

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
MOST_XML = 200 * 1024 * 1024
"""The largest XML file that is read, in bytes."""

_NAMESPACE = UUID("c0a5f6f4-0f4e-5a38-8a55-9c1b7d0e2a61")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@lru_cache(maxsize=4096)
def guid_of(*words: str) -> str:
    """The same UUID for the same words, at any time and in any library."""
    return str(uuid5(_NAMESPACE, "\0".join(words)))


def source_guid(kind: str, name: str) -> str:
    """The GUID of an article or a briefing, the same in every export."""
    return guid_of("source", kind, name)


@lru_cache(maxsize=4096)
def plain_guid(value: str | None) -> str:
    """A GUID as others write it, with braces or in capitals, as `str(UUID)` writes it; empty where it is none."""
    try:
        return str(UUID((value or "").strip()))
    except ValueError:
        return ""


def legal(text: str) -> str:
    """`text` with U+FFFD for what XML 1.0 cannot hold (section 2.2), and one kind of line end."""
    return _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def moment_text(time: datetime) -> str:
    """A time as `xsd:dateTime` in UTC."""
    return time.astimezone(UTC).isoformat().replace("+00:00", "Z")


def element(name: str, text: str = "", /, **attributes: str) -> ET.Element:
    """An element with those attributes that are not empty."""
    made = ET.Element(name, {key: legal(value) for key, value in attributes.items() if value})
    made.text = legal(text) or None
    return made


def serialised(root: ET.Element, namespace: str) -> bytes:
    """The whole document in UTF-8, as section 5.1 asks."""
    root.set("xmlns", namespace)
    ET.indent(root, " ")
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def parse(data: bytes, root: str, where: str) -> Any:
    """The root element of an XML document, which must be called `root`, in whichever namespace. Raises NotesError."""
    if len(data) > MOST_XML:
        what = f"the XML holds more than the {MOST_XML // 2**20} MB that are read"
        raise NotesError(what, where=where, remedy="Export fewer sources at a time.")
    text = _decoded(data, where)
    at = first_element(text)
    if "<!doctype" in (text[:at] if at >= 0 else text).lower():
        what = "the XML has a DOCTYPE, in which bombs and addresses of other files are hidden; none is read"
        raise NotesError(what, where=where, remedy="Take it out; the standard knows none.")
    from lxml import etree  # type: ignore[import-untyped]

    # the encoding is said, or UTF-16 without its mark would be guessed, in which a DOCTYPE was not seen above
    safe = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
    parser = etree.XMLParser(**safe, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = etree.fromstring(re.sub(r"^\ufeff?\s*<\?xml.*?\?>", "", text, count=1, flags=re.S).encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError) as error:
        what = f"this is not XML that can be read ({str(error)[:80]})"
        raise NotesError(what, where=where, remedy="Export it again.") from error
    if tree.getroottree().docinfo.doctype or local(tree) != root:
        raise NotesError(f"this is no {root} of REFI-QDA", where=where, remedy=f"Give a file whose root is {root}.")
    return tree


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotesError("the XML is not UTF-8", where=where, remedy="Export it again.") from error


def local(node: Any) -> str:
    """The name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def children(node: Any, *names: str) -> Iterator[Any]:
    """The children of an element that are called one of `names`."""
    return (child for child in node if local(child) in names)


def grandchildren(node: Any, name: str) -> Iterator[Any]:
    """What stands in the children called `name`."""
    return (grandchild for child in children(node, name) for grandchild in child)


def child_text(node: Any, name: str) -> str:
    """The text of the child called `name`; empty where there is none."""
    return next((child.text or "" for child in children(node, name)), "")


def targets(node: Any, *names: str) -> list[str]:
    """What the references called `names` below an element point at, as plain GUIDs."""
    return [plain_guid(child.get("targetGUID")) for child in children(node, *names)]
