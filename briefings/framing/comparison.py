"""The Comparison: everything computed from the articles of one meeting. Data only; `compare` fills it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefings.article import Article, Span

if TYPE_CHECKING:  # whoever only holds a comparison need not load what computes it
    from briefings.framing.carriers import Carrier
    from briefings.framing.choices import Choice
    from briefings.framing.cuts import Cuts
    from briefings.framing.emphasis import Emphasis
    from briefings.framing.figures import Figure, FigureGroup
    from briefings.framing.near_copies import NearCopy
    from briefings.framing.passages import Point
    from briefings.framing.quotes import Quote, Utterance
    from briefings.framing.sources import Source
    from briefings.framing.wording import Distinctive

CopyKind = Literal["copy", "quote"]
"""Whether shared words are copy, or a quote that both articles took from one speaker."""


@dataclass(frozen=True, slots=True)
class RunBetween:
    """A shared run and the two articles that share it.

    first, second: indexes into `Comparison.articles`, first < second.
    a, b: the run in the first and in the second article.
    kind: `quote` where most of it stands inside quotation marks of a quote in both, else `copy`.
    """

    first: int
    second: int
    a: Span
    b: Span
    kind: CopyKind = "copy"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several articles say of one meeting, each item with the spans it rests on.

    articles: in the order they were given; every index below is into it.
    sentences: of each article, in order; wire paragraphs left out when `wire` is False.
    points: what two or more outlets report, most widely carried first.
    runs: the same words in two articles.
    quotes: the quotes of each article, in order.
    utterances: quotes of different articles that render the same words of a speaker.
    figures: the figures of each article, in order.
    figure_groups: figures that count the same thing, and whether they agree.
    wire_paragraphs: the paragraphs of each article that are agency copy.
    wire: whether agency copy was compared (True) or left out (False).
    emphasis: of each article, what it leads with, how deep each point stands in it, and its share of the words.
    near_copies: almost the same words in two articles.
    carriers: of every two articles with shared runs, what part of each these make, and who may carry whose copy.
    cuts: of each utterance the longest version, and what the others leave of it.
    choices: on the points, the words that different articles use in one place.
    distinctive: of each article, the words it uses more or less than the others.
    sources: of each article, who speaks in it.
    """

    articles: tuple[Article, ...]
    sentences: tuple[tuple[Span, ...], ...]
    points: tuple[Point, ...]
    runs: tuple[RunBetween, ...]
    quotes: tuple[tuple[Quote, ...], ...]
    utterances: tuple[Utterance, ...]
    figures: tuple[tuple[Figure, ...], ...]
    figure_groups: tuple[FigureGroup, ...]
    wire_paragraphs: tuple[tuple[Span, ...], ...]
    wire: bool = True
    emphasis: tuple[Emphasis, ...] = ()
    near_copies: tuple[NearCopy, ...] = ()
    carriers: tuple[Carrier, ...] = ()
    cuts: tuple[Cuts, ...] = ()
    choices: tuple[Choice, ...] = ()
    distinctive: tuple[Distinctive, ...] = ()
    sources: tuple[tuple[Source, ...], ...] = ()

    def place(self, point: Point, index: int) -> list[Span]:
        """Where article `index` reports `point`, in text order; empty: not found in the stored text."""
        return sorted(span for member, span in point.members if member == index)

    def missing(self, point: Point) -> list[int]:
        """The articles in which `point` was not found in the stored text."""
        carriers = {member for member, _ in point.members}
        return [index for index in range(len(self.articles)) if index not in carriers]

    def not_english(self) -> list[int]:
        """The articles that are not in English: no speakers, reported speech, figures and synonyms in them."""
        from briefings.framing.language import is_english

        return [index for index, article in enumerate(self.articles) if not is_english(article.text)]

    def depth(self, index: int, span: Span) -> float:
        """How far down article `index` the words at `span` start: 0 at its top, towards 1 at its end."""
        return span.start / max(1, len(self.articles[index].text))

    def only_here(self, index: int) -> list[Span]:
        """The sentences of article `index` that belong to no point."""
        matched = [span for point in self.points for span in self.place(point, index)]
        return [s for s in self.sentences[index] if not any(s.overlaps(m) for m in matched)]

    def shared(self, index: int) -> list[Span]:
        """The spans of article `index` that stand in another article too, merged and in order."""
        spans = [run.a for run in self.runs if run.first == index]
        spans += [run.b for run in self.runs if run.second == index]
        return merge(spans)


def merge(spans: Sequence[Span]) -> list[Span]:
    """Overlapping or touching spans made one, in order."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
