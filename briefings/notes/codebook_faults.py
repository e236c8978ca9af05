"""What is wrong with a codebook's Markdown, each with its line and what to do. Not here: what its codes mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.blocks import blocks
from briefings.check import Finding
from briefings.notes.code import Code, folded
from briefings.notes.codebook_markdown import parse

LONGEST_NAME = 100
"""How many code points a name may have: a longer one is a sentence that lost its colon."""


def faults(text: str) -> list[Finding]:
    """What keeps a codebook from being used, by line: a code without a name, or a name, key or UUID given twice."""
    codes = parse(text)
    return sorted([*_unnamed(text), *_names(codes), *_twice(codes)])


def gaps(text: str) -> list[Finding]:
    """What a second coder would miss in a codebook that can be used, by line: codes, and what they mean."""
    codes = parse(text)
    if not codes:
        remedy = "Write `## Name (k)` and what it means below, or take one: `rashomon codebook list`."
        return [Finding(1, "there is no code in it", remedy)]
    above = {folded(code.parent) for code in codes}
    return [
        Finding(code.line, f"the code {code.name!r} is not defined", "Say below it what it means.")
        for code in codes
        if not code.definition and code.is_codable and folded(code.name) not in above
    ]


def _unnamed(text: str) -> Iterator[Finding]:
    for block in blocks(text):
        if block.kind == "heading" and block.level > 1 and not block.text.strip():
            line = 1 + text.count("\n", 0, block.source.start)
            yield Finding(line, "a heading has no words", "Write the name of the code behind the `#`.")


def _names(codes: list[Code]) -> Iterator[Finding]:
    for code in codes:
        if not code.name:
            yield Finding(code.line, "a code has no name", "Write its name first: `Name (k)`.")
        elif len(code.name) > LONGEST_NAME:
            what = f"the name {code.name[:40]!r}… has {len(code.name)} characters, more than {LONGEST_NAME}"
            yield Finding(code.line, what, "Put a colon behind the name, or the definition below it.")
        elif re.search(r"[\x00-\x1f\ufffd]", code.name):
            yield Finding(code.line, f"the name {code.name!r} holds characters that cannot be shown", "Type it again.")


def _twice(codes: list[Code]) -> Iterator[Finding]:
    """Names that differ at most in case and accents, keys and UUIDs that stand before."""
    seen: dict[tuple[str, str], int] = {}
    for code in codes:
        given = (("code", code.name, folded(code.name)), ("key", code.key, code.key), ("UUID", code.guid, code.guid))
        for kind, shown, word in given:
            if not word:
                continue
            if (kind, word) in seen:
                what = f"the {kind} {shown!r} is there already, on line {seen[kind, word]}"
                yield Finding(code.line, what, "Give it another.")
            seen.setdefault((kind, word), code.line)
