"""Reads the cases of tests/cases/*.md: a heading is a title, then a fence `input` and a fence `expected`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"
_CASE = re.compile(
    r"^## (?P<title>.+?)\n+````input\n(?P<input>.*?)\n?````\n+````expected\n(?P<expected>.*?)\n?````", re.M | re.S
)


@dataclass(frozen=True)
class Case:
    """One case: what it shows, what goes in, what comes out."""

    title: str
    input: str
    expected: str


def read_cases(name: str) -> list[Case]:
    """The cases of tests/cases/NAME.md, in order."""
    cases = [Case(**match.groupdict()) for match in _CASE.finditer((FOLDER / f"{name}.md").read_text("utf-8"))]
    assert cases, f"no cases in {name}.md"
    return cases
