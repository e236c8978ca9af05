"""A codebook as REFI-QDA (version 1.5, sections 5.2 and 11) has it: `.qdc` files, and the CodeBook of a project.

Examples, non-examples and the key have no element there: they are written into the description and read from it.
Not here: files of ours (`codebook_file.py`), sets of codes, which are left out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree import ElementTree as ET

from briefings.errors import CodebookError
from briefings.inline import harmless
from briefings.notes.code import Code, folded
from briefings.notes.codebook import Codebook
from briefings.notes.codebook_markdown import body, label_of
from briefings.notes.refi_xml import (
    CODEBOOK,
    child_text,
    children,
    element,
    guid_of,
    legal,
    parse,
    plain_guid,
    serialised,
)

NO_NAME = "(no name)"
"""What a code of another program is called that has no name."""

_KEY = re.compile(r"Key: (\w)")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})")


def write_qdc(codebook: Codebook) -> bytes:
    """The codebook as a `.qdc` file. Raises CodebookError for one without codes, which has no valid form there."""
    if not len(codebook):
        raise CodebookError("there is no code to write", remedy="Write one, or `rashomon codebook use NAME`.")
    root = element("CodeBook", origin="Rashomon")
    root.append(codes_element(codebook))
    return serialised(root, CODEBOOK)


def read_qdc(data: bytes, where: str = "") -> Codebook:
    """The codes of a `.qdc` file. Raises NotesError."""
    root = parse(data, "CodeBook", where)
    return Codebook(tuple(code for code, _ in read_codes(root)))


def code_guid(codebook: Codebook, name: str) -> str:
    """The UUID of a name that notes carry: of the code of just this name, else one of its own."""
    known = any(code.name == name for code in codebook)
    return codebook.guid(name) if known else guid_of("code", name)


def codes_element(codebook: Codebook, others: Iterable[str] = ()) -> ET.Element:
    """The Codes element: the codebook as a tree, then names in notes that are no code of it."""
    codes, made = element("Codes"), dict[str, ET.Element]()
    for code in codebook:
        node = _code_element(codebook, code)
        made.get(folded(code.parent), codes).append(node)
        made[folded(code.name)] = node
    for name in others:
        codes.append(element("Code", guid=guid_of("code", name), name=name, isCodable="true"))
    return codes


def _code_element(codebook: Codebook, code: Code) -> ET.Element:
    colour = codebook.colour(code.name) if code.is_codable else code.colour
    codable = "true" if code.is_codable else "false"
    node = element("Code", guid=codebook.guid(code.name), name=code.name, isCodable=codable, color=colour)
    words = "\n\n".join([*body(code), *([f"Key: {code.key}"] if code.key else [])])
    if words:
        node.append(element("Description", words))
    return node


def read_codes(codebook: Any) -> list[tuple[Code, str]]:
    """The codes below a CodeBook element, in order, each with its GUID. No two have the same name."""
    found, names = list[tuple[Code, str]](), set[str]()
    for codes in children(codebook, "Codes"):
        for node in children(codes, "Code"):
            found += _read(node, "", names)
    return found


def _read(node: Any, parent: str, names: set[str]) -> Iterator[tuple[Code, str]]:
    name, guid = _name(node.get("name") or "", parent, names), plain_guid(node.get("guid"))
    names.add(name)
    definition, examples, non_examples, key = described(child_text(node, "Description"))
    codable = (node.get("isCodable") or "true").strip() not in ("false", "0")
    colour = _colour(node.get("color") or "")
    own = "" if guid == Codebook().guid(name) else guid
    yield Code(name, key, definition, examples, 0, non_examples, parent, colour, own, codable), guid
    for child in children(node, "Code"):
        yield from _read(child, name, names)


def _name(words: str, parent: str, taken: set[str]) -> str:
    """A name as a codebook of ours has it: on one line, and different from the others."""
    plain = unicodedata.normalize("NFC", " ".join(harmless(words).split())) or NO_NAME
    above = f"{parent} / {plain}" if parent else plain
    if plain not in taken:
        return plain
    return next(name for name in (above, *(f"{above} {n}" for n in range(2, len(taken) + 3))) if name not in taken)


def _colour(words: str) -> str:
    """A colour as `#rrggbb`, whatever its length; empty where it is none."""
    if not _COLOUR.fullmatch(words.strip()):
        return ""
    digits = words.strip().lower()[1:]
    return "#" + (digits if len(digits) > 3 else "".join(2 * digit for digit in digits))


def described(words: str) -> tuple[str, tuple[str, ...], tuple[str, ...], str]:
    """(definition, examples, non-examples, key) in a description: what `codes_element` wrote, or anybody's words."""
    definition, examples, label, key = list[str](), {"yes": list[str](), "no": list[str]()}, "", ""
    for paragraph in re.split(r"\n[ \t]*\n\s*", legal(words).strip()):
        found = _KEY.fullmatch(paragraph.strip())
        lines = paragraph.split("\n")
        if found:
            key = found[1]
        elif label_of(paragraph):
            label = label_of(paragraph)
        elif label and all(line.startswith("- ") for line in lines):
            examples[label] += [line.removeprefix("- ") for line in lines]
        elif paragraph.strip():
            definition.append(paragraph.strip())
            label = ""
    return "\n\n".join(definition), tuple(examples["yes"]), tuple(examples["no"]), key
