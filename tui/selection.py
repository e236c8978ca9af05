"""Words selected by keyboard: one end stays, the other moves by word, sentence or paragraph. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from briefings.article import Span

_WORD = re.compile(r"[#@$€£]?\w+(?:[.,:'’\-–/]\w+)*%?|[^\w\s]+")


class Selection:
    """A stretch of whole words of a text between an end that stays and an end that moves."""

    def __init__(self, text: str, sentences: Sequence[Span], paragraphs: Sequence[Span], offset: int) -> None:
        """Select the first word at `offset` (code points) or after it.

        sentences, paragraphs: in order; what the moving end moves by.
        """
        self._text = text
        self._sentences = sentences
        self._paragraphs = paragraphs
        self._anchor = self._head = self._word_from(offset)

    def moved(
        self, text: str, sentences: Sequence[Span], paragraphs: Sequence[Span], moved: Callable[[int], int]
    ) -> Selection:
        """The same selection in a text as it is now. moved: where what stood at an offset stands now."""
        now = Selection(text, sentences, paragraphs, moved(self._anchor.start))
        now.to(moved(self._head.start))
        return now

    @property
    def span(self) -> Span:
        """What is selected."""
        return Span(min(self._anchor.start, self._head.start), max(self._anchor.end, self._head.end))

    @property
    def head(self) -> int:
        """The offset of the end that moves."""
        return self._head.start

    def other_end(self) -> None:
        """Let the other end move."""
        self._anchor, self._head = self._head, self._anchor

    def next_word(self) -> None:
        """Move by one word on."""
        self._head = self._word_from(self._head.end)

    def previous_word(self) -> None:
        """Move by one word back."""
        self._head = self._word_before(self._head.start)

    def next_sentence(self) -> None:
        """Move to the end of this sentence; from there to the end of the next."""
        self._to_end(self._sentences)

    def previous_sentence(self) -> None:
        """Move to the beginning of this sentence; from there to the beginning of the one before."""
        self._to_start(self._sentences)

    def next_paragraph(self) -> None:
        """Move to the end of this paragraph; from there to the end of the next."""
        self._to_end(self._paragraphs)

    def previous_paragraph(self) -> None:
        """Move to the beginning of this paragraph; from there to the beginning of the one before."""
        self._to_start(self._paragraphs)

    def first(self) -> None:
        """Move to the first word of the text."""
        self.to(0)

    def last(self) -> None:
        """Move to the last word of the text."""
        self.to(len(self._text))

    def to(self, offset: int) -> None:
        """Move to the word at `offset`, or to the first one after it."""
        self._head = self._word_from(offset)

    def _to_end(self, parts: Sequence[Span]) -> None:
        end = next((part.end for part in parts if part.end > self._head.end), len(self._text))
        self._head = Span(min(self._word_before(end).start, end), end)

    def _to_start(self, parts: Sequence[Span]) -> None:
        start = next((part.start for part in reversed(parts) if part.start < self._head.start), 0)
        self._head = Span(start, max(self._word_from(start).end, start))

    def _word_from(self, offset: int) -> Span:
        """The first word that ends after `offset`; the last one where none does, all of a text without words."""
        for word in words(self._text, _gap_before(self._text, offset)):
            if word.end > offset:
                return word
        return self._word_before(len(self._text))

    def _word_before(self, offset: int) -> Span:
        """The last word that begins before `offset`; the first one where none does."""
        start = offset
        while start > 0:
            start = _gap_before(self._text, start - 1)
            found = [word for word in words(self._text, start, offset) if word.start < offset]
            if found:
                return next(words(self._text, found[-1].start))
        return next(words(self._text), Span(0, len(self._text)))


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The words and runs of punctuation in `text[start:end]`: `191,113` and `far-reaching` are one word each."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Span(*match.span())


def _gap_before(text: str, offset: int) -> int:
    """A place at `offset` or before it that no word goes across."""
    return max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset)) + 1
