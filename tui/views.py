"""The views of a comparison by name and key, and which tables each shows. Pure.

Not here: the tables themselves (`briefings/`), or which outlets a reader chose (`chosen.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefings import tables
from briefings.article import Span
from briefings.code_tables import coded, codes
from briefings.emphasis_tables import carriers, cuts, emphasis, leads, near_copies
from briefings.notes.note import Note
from briefings.table import NOT_FOUND, Table, letter
from briefings.version_tables import versions
from briefings.word_tables import dispersion, terms, uses
from briefings.wording_tables import choices, distinctive, sources
from tui.grid import NUMBER, Grid, Spot

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison

VIEWS = ("text", "coverage", "quotes", "figures", "wording", "sources", "codes")
"""In the order of their keys, 1 to 7."""
MIN_CONTEXT, MAX_CONTEXT = 12, 60
"""Code points shown on either side of a word in its lines."""
PLACE_CELLS = 14
"""Cells of a line of a word's uses that are not its words: where it stands, and the gaps."""

MOST_WORDS = 3
"""Words of a cell that are taken for one expression."""

WORD = "word"
"""The heading of the column that holds the word a row is about."""

_WORDS = re.compile(r"[^\W\d_][\w’'-]+|\d[\d.,]*\d")

Place = tuple[int, Span]
"""Words of an article: its index in the comparison, and their span."""


@dataclass(frozen=True)
class Material:
    """What tables are made from.

    comparison: it. notes: article id -> its notes. word: whose uses are asked for; empty for none. width: in cells.
    """

    comparison: Comparison
    notes: Mapping[str, Sequence[Note]] = field(default_factory=dict)
    word: str = ""
    width: int = 80


def tables_of(view: str, material: Material) -> list[Table]:
    """The tables of a view; none for the texts."""
    comparison = material.comparison
    if view == "codes":
        return [codes(comparison.articles, material.notes), coded(comparison.articles, material.notes)]
    if view == "wording":
        return [*_of_word(material), *(make(comparison) for make in (terms, choices, distinctive))]
    made = {
        "coverage": (tables.coverage, emphasis, leads),
        "quotes": (versions, cuts, tables.quotes),
        "figures": (tables.figures, tables.lone_figures),
        "sources": (sources, carriers, tables.shared_runs, near_copies),
    }
    return [make(comparison) for make in made.get(view, ())]


def _of_word(material: Material) -> list[Table]:
    if not material.word:
        return []
    context = (material.width - PLACE_CELLS - len(material.word)) // 2
    context = max(MIN_CONTEXT, min(MAX_CONTEXT, context))
    articles = material.comparison.articles
    return [dispersion(articles, material.word), uses(articles, material.word, context)]


def rests_on(grid: Grid, spot: Spot) -> Place | None:
    """The words a cell rests on: its own, else those of the nearest cell of its row; None where it says "not found"."""
    row = grid.tables[spot.table].rows[spot.row]
    here = row[spot.column]
    if here.place or here.text in ("", NOT_FOUND):
        return here.place
    beside = sorted(range(len(row)), key=lambda column: (abs(column - spot.column), column))
    return next((place for column in beside if (place := row[column].place)), None)


def outlet_at(grid: Grid, spot: Spot | None, count: int) -> int | None:
    """The outlet of a cell: its column's where that is headed by a letter, else the one whose words it rests on.

    count: how many outlets there are.
    """
    if spot is None:
        return None
    heading = grid.tables[spot.table].columns[spot.column]
    letters = [letter(index) for index in range(count)]
    if heading in letters:
        return letters.index(heading)
    place = rests_on(grid, spot)
    return place[0] if place else None


def asked_word(grid: Grid, spot: Spot | None) -> str:
    """The word or few words that a cell holds, else the word its row is about; empty where there is none."""
    if spot is None:
        return ""
    table = grid.tables[spot.table]
    words = _WORDS.findall(grid.cell(spot).text) if table.columns[spot.column] != NUMBER else []
    if len(words) in range(1, MOST_WORDS + 1):
        return " ".join(words)
    return table.rows[spot.row][table.columns.index(WORD)].text if WORD in table.columns else ""
