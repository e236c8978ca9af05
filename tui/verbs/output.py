"""What a command prints: tables for people, JSON for programs. Article text is printed as data, never as markup."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text


def print_json(value: object) -> None:
    """Print a JSON-ready value."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns, with a title; says so where there is no row."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    if not table.row_count:
        print_lines(f"{title}: none" if title else "none")
        return
    if title:
        console().print(Text(title, style="bold"))
    console().print(table)


def print_lines(text: str) -> None:
    """Print text as it is, wrapped to the terminal."""
    console().print(Text(text))


def console() -> Console:
    """Where a command prints: no markup, no emoji codes, no highlighting of numbers."""
    return Console(markup=False, emoji=False, highlight=False, soft_wrap=False)
