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
from briefings.framing.sentences import DATELINE
from briefings.framing.surroundings import REACH, Surroundings

_THAT = re.compile(r"[^.;:!?]{0,60}?\bthat,?\s+")
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|must|did|does|do|never|not)\b"
_TIME = re.compile(
    rf"\s*,?\s*(?:(?:late |early |on |in |last |this |earlier |later )*(?:{_DAY}|{_MONTH} \d{{1,2}}|{_MONTH}(?=\s|,)|"
    rf"yesterday|today|week|month|year)(?:\s(?:morning|night|evening|afternoon))?(?!\s(?:{_FINITE}|[a-z]+ed\b)),?\s+)*"
)
"""A time that belongs to the cue, not to what is reported: "said Friday the gates ..."."""
_ASIDE = re.compile(
    r"[\s.]*$|\s(?:on|in|at|during|to|via|after|before|late|early|last|this|yesterday|today|earlier|later|recently|"
    rf"again|there|here|{_DAY})\b"
)
"""What stands between a cue and the comma behind it where the two interrupt or end a clause."""
_JOINED = re.compile(r"\s*(?:but|and|or|while|although|though|which|who|whose|as|when|with|after|because|\w+ing)\b")
_ADDITION = re.compile(r"\s*(?:but|and|while|which|who)\b")
_GOES_ON = re.compile(rf"\s*(?:also |still |now )?(?:{_FINITE}|[a-z]+ed\b)")
_PREPOSITION = re.compile(
    r"(?:in|at|on|during|for|to|by|with|from|under|over|about|despite|amid|following|late|early|last|this|later|earlier|now)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?:after|before|since|when|while|although|though|if|as|because|once|until|\w+ing|asked)\b", re.IGNORECASE
)
_VERB = re.compile(rf"\s(?:{_FINITE}|[a-z]+ed\b)")
_ADDRESSEE = re.compile(
    r"\s+(?:the |a )?(?:[A-Z][\w.]*(?:\s[A-Z][\w.]*)*|reporters|lawmakers|him|her|them)\s+(?=[a-z])"
)
_RELATIVE = re.compile(r"\s(?:that|which|who)\s(?=(?:was|were|is|are|has|had|have)\b)")
_CLAUSE_WORDS = 4
_TAIL_WORDS = 8
_CUES = 4


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause.

    content: the clause. speaker: the words naming the speaker. cue: the words that report it. parts: the pieces of
    the clause, where its cue interrupts it; empty where it is in one piece.
    """

    content: Span
    speaker: Span
    cue: Span
    parts: tuple[Span, ...] = ()


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
        parts = _clause_around(text, sentence, cue, speaker)
        if parts is None and (clause := _clause_after(text, sentence, cue, speaker)):
            parts = (clause,)
        if parts:
            content = Span(parts[0].start, parts[-1].end)
            return Reported(content, speaker, cue.span, parts if len(parts) > 1 else ())
    return None


def _clause_around(text: str, sentence: Span, cue: Cue, speaker: Span) -> tuple[Span, ...] | None:
    """The clause of "..., X said", and of "..., X said, ...": up to the cue, and behind it where the cue interrupts it.

    None where the cue neither ends nor interrupts a clause; empty where there is none long enough.
    """
    start, end = min(cue.span.start, speaker.start), max(cue.span.end, speaker.end)
    before = text[sentence.start : start].rstrip()
    tail, comma, rest = text[end : sentence.end].partition(",")
    aside = _RELATIVE.split(tail)[0] if tail[:1] == " " else tail
    if not before.endswith(",") or len((aside if aside.strip() else tail).split()) > _TAIL_WORDS:
        return None
    dateline = DATELINE.match(text, sentence.start, start)
    first = dateline.end() if dateline else sentence.start
    clause = _long_enough(text, first, sentence.start + len(before) - 1)
    opening = _is_opening(before)
    if not (cue.word in ADDRESSED or _ASIDE.match(tail)):
        return (clause,) if clause and not opening and len(rest) <= len(before) else None
    if rest and not _JOINED.match(rest) and (opening or clause is None or _GOES_ON.match(rest)):
        pieces = _trimmed(text, first, start - 1), _trimmed(text, end + len(tail) + 1, sentence.end)
        return pieces if sum(len(piece.of(text).split()) for piece in pieces) >= _CLAUSE_WORDS else ()
    if opening and comma:
        return None
    return (clause,) if clause else ()


def _is_opening(words: str) -> bool:
    """Whether `words`, up to their comma, only lead to what is reported: "In a letter,", "When he came,"."""
    if "," in words[:-1]:
        return False
    return bool(_SUBORDINATE.match(words)) or (bool(_PREPOSITION.match(words)) and not _VERB.search(words))


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
    if not that and _ADDITION.match(text, start):
        return None
    return _long_enough(text, start, sentence.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The words between `start` and `end` without the white space and stop around them."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip().rstrip(".,;!?")))


def _long_enough(text: str, start: int, end: int) -> Span | None:
    """The clause between `start` and `end`; None for a mere object."""
    clause = _trimmed(text, start, end)
    return clause if len(clause.of(text).split()) >= _CLAUSE_WORDS else None
