"""Codes that come into a codebook: the Markdown that is there keeps every word. Not here: where they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from briefings.errors import CodebookError
from briefings.notes.code import Code, folded
from briefings.notes.codebook_markdown import parse, section


class CodeConflict(NamedTuple):
    """A code that is in the codebook already and means something else there. ours, theirs: the two."""

    ours: Code
    theirs: Code


class Merged(NamedTuple):
    """A codebook after codes came in.

    text: its Markdown. added: the codes that are new. conflicts: those left out because theirs is another meaning.
    """

    text: str
    added: tuple[Code, ...]
    conflicts: tuple[CodeConflict, ...]


def merge_codes(text: str, incoming: Iterable[Code]) -> Merged:
    """The codebook `text` with the codes it does not have, each below the code it stands under, else at the end.

    A code that is there with the same meaning is passed over; a key or UUID that is taken is left out. Raises
    CodebookError where the codes of `text` are list items: a heading below them would end the list.
    """
    ours = {folded(code.name): code for code in parse(text)}
    if ours and not _has_headings(text):
        raise CodebookError(
            "the codebook lists its codes, and codes that come in are headings", remedy="Make its items headings."
        )
    depths = {name: _depth(text, code) for name, code in ours.items()}
    places = {name: _end(text, code, list(ours.values()), depths) for name, code in ours.items()}
    taken = {code.key for code in ours.values()} | {code.guid for code in ours.values()}
    new, added, conflicts = dict[int, list[str]](), list[Code](), list[CodeConflict]()
    bottom = text.count("\n") + 1
    for code in incoming:
        name, above = folded(code.name), folded(code.parent)
        if name in ours:
            if _meaning(ours[name]) != _meaning(code):
                conflicts.append(CodeConflict(ours[name], code))
            continue
        fresh = replace(
            code, key="" if code.key in taken else code.key, guid="" if code.guid in taken else code.guid, line=0
        )
        taken |= {fresh.key, fresh.guid}
        ours[name], depths[name] = fresh, depths.get(above, 0) + 1
        places[name] = places.get(above, bottom)
        new.setdefault(places[name], []).append(section(fresh, depths[name]))
        added.append(fresh)
    return Merged(_inserted(text, new), tuple(added), tuple(conflicts))


def _meaning(code: Code) -> tuple[object, ...]:
    """What a code means, apart from how it is typed, coloured and laid out."""
    return (
        " ".join(code.definition.split()),
        tuple(" ".join(one.split()) for one in code.examples),
        tuple(" ".join(one.split()) for one in code.non_examples),
        folded(code.parent),
        code.is_codable,
    )


def _has_headings(text: str) -> bool:
    return all(_depth(text, code) for code in parse(text))


def _depth(text: str, code: Code) -> int:
    """How deep the heading of a code is below the title: 1 for `##`; 0 for a list item."""
    lines = text.split("\n")
    line = lines[code.line - 1].lstrip()
    marks = len(line) - len(line.lstrip("#"))
    if marks:
        return marks - 1
    return 1 if code.line < len(lines) and re.fullmatch(r" {0,3}-+\s*", lines[code.line]) else 0


def _end(text: str, code: Code, codes: list[Code], depths: dict[str, int]) -> int:
    """The line, from 1, before which a code stands that comes under `code`: where what is under it ends."""
    after = (o.line for o in codes if o.line > code.line and depths[folded(o.name)] <= depths[folded(code.name)])
    return min(after, default=text.count("\n") + 1)


def _inserted(text: str, new: dict[int, list[str]]) -> str:
    """The text with sections put before its lines; each stands between blank lines."""
    lines = text.split("\n")
    for line, sections in sorted(new.items(), reverse=True):
        head, tail = "\n".join(lines[: line - 1]).rstrip("\n"), "\n".join(lines[line - 1 :]).strip("\n")
        if line > len(lines) - 1:
            head, tail = "\n".join(lines).rstrip("\n"), ""
        lines = ("\n\n".join(part for part in (head, *sections, tail) if part) + "\n").split("\n")
    return "\n".join(lines)
