"""Indirect speech: clauses that report what someone said without quoting. Not here: quoted words (`attribution.py`).

Precision first: only verbs that report a clause by themselves ("said that ..."), only sentences without quotation
marks, and only where the subject can be read off. Much reported speech ("the plan, officials hope, ...") is not
looked for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.article import Span
from briefings.framing.attribution import subject_of
from briefings.framing.cues import ADDRESSED, INDIRECT, Cue
from briefings.framing.surroundings import REACH, Surroundings

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_THAT = re.compile(r"[^.;:!?]{0,60}?\bthat,?\s+")
_PART = "morning|night|evening|afternoon"
_TIME = re.compile(rf"\s*,?\s*(?:(?:late |early |on |last |this )*(?:{_DAY}|week|month|year)\s+(?:(?:{_PART})\s+)?)?")
_ADDRESSEE = re.compile(
    r"\s+(?:the |a )?(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)*|reporters|lawmakers|him|her|them)\s+(?=[a-z])"
)
_CLAUSE_WORDS = 4
_TAIL_WORDS = 8
_CUES = 4


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause. content: the clause. speaker: the words naming the speaker. cue: the words that report it."""

    content: Span
    speaker: Span
    cue: Span


def find_reported(around: Surroundings) -> list[Reported]:
    """The clauses a text reports without quoting, at most one a sentence, in order."""
    found = []
    for sentence in around.sentences:
        cues = [cue for cue in around.cues(sentence) if cue.names_source or cue.word in INDIRECT]
        if cues and sentence.end - sentence.start <= REACH and not around.holds_quote(sentence):
            reported = _reported(around.text, sentence, cues[:_CUES])
            if reported is not None:
                found.append(reported)
    return found


def _reported(text: str, sentence: Span, cues: list[Cue]) -> Reported | None:
    for cue in cues:
        speaker = subject_of(text, cue, sentence)
        if speaker is None:
            continue
        clause = _clause_before(text, sentence, cue, speaker) or _clause_after(text, sentence, cue, speaker)
        if clause is not None:
            return Reported(clause, speaker, cue.span)
    return None


def _clause_before(text: str, sentence: Span, cue: Cue, speaker: Span) -> Span | None:
    """The clause of "..., X said": up to the comma, where little follows (before another comma)."""
    start = min(cue.span.start, speaker.start)
    end = max(cue.span.end, speaker.end)
    before = text[sentence.start : start].rstrip()
    tail, _, rest = text[end : sentence.end].partition(",")
    if len(rest) > len(before):
        return None
    if not before.endswith(",") or len(tail.split()) > _TAIL_WORDS:
        return None
    return _long_enough(text, sentence.start, sentence.start + len(before) - 1)


def _clause_after(text: str, sentence: Span, cue: Cue, speaker: Span) -> Span | None:
    """The clause of "X said (that) ..." and "According to X, ..."."""
    start = max(cue.span.end, speaker.end)
    if cue.names_source:
        comma = text.find(",", start, sentence.end)
        return _long_enough(text, comma + 1, sentence.end) if comma >= 0 else None
    if speaker.start > cue.span.start:
        return None
    that = _THAT.match(text, start, sentence.end)
    if that:
        start = that.end()
    elif cue.word in ADDRESSED:
        addressee = _ADDRESSEE.match(text, start, sentence.end)
        if addressee is None:
            return None
        start = addressee.end()
    elif time := _TIME.match(text, start, sentence.end):
        start = time.end()
    return _long_enough(text, start, sentence.end)


def _long_enough(text: str, start: int, end: int) -> Span | None:
    """The clause between `start` and `end` without the white space and stop around it; None for a mere object."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    clause = Span(start, start + len(words.strip().rstrip(".,;!?")))
    return clause if len(clause.of(text).split()) >= _CLAUSE_WORDS else None
