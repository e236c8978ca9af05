"""A comparison as the columns the compare pane draws: headings, layers, landmarks, and the line under them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.article import NO_TITLE, Article, Span
from briefings.notes.note import Note
from briefings.table import NOT_FOUND, Cell, letter, one_line
from tui.chosen import Chosen
from tui.columns import Column
from tui.layers import Layer
from tui.margin import Aside, asides
from tui.reading import day_of

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.quotes import Quote


ONLY_HERE = "only here: not found in the other stored texts"
NOT_IN_TEXT = "not found in the stored text: there are no words to open"
NO_WORDS = "there are no words to open"
ONLY_AMONG_SHOWN = "only here: not found in the stored texts of the other outlets shown"


def bare_columns(articles: Sequence[Article]) -> list[Column]:
    """The columns before anything is compared: the texts alone, moved through by paragraph."""
    nothing_yet = (Layer("only", ()),)
    return [_column(index, article, (), nothing_yet) for index, article in enumerate(articles)]


class Picture(NamedTuple):
    """A comparison as the pane is given it.

    columns: in the chosen order. landmarks, labels: of the points. asides: the margin of each column, by its number.
    """

    columns: list[Column]
    landmarks: list[dict[int, list[Span]]]
    labels: list[str]
    asides: Callable[[int], list[Aside]]


def pictured(comparison: Comparison, notes: Mapping[str, Sequence[Note]], chosen: Chosen) -> Picture:
    """The chosen outlets of a comparison side by side. notes: article id -> its notes."""
    spans = {id: [note.span for note in kept if note.span] for id, kept in notes.items()}
    made = columns(comparison, spans)

    @cache
    def margin(column: int) -> list[Aside]:
        return asides(comparison, chosen.order[column], chosen.order)

    return Picture([made[index] for index in chosen.order], landmarks(comparison, chosen), labels(comparison), margin)


def columns(comparison: Comparison, notes: Mapping[str, Sequence[Span]]) -> list[Column]:
    """The columns of a comparison. notes: article id -> where its notes stand."""
    made = []
    for index, article in enumerate(comparison.articles):
        layers = (
            Layer("wire", () if comparison.wire else comparison.wire_paragraphs[index], 0),
            Layer("quote", quoted(comparison.quotes[index]), 1),
            Layer("figure", [figure.span for figure in comparison.figures[index]], 2),
            Layer("shared-run", comparison.shared(index), 3),
            Layer("note", notes.get(article.id, ()), 4, mark="✎"),
        )
        made.append(_column(index, article, comparison.sentences[index], layers))
    return made


def quoted(quotes: Sequence[Quote]) -> list[Span]:
    """The words that stand between quotation marks; reported speech is the reporter's own sentence."""
    said = (quote for quote in quotes if quote.kind in ("direct", "mixed"))
    return [part for quote in said for part in quote.parts or (quote.content,)]


def landmarks(comparison: Comparison, chosen: Chosen | None = None) -> list[dict[int, list[Span]]]:
    """Each point as the number of a column -> the sentences that carry it. chosen: the columns; None for all."""
    order = chosen.order if chosen else range(len(comparison.articles))
    return [
        {column: places for column, index in enumerate(order) if (places := comparison.place(point, index))}
        for point in comparison.points
    ]


def labels(comparison: Comparison) -> list[str]:
    """What the points are called, in their order: each by the number it has in the whole comparison."""
    return [f"{point.number} {point.label}" for point in comparison.points]


def status(comparison: Comparison, point: int | None, chosen: Chosen | None = None) -> str:
    """What the lines under the columns say of the point at the cursor. chosen: the outlets shown, None for all."""
    if point is None:
        return ONLY_AMONG_SHOWN if chosen and chosen.hidden else ONLY_HERE
    found = comparison.points[point]
    parts = []
    for index in chosen.order if chosen else range(len(comparison.articles)):
        article = comparison.articles[index]
        numbers = dict.fromkeys(article.paragraph_number(span.start) for span in comparison.place(found, index))
        parts += [f"{letter(index)} " + " ".join(f"¶{number}" for number in numbers)] if numbers else []
    missing = ", ".join(letter(i) for i in comparison.missing(found) if chosen is None or i in chosen.order)
    absent = f"   not found in the stored text: {missing}" if missing else ""
    why = f"\nrests on: {', '.join(found.why)}" if found.why else ""
    return f"{found.number} {found.label}   {'  '.join(parts)}{absent}{why}"


def resting(comparison: Comparison, cell: Cell | None, place: tuple[int, Span] | None) -> str:
    """What the lines under a table say of a cell: all of it, and the words it rests on.

    A cell without words of its own (a number, a mark) says on its line whose words it goes with.
    """
    if cell is None:
        return ""
    if place is None:
        return f"{one_line(cell.text)}\n{NOT_IN_TEXT if cell.text in ('', NOT_FOUND) else NO_WORDS}"
    index, span = place
    article = comparison.articles[index]
    where = f"{letter(index)} {article.outlet} ¶{article.paragraph_number(span.start)}"
    words = one_line(span.of(article.text))
    if cell.place is None:
        return f"{one_line(cell.text)}   {where}\n{words}"
    return f"{one_line(cell.text)}\n{where}: {words}"


def _column(index: int, article: Article, sentences: Sequence[Span], layers: Sequence[Layer]) -> Column:
    details = [*(["retold"] if article.retold else []), day_of(article), f"{len(article.text.split())} words"]
    outlet = f"{article.outlet} · {article.credit}" if article.credit else article.outlet
    heading = (outlet, " · ".join(details), article.title or NO_TITLE)
    return Column(letter(index), heading, article.text, tuple(sentences), tuple(layers))
