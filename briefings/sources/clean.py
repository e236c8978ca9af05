"""A pasted page -> the paragraphs of its article and where they stood. Not here: title or outlet (`metadata.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.sources.feature_table import FeatureTable, bits
from briefings.sources.features import CHROME, describe
from briefings.sources.lines import Line, Lines, split_lines
from briefings.sources.listing import find_listing
from briefings.sources.score import score_lines
from briefings.sources.segment import segment
from briefings.sources.structure import cut, grow, heads_prose, is_caption, sentences, with_last, without_edges

_SHORT_PAGE = 8  # lines; among so few the neighbours say too little, and a sentence is a paragraph
_HEADING_FROM = -1.0  # and a short line right above one
_PROSE_FROM = -2.0  # inside the article's stretch a plain sentence stays from this score on
_CHROME = bits(CHROME)
_TEXT = bits(("prose", "running"))
_NO_TEXT = bits(("date follows", "repeated"))


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A pasted page, taken apart.

    lines: every line with something in it, in order.
    body: the numbers of the lines that are the article's paragraphs, in order.
    """

    lines: Sequence[Line]
    body: Sequence[int]

    @property
    def kept(self) -> tuple[Span, ...]:
        """The spans of the decoded text that became the article's, in order."""
        return tuple(self.lines[number].span for number in self.body)


def clean(text: str) -> Cleaned:
    """Find the article in a decoded page; its body is empty where no line looks like one."""
    lines = split_lines(text)
    features = describe(lines)
    return Cleaned(lines, choose(lines, features, score_lines(features)))


def choose(lines: Lines, features: FeatureTable, scores: Sequence[float]) -> list[int]:
    """The numbers of the lines that are the body, from what they look like (`describe`) and their scores."""
    stretch = cut(lines, features, scores, grow(features, scores, segment(features, scores)))
    body = [number for number in stretch if _stays(lines, features, scores, number)]
    found = find_listing(lines, features, body) or with_last(lines, features, without_edges(lines, features, body))
    if not found or len(lines) <= _SHORT_PAGE:
        return sorted({*found, *sentences(features)})
    return found


def _stays(lines: Lines, features: FeatureTable, scores: Sequence[float], number: int) -> bool:
    """Whether a line inside the article's stretch is a paragraph of it."""
    marks = features.marks[number]
    if marks & _CHROME or is_caption(lines.texts[number], features[number]):
        return False
    if marks & _TEXT and not marks & _NO_TEXT:
        return scores[number] > _PROSE_FROM
    if heads_prose(features, number):
        return scores[number] > _HEADING_FROM
    return scores[number] > 0
