"""Whom "he" or "she" means where it speaks. Not here: who the people of a text are (`people.py`).

A pronoun becomes a name only where that person was the subject or the speaker of the sentence just before (or is the
subject of the pronoun's own sentence), and nobody else named there fits; or where only one person named in the whole
text so far fits. Someone merely mentioned is not enough: a wrong name is worse than none. That subjects come first is
the ranking of centering theory (Grosz, Joshi and Weinstein 1995, "Centering: A Framework for Modeling the Local
Coherence of Discourse"), used here to leave a pronoun open rather than to choose.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from briefings.article import Span
from briefings.framing.people import People, is_pronoun
from briefings.framing.speakers import sentence_subject
from briefings.framing.surroundings import Surroundings

_EMBEDDED = re.compile(r"\b(?:what|that|which|whom|whose|because|how|why|where)\s+(?:\S+\s+){0,6}$", re.IGNORECASE)
_LOOK_BACK = 90
_POSSESSIVES = ("’", "'")


class Naming:
    """Names the speakers of one text.

    around, people: the text's. spoken: for each quote where it stands, and the words that name its speaker.
    """

    def __init__(self, around: Surroundings, people: People, spoken: Iterable[tuple[Span, Span]]) -> None:
        self.around = around
        self.people = people
        both = {(place.start, speaker) for quote, speaker in spoken for place in (quote, speaker)}
        self._spoken = sorted(both)
        self._sentences = around.sentences
        self._starts = [sentence.start for sentence in self._sentences]

    def name(self, speaker: Span) -> str:
        """Who is meant by the words at `speaker`; they themselves where the text does not settle it."""
        words = " ".join(speaker.of(self.around.text).split())
        if not is_pronoun(words):
            return self.people.speaker(words)
        return self._meant(speaker, self._in_focus) or words

    @cached_property
    def _in_focus(self) -> list[frozenset[str]]:
        """For each sentence the people who are its subject or speak in it; none where it has no person there."""
        focus: list[frozenset[str]] = []
        for sentence in self._sentences:
            found = [self._person(span, focus) for span in self._foremost(sentence)]
            focus.append(frozenset(name for name in found if name is not None))
        return focus

    def _foremost(self, sentence: Span) -> list[Span]:
        """The words of a sentence that name its subject and whoever speaks in it, subordinate clauses left out."""
        text = self.around.text
        first = bisect_left(self._spoken, sentence.start, key=lambda each: each[0])
        last = bisect_left(self._spoken, sentence.end, key=lambda each: each[0])
        spoken = [
            speaker
            for _, speaker in self._spoken[first:last]
            if not _EMBEDDED.search(text, max(sentence.start, speaker.start - _LOOK_BACK), speaker.start)
        ]
        subject = self._subject(sentence)
        return spoken if subject is None else [subject, *spoken]

    def _subject(self, sentence: Span) -> Span | None:
        """The words that name the subject of a sentence; None where what they name only owns it ("Ruiz's boat")."""
        subject = sentence_subject(self.around.text, self.around.unquoted_opening(sentence))
        return None if subject and self.around.text.startswith(_POSSESSIVES, subject.end) else subject

    def _person(self, span: Span, focus: Sequence[frozenset[str]]) -> str | None:
        """The person that `span` names; `focus`: of the sentences so far."""
        words = " ".join(span.of(self.around.text).split())
        return self._meant(span, focus) if is_pronoun(words) else self.people.named_by(words)

    def _meant(self, pronoun: Span, focus: Sequence[frozenset[str]]) -> str | None:
        """The one person the pronoun at `pronoun` means; None where there is none, or more than one."""
        word = pronoun.of(self.around.text)
        number = bisect_right(self._starts, pronoun.start) - 1
        if number >= 0:
            near = Span(self._starts[max(0, number - 1)], pronoun.start)
            mentioned = self.people.fitting(word, near)
            before = focus[number - 1] if 0 < number <= len(focus) else frozenset()
            for foremost in (self._own_subject(pronoun, number), before):
                fitting = {name for name in foremost if self.people.fits(word, name)}
                if fitting:
                    return fitting.pop() if len(fitting | mentioned) == 1 else None
        everyone = self.people.fitting(word, Span(0, pronoun.start))
        return everyone.pop() if len(everyone) == 1 else None

    def _own_subject(self, pronoun: Span, number: int) -> frozenset[str]:
        """The person that is the subject of the pronoun's own sentence, where it stands before the pronoun."""
        subject = self._subject(self._sentences[number])
        if subject is None or subject.end > pronoun.start:
            return frozenset()
        name = self.people.named_by(" ".join(subject.of(self.around.text).split()))
        return frozenset() if name is None else frozenset({name})
