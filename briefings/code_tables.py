"""Notes as tables: codes x outlets, and every note with its words. Not here: agreement between coders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefings.article import Article
from briefings.notes.note import Note
from briefings.table import Cell, Table, letter, one_line, place_cell

NONE_MADE = "–"
"""The cell of an outlet on which no note with the code was made."""
UNCODED = "(no code)"


def codes(articles: Sequence[Article], notes: Mapping[str, Sequence[Note]]) -> Table:
    """Codes x outlets: how many notes carry each code. notes: article id -> its notes, in any order."""
    given: dict[str, dict[int, list[Note]]] = {}
    for index, article in enumerate(articles):
        for note in sorted(notes.get(article.id, ()), key=_where):
            for code in note.codes or (UNCODED,):
                given.setdefault(code, {}).setdefault(index, []).append(note)
    rows = []
    for code in sorted(given, key=lambda code: (code == UNCODED, code.casefold())):
        cells = [_count(index, given[code].get(index, ())) for index in range(len(articles))]
        rows.append((Cell(code, next((cell.place for cell in cells if cell.place), None)), *cells))
    legend = f"notes with the code   {NONE_MADE} none made" if rows else ""
    return Table("Codes", ("code", *map(letter, range(len(articles)))), tuple(rows), legend)


def coded(articles: Sequence[Article], notes: Mapping[str, Sequence[Note]]) -> Table:
    """Every note of the articles that has its place, by article and place."""
    rows = []
    for index, article in enumerate(articles):
        for note in sorted(notes.get(article.id, ()), key=_where):
            if note.span:
                place = (index, note.span)
                words = Cell(one_line(note.span.of(article.text)), place)
                told = (Cell(", ".join(note.codes), place), words, Cell(one_line(note.comment), place))
                rows.append((place_cell(articles, *place), *told, Cell(note.author, place)))
    return Table("Notes", ("at", "codes", "words", "comment", "by"), tuple(rows))


def _where(note: Note) -> int:
    return note.span.start if note.span else -1


def _count(index: int, notes: Sequence[Note]) -> Cell:
    first = next((note.span for note in notes if note.span), None)
    return Cell(str(len(notes)) if notes else NONE_MADE, (index, first) if first else None)
