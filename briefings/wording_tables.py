"""The words outlets choose and the people they let speak, as tables. Not here: quotes one by one (`tables.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.table import Cell, Table, letter, one_line, place_cell, with_languages

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison

ELSEWHERE = ""
"""The cell of an outlet that has no word in a place."""


def choices(comparison: Comparison) -> Table:
    """On each point: the words that different outlets use in one place."""
    rows = []
    for choice in comparison.choices:
        cells = []
        for index, article in enumerate(comparison.articles):
            span = choice.words.get(index)
            cells.append(Cell(one_line(span.of(article.text)), (index, span)) if span else Cell(ELSEWHERE))
        rows.append((Cell(comparison.points[choice.point].label), Cell(one_line(choice.slot)), *cells))
    columns = ("point", "beside", *map(letter, range(len(comparison.articles))))
    return with_languages(Table("Words in one place", columns, tuple(rows)), comparison, "synonyms")


def distinctive(comparison: Comparison) -> Table:
    """The words each article uses more or less than the others."""
    rows = []
    for index, one in enumerate(comparison.distinctive):
        for word in one.words:
            place = (index, word.spans[0]) if word.spans else None
            cells = (Cell(str(word.count)), Cell(str(word.others)), Cell(f"{word.z:+.2f}"))
            rows.append((Cell(letter(index)), Cell(word.word, place), *cells))
    tested = [one for one in comparison.distinctive if one.tested]
    legend = ""
    if tested:
        by_chance = f"{tested[0].by_chance:.1f}"
        legend = f"{tested[0].tested} words tested; chance alone would list about {by_chance} of them for each article"
    return Table("Words used more or less", ("in", "word", "here", "others", "z"), tuple(rows), legend)


def sources(comparison: Comparison) -> Table:
    """Who speaks in each article, and at what length."""
    rows = []
    for index, found in enumerate(comparison.sources):
        for source in found:
            counts = (len(source.quotes), source.words, source.reported)
            who = (Cell(source.speaker, (index, source.first)), Cell(source.kind))
            rows.append((place_cell(comparison.articles, index, source.first), *who, *(Cell(str(n)) for n in counts)))
    columns = ("first at", "who", "how", "quotes", "words quoted", "words reported")
    return with_languages(Table("Who speaks", columns, tuple(rows)), comparison, "speakers")
