"""A comparison as tables whose cells name the words they rest on. Pure: screens, reports and commands draw them."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.article import Article, Span

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.figures import Figure
    from briefings.framing.quotes import Quote

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
    """The letters and what they stand for, on one line."""
    return "  ".join(f"{letter(index)} {article.outlet}" for index, article in enumerate(articles))


def coverage(comparison: Comparison) -> Table:
    """Points x outlets: the paragraphs in which each article carries a point."""
    articles = range(len(comparison.articles))
    rows = []
    for point in comparison.points:
        first = point.members[0]
        cells = [_places(comparison, index, comparison.place(point, index)) for index in articles]
        rows.append((Cell(point.label, first), *cells, Cell(", ".join(point.why))))
    columns = ("point", *map(letter, articles), "rests on")
    return Table("Coverage", columns, tuple(rows), f"¶ paragraph   {NOT_FOUND} not found in the stored text")


def shared_runs(comparison: Comparison) -> Table:
    """The same words in two articles, longest first."""
    rows = []
    for run in sorted(comparison.runs, key=lambda run: (run.a.start - run.a.end, run.first, run.a)):
        words = run.a.of(comparison.articles[run.first].text)
        places = [_place(comparison, run.first, run.a), _place(comparison, run.second, run.b)]
        rows.append((*places, Cell(str(len(words.split()))), Cell(_one_line(words), (run.first, run.a))))
    return Table("Shared runs", ("in", "and in", "words", "the words"), tuple(rows))


def quotes(comparison: Comparison) -> Table:
    """Every quote, by article and place."""
    rows = [_quote_row(comparison, index, quote) for index, found in enumerate(comparison.quotes) for quote in found]
    columns = ("at", "speaker", "cue", "kind", "words")
    return Table("Quotes", columns, tuple(rows), f"{UNKNOWN}: the text does not say who")


def utterances(comparison: Comparison) -> Table:
    """The same utterance as each outlet quotes it, one under the other."""
    rows = []
    for number, utterance in enumerate(comparison.utterances, 1):
        for index, quote in utterance.members:
            rows.append((Cell(str(number)), *_quote_row(comparison, index, quote)))
    return Table("The same utterance", ("no.", "at", "speaker", "cue", "kind", "words"), tuple(rows))


def figures(comparison: Comparison) -> Table:
    """Figures that count the same thing, and whether they agree at the precision each is stated at."""
    rows = []
    for number, group in enumerate(comparison.figure_groups, 1):
        for index, figure in group.members:
            rows.append((Cell(str(number)), Cell(group.relation), *_figure_row(comparison, index, figure)))
    return Table("The same figure", ("no.", "relation", "at", "figure", "of what"), tuple(rows))


def lone_figures(comparison: Comparison) -> Table:
    """Figures for which no other article was found to count the same thing."""
    grouped = {(index, figure.span) for group in comparison.figure_groups for index, figure in group.members}
    rows = [
        _figure_row(comparison, index, figure)
        for index, found in enumerate(comparison.figures)
        for figure in found
        if (index, figure.span) not in grouped
    ]
    return Table("Figures matched with no other outlet's", ("at", "figure", "of what"), tuple(rows))


TABLES: dict[str, tuple[Callable[[Comparison], Table], ...]] = {
    "coverage": (coverage,),
    "runs": (shared_runs,),
    "quotes": (utterances, quotes),
    "figures": (figures, lone_figures),
}
"""What each view of a comparison shows."""


def _quote_row(comparison: Comparison, index: int, quote: Quote) -> tuple[Cell, ...]:
    text = comparison.articles[index].text
    cue = Cell(quote.cue.of(text), (index, quote.cue)) if quote.cue else Cell("")
    speaker = Cell(quote.speaker or UNKNOWN, (index, quote.speaker_span) if quote.speaker_span else None)
    said = " … ".join(part.of(text) for part in quote.parts or (quote.content,))
    words = Cell(_one_line(said), (index, quote.content))
    return (_place(comparison, index, quote.content), speaker, cue, Cell(quote.kind), words)


def _figure_row(comparison: Comparison, index: int, figure: Figure) -> tuple[Cell, ...]:
    text = comparison.articles[index].text
    words = Cell(_one_line(figure.span.of(text)), (index, figure.span))
    return (_place(comparison, index, figure.span), words, Cell(_one_line(figure.about)))


def _place(comparison: Comparison, index: int, span: Span) -> Cell:
    number = comparison.articles[index].paragraph_number(span.start)
    return Cell(f"{letter(index)} ¶{number}", (index, span))


def _places(comparison: Comparison, index: int, spans: Sequence[Span]) -> Cell:
    if not spans:
        return Cell(NOT_FOUND)
    numbers = dict.fromkeys(comparison.articles[index].paragraph_number(span.start) for span in spans)
    return Cell(" ".join(f"¶{number}" for number in numbers), (index, spans[0]))


def _one_line(words: str) -> str:
    return " ".join(words.split())
