"""What a search prints in columns: the lines of a concordance, and how often each outlet uses words."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from briefings.table import letter
from index.engine import Line, Usage
from tui.verbs.output import print_lines, print_table

_BAR = 30
"""Cells of the longest bar."""


def print_lines_in_columns(lines: Sequence[Line]) -> None:
    """Print each line with the words found under one another, a mark for its outlet, and what the marks stand for."""
    outlets = {outlet: letter(number) for number, outlet in enumerate(dict.fromkeys(line.hit.outlet for line in lines))}
    before = max((cell_len(line.left) for line in lines), default=0)
    for line in lines:
        left = " " * (before - cell_len(line.left)) + line.left
        print_lines(f"{outlets[line.hit.outlet]} {left}[{line.word}]{line.right}  {line.hit.id}")
    if lines:
        print_lines("")
    for outlet, sign in outlets.items():
        print_lines(f"{sign}  {outlet or 'briefings and notes'}")


def print_usage(query: str, uses: Sequence[Usage]) -> None:
    """Print a row for each outlet, with a bar."""
    most = max((use.per_thousand for use in uses), default=0.0) or 1.0
    rows = [
        (
            *(use.outlet, str(use.articles), _times(use), str(use.words), f"{use.per_thousand:.2f}"),
            "█" * max(1, round(_BAR * use.per_thousand / most)) if use.times else "",
        )
        for use in uses
    ]
    print_table(f"Use of {query}", ("outlet", "articles", "times", "words", "per 1,000", ""), rows)
    if sample := sum(use.sample for use in uses):
        print_lines(f"≈ reckoned from {sample} articles drawn by chance: more match than are read")


def _times(use: Usage) -> str:
    return f"≈{use.times}" if use.sample else str(use.times)


def report_line(line: Line) -> dict[str, object]:
    """A line of a concordance for programs."""
    where: dict[str, object] = {"id": line.hit.id, "outlet": line.hit.outlet, "span": list(line.span)}
    return where | {"left": line.left, "word": line.word, "right": line.right}


def report_usage(use: Usage) -> dict[str, object]:
    """An outlet's use of words for programs."""
    counts: dict[str, object] = {"outlet": use.outlet, "articles": use.articles, "times": use.times, "words": use.words}
    return counts | {"per_thousand": round(use.per_thousand, 4), "sample": use.sample}
