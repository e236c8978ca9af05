"""What the other outlets make of an article's sentences, for its margin; and where the margin's notes stand. Pure.

Reading one text with the others' differences beside it is the layout of integrated comparison: differences are told
where they are, instead of left to be found across columns. Nothing is weighed: what is listed is what the tables of the
comparison hold of a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.article import Span
from briefings.table import letter, one_line

if TYPE_CHECKING:
    from briefings.framing.comparison import Comparison
    from briefings.framing.passages import Point

LONGEST = 60
"""Code points of quoted words that a note gives; the rest is an ellipsis."""


@dataclass(frozen=True)
class Aside:
    """A note of the margin.

    span: the sentence it stands beside. name: the point, by number and label, or that something is not found here.
    lines: where the others have it, and how they put it. point: which of the comparison's points; None for what is not
    found here.
    """

    span: Span
    name: str
    lines: tuple[str, ...]
    point: int | None = None


def asides(comparison: Comparison, index: int, order: Sequence[int] = ()) -> list[Aside]:
    """The margin of article `index`, in the order of its text. order: the outlets shown; all where none are given."""
    shown = [other for other in order or range(len(comparison.articles)) if other != index]
    made = []
    for number, point in enumerate(comparison.points):
        if places := comparison.place(point, index):
            lines = (*_told(comparison, number, index, shown), *_missing(comparison, point, shown))
            made.append(Aside(places[0], f"{point.number} {point.label}", lines, number))
        elif any(comparison.place(point, other) for other in shown):
            made.append(_gap(comparison, number, index, shown))
    return sorted(made, key=lambda aside: (aside.span, aside.point is None))


def placed(rows: Sequence[int], heights: Sequence[int], pivot: int) -> list[int]:
    """The first row of each note: beside its sentence's row where there is room, never over another.

    The note at `pivot` stands exactly beside its sentence; the others give way, those before it upwards.
    """
    starts = list(rows)
    for number in range(pivot + 1, len(starts)):
        starts[number] = max(starts[number], starts[number - 1] + heights[number - 1])
    for number in range(pivot - 1, -1, -1):
        starts[number] = min(starts[number], starts[number + 1] - heights[number])
    return starts


def _told(comparison: Comparison, number: int, index: int, shown: Sequence[int]) -> list[str]:
    """Where the others tell a point: on one line those that put it alike, then a line for each that differs."""
    alike, apart = list[str](), list[str]()
    for other in shown:
        if places := comparison.place(comparison.points[number], other):
            article = comparison.articles[other]
            paragraphs = dict.fromkeys(f"¶{article.paragraph_number(span.start)}" for span in places)
            where = f"{letter(other)} {' '.join(paragraphs)}"
            differences = _differences(comparison, number, index, other)
            (apart if differences else alike).append(f"{where} {'; '.join(differences)}".rstrip())
    return [*(["  ".join(alike)] if alike else []), *apart]


def _differences(comparison: Comparison, number: int, index: int, other: int) -> list[str]:
    """How another article's words, figures and quotes on a point differ, each once."""
    ways = (_words, _figures, _left_out)
    return list(dict.fromkeys(said for way in ways for said in way(comparison, number, index, other)))


def _words(comparison: Comparison, number: int, index: int, other: int) -> Iterable[str]:
    """The words another article chose on a point, with those it has them for."""
    for choice in comparison.choices:
        if choice.point == number and other in choice.words:
            theirs = _short(comparison, other, choice.words[other])
            ours = choice.words.get(index)
            if ours and _short(comparison, index, ours).casefold() == theirs.casefold():
                continue  # it is a third outlet that chose otherwise
            yield f"“{theirs}” for “{_short(comparison, index, ours)}”" if ours else f"“{theirs}”"


def _figures(comparison: Comparison, number: int, index: int, other: int) -> Iterable[str]:
    """The figures of another article on a point that this one puts otherwise."""
    here, there = (comparison.place(comparison.points[number], n) for n in (index, other))
    for group in comparison.figure_groups:
        ours = {
            one_line(f.span.of(comparison.articles[n].text))
            for n, f in group.members
            if n == index and _in(f.span, here)
        }
        for n, figure in group.members:
            words = one_line(figure.span.of(comparison.articles[n].text))
            if n == other and _in(figure.span, there) and ours and words not in ours:
                yield f"{words} for {', '.join(sorted(ours))}"


def _left_out(comparison: Comparison, number: int, index: int, other: int) -> Iterable[str]:
    """What of this article's longer version of an utterance was not found in another's."""
    here, there = (comparison.place(comparison.points[number], n) for n in (index, other))
    for cut in comparison.cuts:
        if cut.longest.index == index and any(_in(quote.content, here) for quote in cut.longest.quotes):
            for version in cut.others:
                if version.index == other and any(_in(quote.content, there) for quote in version.quotes):
                    yield from (f"without “{_short(comparison, index, span)}”" for span in version.missing)


def _missing(comparison: Comparison, point: Point, shown: Sequence[int]) -> list[str]:
    absent = [letter(other) for other in shown if not comparison.place(point, other)]
    return [f"not found in the stored text: {', '.join(absent)}"] if absent else []


def _gap(comparison: Comparison, number: int, index: int, shown: Sequence[int]) -> Aside:
    """A point that others tell and this article does not, beside what it tells before it where they do."""
    carrier = next(other for other in shown if comparison.place(comparison.points[number], other))
    where = comparison.place(comparison.points[number], carrier)[0]
    before = [
        (theirs[-1], ours[0])
        for point in comparison.points
        if (ours := comparison.place(point, index))
        and (theirs := [span for span in comparison.place(point, carrier) if span < where])
    ]
    first = next(iter(comparison.sentences[index]), Span(0, 0))
    span = max(before)[1] if before else first
    told = tuple(_told(comparison, number, index, shown))
    point = comparison.points[number]
    return Aside(span, f"not found here: {point.number} {point.label}", told)


def _in(span: Span, places: Sequence[Span]) -> bool:
    return any(span.overlaps(place) for place in places)


def _short(comparison: Comparison, index: int, span: Span) -> str:
    words = one_line(span.of(comparison.articles[index].text))
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
