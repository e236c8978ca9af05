"""A codebook's Markdown -> codes, and codes -> Markdown. Not here: the file (`codebook_file.py`), faults in it.

Headings below the title are codes, a deeper one under the one above it; in a text without such headings the list items
are. A heading or item gives the name, `(k)` the key, `(-)` no key and that notes may not carry it, `#rrggbb` the
colour, `{…}` a UUID of another program, and behind a colon the definition; what stands below defines further.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from briefings.blocks import Block, blocks
from briefings.inline import escaped
from briefings.notes.code import Code, folded

DEEPEST = 5
"""How many levels of headings are left below the title."""

_TAIL = re.compile(
    r"(?:\s*[(\[](?P<key>[\w-])[)\]])?(?:\s+(?P<colour>#[0-9a-fA-F]{6}))?(?:\s*\{(?P<guid>[0-9a-fA-F-]{36})\})?"
    r"(?:\s*:(?:\s+(?P<rest>.*))?)?$"
)
_END = re.compile(r"\s*[(\[{#:]|\s*$")
_NEGATIVE = r"not|but not|non-?examples?|counter-?examples?|exclu(?:de|des|ding|sions?)"
_POSITIVE = r"for example|examples?|inclu(?:de|des|ding|sions?)"
_LABEL = re.compile(rf"(?:(?:(?P<no>{_NEGATIVE})|{_POSITIVE})\s*:|e\.g\.:?)\s*", re.I)
_MARKER = re.compile(r"[-+]|\d+[.)]")


def parse(text: str) -> list[Code]:
    """The codes of a Markdown text, in order, whatever is wrong with it; names and definitions are plain text."""
    found = blocks(text)
    make = _from_headings if any(map(_is_code, found)) else _from_items
    codes = list[Code]()
    make(text, found, codes)
    return codes


def _is_code(block: Block) -> bool:
    return block.kind == "heading" and block.level > 1 and bool(block.text.strip())


def _from_headings(text: str, found: list[Block], codes: list[Code]) -> None:
    above, label = list[tuple[int, str]](), ""
    for block in found:
        if _is_code(block):
            label = ""
            _open(codes, block, _line(text, block), above, block.level)
        elif codes and block.kind == "item":
            codes[-1] = _with_example(codes[-1], block.text, label)
        elif codes and block.text:
            label = label_of(block.text)
            codes[-1] = codes[-1] if label else _with_definition(codes[-1], block.text)


def _from_items(text: str, found: list[Block], codes: list[Code]) -> None:
    above = list[tuple[int, str]]()
    for block in found:
        if block.kind != "item":
            continue
        if not block.info:
            codes[-1:] = [_with_definition(code, block.text) for code in codes[-1:]]
        elif codes and block.level > 1 and _LABEL.match(block.text):
            codes[-1] = _with_example(codes[-1], block.text, "")
        else:
            _open(codes, block, _line(text, block), above, block.level)


def _open(codes: list[Code], block: Block, line: int, above: list[tuple[int, str]], level: int) -> None:
    """Begin the code of a heading or item, under the last one that stands higher."""
    while above and above[-1][0] >= level:
        above.pop()
    code = _code(block, line, above[-1][1] if above else "")
    above.append((level, code.name))
    codes.append(code)


def _code(block: Block, line: int, parent: str) -> Code:
    """A code from its heading or item. A name in bold may hold anything, a colon or brackets too."""
    words = " ".join(block.text.split())
    bold = next((mark.span for mark in block.spans if mark.kind == "strong" and mark.span.start == 0), None)
    name = " ".join(bold.of(block.text).split()) if bold else ""
    found = _TAIL.match(words, len(name)) if name else _tail(words)
    name = words[: found.start()] if found else words
    parts = found.groupdict() if found else {}
    given = {part: (parts.get(part) or "").strip() for part in ("key", "colour", "guid", "rest")}
    key = "" if given["key"] == "-" else given["key"]
    return Code(
        unicodedata.normalize("NFC", name.strip()),
        key,
        given["rest"],
        line=line,
        parent=parent,
        colour=given["colour"].lower(),
        guid=given["guid"].lower(),
        is_codable=given["key"] != "-",
    )


def _tail(words: str) -> re.Match[str] | None:
    """What follows the name: as much as can be read as key, colour, identity and definition."""
    ends = (found.start() for found in _END.finditer(words))
    return next((found for end in ends if (found := _TAIL.match(words, end))), None)


def _with_definition(code: Code, words: str) -> Code:
    return replace(code, definition="\n\n".join(filter(None, (code.definition, words.strip()))))


def _with_example(code: Code, words: str, label: str) -> Code:
    """A code with one more example; an item may say itself that it is none."""
    own = None if label else _LABEL.match(words)
    if own:
        label, words = ("no" if own["no"] else "yes"), words[own.end() :]
    if label == "no":
        return replace(code, non_examples=(*code.non_examples, words))
    return replace(code, examples=(*code.examples, words))


def label_of(words: str) -> str:
    """Whether a paragraph only says that examples follow, `yes`, or what is no example, `no`."""
    found = _LABEL.fullmatch(f"{words.strip()} ")
    return "" if found is None else "no" if found["no"] else "yes"


def _line(text: str, block: Block) -> int:
    return 1 + text.count("\n", 0, block.source.start)


def write(codes: Iterable[Code], title: str = "Codebook", about: str = "") -> str:
    """The codes under a title, each a heading; `parse` gives them back. Levels below the fifth become the fifth."""
    parts, depths = [f"# {escaped(title)}", about.strip()], dict[str, int]()
    for code in codes:
        depth = depths[folded(code.name)] = 1 + depths.get(folded(code.parent), 0) if code.parent else 1
        parts.append(section(code, depth))
    return "\n\n".join(part for part in parts if part) + "\n"


def section(code: Code, depth: int) -> str:
    """One code as a heading with what stands below it; depth: 1 at the top, at most `DEEPEST`."""
    return "\n\n".join([f"#{'#' * min(depth, DEEPEST)} {_heading(code)}", *body(code, marked=True)])


def body(code: Code, *, marked: bool = False) -> list[str]:
    """What stands below a code's name: definition, examples, non-examples, as paragraphs of Markdown or plain text."""
    shown = _escaped if marked else str
    parts = [shown(paragraph) for paragraph in code.definition.split("\n\n") if paragraph.strip()]
    for label, words in (("Examples:", code.examples), ("Not:", code.non_examples)):
        parts += [label, "\n".join(f"- {shown(one)}" for one in words)] if words else []
    return parts


def _heading(code: Code) -> str:
    """A code's name with key, colour and identity; in bold where it would not be read as itself."""
    tail, name = _tail(code.name), escaped(code.name)
    if tail is None or tail.start() < len(code.name):
        name = f"**{name}**"
    key = f"({code.key})" if code.key else "" if code.is_codable else "(-)"
    return " ".join(filter(None, (name, key, code.colour, f"{{{code.guid}}}" if code.guid else "")))


def _escaped(words: str) -> str:
    """Words as a paragraph of Markdown that shows exactly these, and begins no list and no rule."""
    shown = escaped(words)
    return re.sub(r"^(?=[-+])|(?<=\d)(?=[.)])", r"\\", shown, count=1) if _MARKER.match(shown) else shown
