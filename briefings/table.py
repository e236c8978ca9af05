"""A table: cells that name the words they rest on, and how it is drawn in plain text. Not here: what tables there are
(`tables.py`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.article import Article, Span

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison

NOT_FOUND = "·"
"""The cell of an outlet in whose stored text a point was not found."""
UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    text: what it shows. place: (index of the article, span) of the words it rests on, None where there are none.
    """

    text: str
    place: tuple[int, Span] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table. name: its title. columns: their headings. rows: cells by column. legend: what its signs mean."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    legend: str = ""


def with_languages(table: Table, comparison: Comparison, lacking: str) -> Table:
    """`table`, its legend saying which articles are not in English, and what of theirs is therefore `lacking`."""
    others = [letter(index) for index in comparison.not_english()]
    if not others:
        return table
    told = f"{', '.join(others)}: not in English, so {lacking} are not looked for"
    return replace(table, legend="   ".join(part for part in (table.legend, told) if part))


def aligned(table: Table, limit: int = 40) -> list[str]:
    """The heading and the rows of a table as lines of plain text, columns under each other, the first line the heading.

    A cell, the last of a row excepted, is cut at `limit` characters.
    """
    texts = [table.columns, *(tuple(cell.text for cell in row) for row in table.rows)]
    shortened = [[*(_cut(text, limit) for text in row[:-1]), row[-1]] for row in texts]
    widths = [max(map(_width, column)) for column in zip(*shortened, strict=True)]
    return [
        "  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip() for row in shortened
    ]


def as_text(table: Table, limit: int = 24) -> str:
    """A whole table as plain text, with its legend; says so where there is no row."""
    lines = aligned(table, limit) if table.rows else [f"{table.name}: none found"]
    return "\n".join([*lines, table.legend] if table.legend else lines)


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _width(text: str) -> int:
    """Cells a text takes: two for wide characters, none for combining ones."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def letter(index: int) -> str:
    """The letter that stands for the article at `index` in a comparison: A … Z, then AA, AB …."""
    return (letter(index // 26 - 1) if index >= 26 else "") + chr(ord("A") + index % 26)


def outlets(articles: Sequence[Article]) -> str:
    """The letters and what they stand for, on one line; a retelling is named so."""
    named = (f"{article.outlet} (retold)" if article.retold else article.outlet for article in articles)
    return "  ".join(f"{letter(index)} {name}" for index, name in enumerate(named))


def place_cell(articles: Sequence[Article], index: int, span: Span) -> Cell:
    """The letter of an article and the paragraph that words stand in."""
    return Cell(f"{letter(index)} ¶{articles[index].paragraph_number(span.start)}", (index, span))


def one_line(words: str) -> str:
    """Words with every white space a single blank."""
    return " ".join(words.split())


def percent(share: float) -> str:
    """A share of 0 to 1 in full percent; less than half a percent, but something, is `<1%`."""
    return "<1%" if 0 < share < 0.005 else f"{share:.0%}"
