"""A pasted page -> the paragraphs of its article and where they stood. Not here: title or outlet (`metadata.py`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.sources.lines import Line, describe, split_lines
from briefings.sources.score import score_lines


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A pasted page, taken apart.

    lines: every line with something in it, in order.
    body: the numbers of the lines that are the article's paragraphs, in order.
    """

    lines: Sequence[Line]
    body: Sequence[int]

    @property
    def text(self) -> str:
        """The article's text: its paragraphs joined by a blank line."""
        return "\n\n".join(self.lines[number].text for number in self.body)

    @property
    def kept(self) -> tuple[Span, ...]:
        """The spans of the decoded text that became the article's, in order."""
        return tuple(self.lines[number].span for number in self.body)


def clean(text: str) -> Cleaned:
    """Find the article in a decoded page; its body is empty where no line looks like one."""
    lines = split_lines(text)
    scores = score_lines(lines, describe(lines))
    return Cleaned(lines, [number for number, score in enumerate(scores) if score > 0])
