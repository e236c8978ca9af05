"""What the reporter says around each quoted stretch of a text. Not here: speakers (`attribution.py`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefings.article import Span, paragraphs
from briefings.framing.cues import Cue, find_cues
from briefings.framing.marks import Quoted, quoted
from briefings.framing.sentences import sentences

REACH = 600
"""How far (code points) from a quote its speaker is looked for: longer than any sentence of a newspaper."""


class Surroundings:
    """A text seen from its quoted stretches: sentences that start inside a quote do not count as the reporter's.

    text: the text. stretches: what stands in quotation marks. sentences: the reporter's. paragraphs: of the text.
    """

    def __init__(self, text: str, spans: Sequence[Span] | None = None) -> None:
        """spans: the sentences of the text, where they are known already."""
        self.text = text
        self.stretches: list[Quoted] = quoted(text)
        self.paragraphs = paragraphs(text)
        self._openings = [p.start for p in self.paragraphs]
        self._quote_starts = [s.whole.start for s in self.stretches]
        self._cues = find_cues(text)
        self._cue_starts = [cue.span.start for cue in self._cues]
        self._starts = [s.start for s in spans or sentences(text) if self._opens_sentence(s.start)]

    @property
    def sentences(self) -> list[Span]:
        """The reporter's sentences, in order."""
        return [Span(start, self.sentence_end(start)) for start in self._starts]

    def _opens_sentence(self, start: int) -> bool:
        if self.text[start].islower():
            return False
        number = bisect_left(self._quote_starts, start) - 1
        return number < 0 or start >= self.stretches[number].whole.end

    def cues(self, span: Span) -> list[Cue]:
        """The cues in `span`, in order."""
        return self._cues[bisect_left(self._cue_starts, span.start) : bisect_left(self._cue_starts, span.end)]

    def paragraph_number(self, offset: int) -> int:
        """The number, from 0, of the paragraph that holds `offset`."""
        return max(0, bisect_right(self._openings, offset) - 1)

    def paragraph(self, offset: int) -> Span:
        """The paragraph that holds `offset`."""
        return self.paragraphs[self.paragraph_number(offset)]

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` starts."""
        number = bisect_right(self._starts, offset)
        return max(self._starts[number - 1] if number else 0, self.paragraph(offset).start)

    def sentence_end(self, offset: int) -> int:
        """Where the sentence that holds `offset` ends: at the next one, or at the paragraph's end."""
        number = bisect_right(self._starts, offset)
        end = self.paragraph(offset).end
        return min(self._starts[number], end) if number < len(self._starts) else end

    def before(self, number: int) -> Span:
        """The reporter's words before stretch `number` in its sentence, back to the stretch before it."""
        start = self.stretches[number].whole.start
        first = max(self.sentence_start(start), start - REACH)
        if number:
            first = max(first, self.stretches[number - 1].whole.end)
        return Span(min(first, start), start)

    def after(self, number: int) -> Span:
        """The reporter's words after stretch `number` in its sentence, up to the next stretch."""
        end = self.stretches[number].whole.end
        last = min(self.sentence_end(end - 1), end + REACH)
        if number + 1 < len(self.stretches):
            last = min(last, self.stretches[number + 1].whole.start)
        return Span(end, max(last, end))

    def unquoted_opening(self, sentence: Span) -> Span:
        """The reporter's words that open a sentence, up to the first stretch in it."""
        number = bisect_left(self._quote_starts, sentence.start)
        if number and self.stretches[number - 1].whole.end > sentence.start:
            return Span(sentence.start, sentence.start)
        first = self._quote_starts[number] if number < len(self._quote_starts) else sentence.end
        return Span(sentence.start, min(first, sentence.end))

    def holds_quote(self, span: Span) -> bool:
        """Whether any of `span` stands in quotation marks."""
        number = bisect_left(self._quote_starts, span.end) - 1
        return number >= 0 and self.stretches[number].whole.overlaps(span)
