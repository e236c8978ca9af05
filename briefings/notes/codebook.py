"""The codebook: the labels a reader gives, with what each means, in a Markdown file. Not here: notes that use them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from briefings.blocks import Block, blocks
from briefings.errors import CodebookError

STARTER = """\
# Codebook

One heading a code, its key in brackets; what it means; examples as a list. Change anything.

The first four follow Robert Entman, who says that to frame is to select and to make salient, and that frames do up to
four things (“Framing: Toward Clarification of a Fractured Paradigm”, Journal of Communication 43(4), 1993).

## Problem (p)

What the report says is going on, and at whose cost or gain.

## Cause (c)

Who or what is said to have brought it about.

## Judgment (j)

Praise or blame: words that say whether somebody acted rightly.

## Remedy (r)

What is said to be needed, or what is expected of somebody.

## Naming (n)

The word chosen for a person, a group or an act, where another outlet chose another.

## Source (s)

Who gets to speak, by name or without one, and with which verb.

## Figure (f)

A number, and what makes it large or small: nearly, only, a record.
"""
"""The codebook a new library begins with."""

_KEYED = re.compile(r"(?P<name>.*?)\s*[(\[](?P<key>\w)[)\]]\s*(?::\s*(?P<rest>.*))?$", re.S)
_PLAIN = re.compile(r"(?P<name>[^:]*)(?::\s+(?P<rest>.*))?$", re.S)


@dataclass(frozen=True, slots=True)
class Code:
    """One label.

    name: as notes carry it. key: one letter or digit that gives it, empty where the codebook has none.
    definition: what it means. examples: what it is given to. line: of the file, from 1.
    """

    name: str
    key: str = ""
    definition: str = ""
    examples: tuple[str, ...] = ()
    line: int = 0


def read_codebook(path: Path) -> list[Code]:
    """The codes in the file `path`, in order; those of `STARTER` where there is no file. Raises CodebookError."""
    try:
        text = Path(path).read_text("utf-8-sig")
    except FileNotFoundError:
        text = STARTER
    except (OSError, UnicodeDecodeError) as error:
        raise CodebookError("the codebook cannot be read", where=str(path), remedy="Save it as UTF-8 text.") from error
    codes = parse_codebook(text)
    _require_distinct(codes, str(path))
    return codes


def parse_codebook(text: str) -> list[Code]:
    """The codes of a codebook: its headings below the title; where it has none, its list items."""
    found = blocks(text)
    if any(_is_code(block) for block in found):
        return _from_headings(text, found)
    items = [block for block in found if block.kind == "item" and block.info and block.level == 1]
    return [_code(block.text, _line(text, block)) for block in items]


def _is_code(block: Block) -> bool:
    return block.kind == "heading" and block.level > 1 and bool(block.text.strip())


def _from_headings(text: str, found: list[Block]) -> list[Code]:
    codes = list[Code]()
    for block in found:
        if _is_code(block):
            codes.append(_code(block.text, _line(text, block)))
        elif codes and block.kind == "item":
            codes[-1] = replace(codes[-1], examples=(*codes[-1].examples, block.text))
        elif codes and block.text:
            codes[-1] = replace(codes[-1], definition="\n\n".join(filter(None, (codes[-1].definition, block.text))))
    return codes


def _code(words: str, line: int) -> Code:
    """A code from a heading or item: `Name`, `Name (k)`, `Name: what it means`, `Name (k): what it means`."""
    match = _KEYED.match(words) or _PLAIN.match(words)
    parts = match.groupdict() if match else {"name": words}
    return Code(" ".join(parts["name"].split()), parts.get("key") or "", (parts.get("rest") or "").strip(), line=line)


def _line(text: str, block: Block) -> int:
    return 1 + text.count("\n", 0, block.source.start)


def _require_distinct(codes: list[Code], file: str) -> None:
    """Raise CodebookError where two codes have the same name or key."""
    seen: dict[str, int] = {}
    for code in codes:
        names = {f"the code {code.name!r}": code.name.casefold(), f"the key {code.key!r}": f"({code.key})"}
        for what, name in names.items():
            if name != "()" and name in seen:
                wrong = f"{what} is there already, on line {seen[name]}"
                raise CodebookError(wrong, where=f"{file}:{code.line}", remedy="Give it another.")
            seen[name] = code.line
