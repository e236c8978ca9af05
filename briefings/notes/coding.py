"""Who gave which code to which words: texts, coders and their notes as units that agreement is counted in.

By sentence: a note codes each sentence that holds at least half of it, or half of which it holds; a selection that
slips over an edge does not count as disagreement. By character: a note codes exactly its characters. A text that a
coder has coded was seen whole: its sentences without the code are the coder's decision, not a gap in what is known. A
text on which a coder has no note at all was not seen. Not here: measures (`coefficients.py`), who is right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from briefings.article import Span
from briefings.framing.sentences import sentences
from briefings.notes.coefficients import Values
from briefings.notes.note import Note, Target
from briefings.notes.unitizing import Continuum

By = Literal["sentence", "character"]
"""What is counted."""


@dataclass(frozen=True)
class CodedText:
    """One text that two or more coders saw.

    target: which. text: its words. sentences: of it. seen: for each coder whether they saw it.
    notes: of each coder, those with a place on it.
    """

    target: Target
    text: str
    sentences: tuple[Span, ...]
    seen: tuple[bool, ...]
    notes: tuple[tuple[Note, ...], ...]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes that were given on it."""
        return frozenset(code for notes in self.notes for note in notes for code in note.codes)

    @cached_property
    def nowhere(self) -> Values:
        """What a unit is given to which nobody gave a code: False by who saw it, None by who did not."""
        return tuple(False if seen else None for seen in self.seen)

    @cached_property
    def by_number(self) -> tuple[dict[int, list[Note]], ...]:
        """Of each coder, the number of each sentence they coded -> their notes on it."""
        found = tuple(defaultdict[int, list[Note]](list) for _ in self.notes)
        for numbers, notes in zip(found, self.notes, strict=True):
            for note in notes:
                for number in sentences_of(note, self.sentences):
                    numbers[number].append(note)
        return tuple(map(dict, found))

    def by_sentence(self, code: str) -> dict[int, Values]:
        """The number of each sentence that any coder gave the code to -> who gave it."""
        given = [
            {number for number, notes in numbers.items() if any(code in note.codes for note in notes)}
            for numbers in self.by_number
        ]
        return {number: self._values(number in one for one in given) for number in sorted(set().union(*given))}

    def by_character(self, code: str) -> dict[int, Counter[Values]]:
        """The number of each sentence in which any character has the code -> how many of its characters who gave it.

        The white space between sentences is left out.
        """
        marks = [_joined(note.span for note in notes if note.span and code in note.codes) for notes in self.notes]
        found: dict[int, Counter[Values]] = {}
        for number, sentence in enumerate(self.sentences):
            inside = [[mark for mark in spans if mark.overlaps(sentence)] for spans in marks]
            if any(inside):
                found[number] = self._characters(sentence, inside)
        return found

    def continuum(self, code: str) -> Continuum:
        """The whole text as each coder cut it up for a code; notes that overlap or touch are one unit."""
        spans = (_joined(note.span for note in notes if note.span and code in note.codes) for notes in self.notes)
        return Continuum(len(self.text), tuple(tuple(one) for one in spans))

    def _characters(self, sentence: Span, marks: Sequence[Sequence[Span]]) -> Counter[Values]:
        edges = {sentence.start, sentence.end}
        edges |= {edge for spans in marks for span in spans for edge in span if sentence.start < edge < sentence.end}
        ordered, found = sorted(edges), Counter[Values]()
        for start, end in pairwise(ordered):
            found[self._values(any(s.start <= start < s.end for s in spans) for spans in marks)] += end - start
        return found

    def _values(self, given: Iterable[bool]) -> Values:
        return tuple(value if seen else None for value, seen in zip(given, self.seen, strict=True))


def coded_texts(
    notes: Iterable[Note], texts: Mapping[Target, str], coders: Sequence[str], seen_by_all: Collection[Target] = ()
) -> list[CodedText]:
    """The texts that two or more of the coders saw, in the order of `texts`.

    texts: what notes may be on. coders: names of authors. seen_by_all: texts that every coder saw, also one who left no
    note there. Notes that lost their place, of other authors, and that settle between others do not count.
    """
    by_text: dict[Target, dict[str, list[Note]]] = defaultdict(lambda: defaultdict(list))
    for note in notes:
        if note.span is not None and note.author in coders and not note.adjudicates:
            by_text[note.target][note.author].append(note)
    found = list[CodedText]()
    for target, text in texts.items():
        theirs = by_text.get(target, {})
        seen = tuple(target in seen_by_all or coder in theirs for coder in coders)
        if sum(seen) > 1:
            ours = tuple(tuple(theirs.get(coder, ())) for coder in coders)
            found.append(CodedText(target, text, tuple(sentences(text)), seen, ours))
    return found


def sentences_of(note: Note, spans: Sequence[Span]) -> list[int]:
    """The numbers of the sentences that a note codes."""
    return [number for number, span in enumerate(spans) if note.span and is_coded(note.span, span)]


def is_coded(note: Span, sentence: Span) -> bool:
    """Whether at least half of the sentence is in the note, or half of the note in the sentence."""
    shared = 2 * (min(note.end, sentence.end) - max(note.start, sentence.start))
    return shared > 0 and (shared >= sentence.end - sentence.start or shared >= note.end - note.start)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap or touch as one."""
    joined = list[Span]()
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
