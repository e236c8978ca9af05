"""Finding a note's words again in another version of a text."""

from __future__ import annotations

from typing import NamedTuple

from briefings.article import Span

CONTEXT = 32
"""Code points of prefix and suffix kept around a note's words (the standard names no number)."""


class Selector(NamedTuple):
    """What finds the words of a note again: W3C Web Annotation's TextQuoteSelector with a TextPositionSelector's start.

    exact: the words. prefix, suffix: the text before and after them. start: their offset in code points.
    """

    exact: str
    prefix: str
    suffix: str
    start: int


def describe(text: str, span: Span) -> Selector:
    """The selector of the words of `text` at `span`."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Selector(span.of(text), before, after, span.start)
