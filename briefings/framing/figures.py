"""Figures: numbers with their unit and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.article import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text.

    span: its words, with the words that make it vague and its unit: `nearly 50,000`.
    value: the number; the lower end of a range. unit: `$`, `%`, `km`, empty for a plain count.
    about: the noun counted, in the text's words; empty where none is found.
    approx: the words that make it vague (`nearly`, `more than`), empty where it is stated plainly.
    high: the upper end of a range, else None.
    """

    span: Span
    value: float
    unit: str
    about: str
    approx: str
    high: float | None = None


@dataclass(frozen=True, slots=True)
class FigureGroup:
    """Figures of two or more articles that count the same thing.

    members: (index of the article, its figure), by article and place.
    relation: `agree` at the precision each is stated at, else `differ`.
    """

    members: tuple[tuple[int, Figure], ...]
    relation: Literal["agree", "differ"]
