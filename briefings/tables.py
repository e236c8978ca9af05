"""A comparison as tables whose cells name the words they rest on. Pure: screens, reports and commands draw them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefings.article import Span
from briefings.emphasis_tables import carriers, cuts, emphasis, leads, near_copies
from briefings.table import (
    NOT_FOUND,
    UNKNOWN,
    Cell,
    Table,
    aligned,
    as_text,
    letter,
    one_line,
    outlets,
    place_cell,
    with_languages,
)
from briefings.wording_tables import choices, distinctive, sources

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.figures import Figure
    from briefings.framing.quotes import Quote

__all__ = ["NOT_FOUND", "TABLES", "UNKNOWN", "Cell", "Table", "aligned", "as_text", "coverage", "letter", "outlets"]


def coverage(comparison: Comparison) -> Table:
    """Points x outlets: the paragraphs in which each article carries a point; points by their number."""
    articles = range(len(comparison.articles))
    rows = []
    for point in comparison.points:
        first = point.members[0]
        cells = [_places(comparison, index, comparison.place(point, index)) for index in articles]
        rows.append((Cell(str(point.number)), Cell(point.label, first), *cells, Cell(", ".join(point.why))))
    columns = ("no.", "point", *map(letter, articles), "rests on")
    return Table("Coverage", columns, tuple(rows), f"¶ paragraph   {NOT_FOUND} not found in the stored text")


def shared_runs(comparison: Comparison) -> Table:
    """The same words in two articles, longest first."""
    rows = []
    for run in sorted(comparison.runs, key=lambda run: (run.a.start - run.a.end, run.first, run.a)):
        words = run.a.of(comparison.articles[run.first].text)
        places = [_place(comparison, run.first, run.a), _place(comparison, run.second, run.b)]
        told = (Cell(str(len(words.split()))), Cell(run.kind), Cell(one_line(words), (run.first, run.a)))
        rows.append((*places, *told))
    legend = "quote: both print the words as a quote"
    return Table("Shared runs", ("in", "and in", "words", "kind", "the words"), tuple(rows), legend if rows else "")


def quotes(comparison: Comparison) -> Table:
    """Every quote, by article and place."""
    rows = [_quote_row(comparison, index, quote) for index, found in enumerate(comparison.quotes) for quote in found]
    columns = ("at", "speaker", "cue", "kind", "words")
    table = Table("Quotes", columns, tuple(rows), f"{UNKNOWN}: the text does not say who")
    return with_languages(table, comparison, "speakers and reported speech")


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
    table = Table("The same figure", ("no.", "relation", "at", "figure", "of what"), tuple(rows))
    return with_languages(table, comparison, "figures")


def lone_figures(comparison: Comparison) -> Table:
    """Figures for which no other article was found to count the same thing."""
    grouped = {(index, figure.span) for group in comparison.figure_groups for index, figure in group.members}
    rows = [
        _figure_row(comparison, index, figure)
        for index, found in enumerate(comparison.figures)
        for figure in found
        if (index, figure.span) not in grouped
    ]
    table = Table("Figures matched with no other outlet's", ("at", "figure", "of what"), tuple(rows))
    return with_languages(table, comparison, "figures")


TABLES: dict[str, tuple[Callable[[Comparison], Table], ...]] = {
    "coverage": (coverage,),
    "emphasis": (emphasis, leads),
    "runs": (shared_runs, near_copies, carriers),
    "quotes": (utterances, cuts, quotes),
    "figures": (figures, lone_figures),
    "wording": (choices, distinctive),
    "sources": (sources,),
}
"""What each view of a comparison shows."""


def _quote_row(comparison: Comparison, index: int, quote: Quote) -> tuple[Cell, ...]:
    text = comparison.articles[index].text
    cue = Cell(quote.cue.of(text), (index, quote.cue)) if quote.cue else Cell("")
    speaker = Cell(quote.speaker or UNKNOWN, (index, quote.speaker_span) if quote.speaker_span else None)
    said = " … ".join(part.of(text) for part in quote.parts or (quote.content,))
    words = Cell(one_line(said), (index, quote.content))
    return (_place(comparison, index, quote.content), speaker, cue, Cell(quote.kind), words)


def _figure_row(comparison: Comparison, index: int, figure: Figure) -> tuple[Cell, ...]:
    text = comparison.articles[index].text
    words = Cell(one_line(figure.span.of(text)), (index, figure.span))
    return (_place(comparison, index, figure.span), words, Cell(one_line(figure.about)))


def _place(comparison: Comparison, index: int, span: Span) -> Cell:
    return place_cell(comparison.articles, index, span)


def _places(comparison: Comparison, index: int, spans: Sequence[Span]) -> Cell:
    if not spans:
        return Cell(NOT_FOUND)
    numbers = dict.fromkeys(comparison.articles[index].paragraph_number(span.start) for span in spans)
    return Cell(" ".join(f"¶{number}" for number in numbers), (index, spans[0]))
