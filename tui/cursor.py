"""Where a reader stands in a text: at a sentence. Pure; what is on screen is the widgets' business."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefings.article import Span, paragraphs


class SentenceCursor:
    """A place in a text that moves by sentence and by paragraph; it is always at a sentence.

    Where no sentences are given it moves by paragraph; an empty text has one empty sentence.
    """

    def __init__(self, text: str, sentences: Sequence[Span] = (), offset: int = 0) -> None:
        """Stand in `text` at the sentence that holds `offset` (code points)."""
        self.paragraphs = paragraphs(text) or [Span(0, len(text))]
        self.sentences = sorted(sentences) or self.paragraphs
        self._starts = [span.start for span in self.sentences]
        self._paragraph_starts = [span.start for span in self.paragraphs]
        self.index = 0
        self.to(offset)

    @property
    def span(self) -> Span:
        """The sentence the cursor is at."""
        return self.sentences[self.index]

    def index_at(self, offset: int) -> int:
        """The number of the sentence that holds `offset`, or of the one before it; counted from 0."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def to(self, offset: int) -> Span:
        """Go to the sentence that holds `offset`, or to the one before it."""
        self.index = self.index_at(offset)
        return self.span

    def to_first_from(self, offset: int) -> Span:
        """Go to the first sentence that begins at `offset` or later; to the last one where none does."""
        self.index = min(bisect_left(self._starts, offset), len(self.sentences) - 1)
        return self.span

    def step(self, count: int) -> Span:
        """Go `count` sentences on, or back where negative, as far as there are any."""
        self.index = max(0, min(self.index + count, len(self.sentences) - 1))
        return self.span

    def first(self) -> Span:
        """Go to the first sentence."""
        return self.to(0)

    def last(self) -> Span:
        """Go to the last sentence."""
        return self.to(self.sentences[-1].start)

    def next_sentence(self) -> Span:
        """Go to the next sentence."""
        return self.step(1)

    def previous_sentence(self) -> Span:
        """Go to the previous sentence."""
        return self.step(-1)

    def next_paragraph(self) -> Span:
        """Go to the first sentence of the next paragraph; to the last sentence in the last paragraph."""
        following = bisect_right(self._paragraph_starts, self.span.start)
        if following == len(self.paragraphs):
            return self.step(len(self.sentences))
        return self.to_first_from(self.paragraphs[following].start)

    def previous_paragraph(self) -> Span:
        """Go to the first sentence of this paragraph; from there to the first of the one before."""
        number = max(0, bisect_right(self._paragraph_starts, self.span.start) - 1)
        before = self.index
        self.to_first_from(self.paragraphs[number].start)
        if self.index >= before:
            self.index = before
            self.to_first_from(self.paragraphs[max(0, number - 1)].start)
        return self.span
