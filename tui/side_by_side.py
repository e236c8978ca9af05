"""A comparison as the columns the compare pane draws: headings, layers, landmarks, and the line under them. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefings.article import NO_TITLE, Article, Span
from briefings.tables import letter
from tui.columns import Column
from tui.layers import Layer
from tui.reading import day_of

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.quotes import Quote


def bare_columns(articles: Sequence[Article]) -> list[Column]:
    """The columns before anything is compared: the texts alone, moved through by paragraph."""
    nothing_yet = (Layer("only", ()),)
    return [_column(index, article, (), nothing_yet) for index, article in enumerate(articles)]


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


def landmarks(comparison: Comparison) -> list[dict[int, list[Span]]]:
    """Each point as article index -> the sentences that carry it."""
    return [
        {index: places for index in range(len(comparison.articles)) if (places := comparison.place(point, index))}
        for point in comparison.points
    ]


def status(comparison: Comparison, point: int | None) -> str:
    """What the lines under the columns say of the point at the cursor."""
    if point is None:
        return "only here: not found in the other stored texts"
    found = comparison.points[point]
    parts = []
    for index, article in enumerate(comparison.articles):
        numbers = dict.fromkeys(article.paragraph_number(span.start) for span in comparison.place(found, index))
        parts += [f"{letter(index)} " + " ".join(f"¶{number}" for number in numbers)] if numbers else []
    missing = ", ".join(map(letter, comparison.missing(found)))
    absent = f"   not found in the stored text: {missing}" if missing else ""
    why = f"\nrests on: {', '.join(found.why)}" if found.why else ""
    return f"{point + 1} {found.label}   {'  '.join(parts)}{absent}{why}"


def _column(index: int, article: Article, sentences: Sequence[Span], layers: Sequence[Layer]) -> Column:
    details = [*(["retold"] if article.retold else []), day_of(article), f"{len(article.text.split())} words"]
    outlet = f"{article.outlet} · {article.credit}" if article.credit else article.outlet
    heading = (outlet, " · ".join(details), article.title or NO_TITLE)
    return Column(letter(index), heading, article.text, tuple(sentences), tuple(layers))
