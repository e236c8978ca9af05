"""What a command prints: tables for people, JSON for programs. Article text is printed as data, never as markup.

What comes from others (notes, codes, names) may hold what a terminal obeys: none of it is printed as such.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import NoReturn

from rich.console import Console
from rich.table import Table
from rich.text import Text

from briefings.inline import harmless

UNBROKEN = ("id", "name", "article")
"""Columns whose words are typed again in other commands: never broken over lines."""
_PIPED_WIDTH = 10_000
_OBEYED = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal could obey, or not print, and JSON does not escape by itself."""


class Printer(Console):
    """Where a command prints: no markup, no emoji codes, no highlighting; lines are broken on a terminal only."""

    def __init__(self) -> None:
        width = None if sys.stdout.isatty() else _PIPED_WIDTH
        super().__init__(markup=False, emoji=False, highlight=False, width=width)

    def on_broken_pipe(self) -> NoReturn:
        """Let the command line end quietly: whoever read the output has enough of it."""
        raise BrokenPipeError


def print_json(value: object) -> None:
    """Print a JSON-ready value; what a terminal could obey is written as `\\u` escapes."""
    print(_OBEYED.sub(lambda one: f"\\u{ord(one[0]):04x}", json.dumps(value, ensure_ascii=False, indent=2)))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns, with a title; says so where there is no row."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in UNBROKEN)
    for row in rows:
        table.add_row(*(Text(harmless(cell)) for cell in row))
    if not table.row_count:
        print_lines(f"{title}: none" if title else "none")
        return
    if title:
        print_lines(title, style="bold")
    _print(table)


def print_lines(text: str, *, style: str = "") -> None:
    """Print text as it is; on a terminal it is wrapped."""
    _print(Text(harmless(text), style=style))


def _print(shown: Table | Text) -> None:
    """Print without the spaces a table is filled up with where nobody looks at a screen."""
    printer = Printer()
    if sys.stdout.isatty():
        printer.print(shown)
        return
    with printer.capture() as captured:
        printer.print(shown)
    for line in captured.get().splitlines():
        print(line.rstrip())
