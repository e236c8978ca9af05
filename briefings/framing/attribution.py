"""Attribution: the speaker and the cue of each quoted stretch. Not here: what kind of quote it is (`quotes.py`).

In this order: a cue after the quote, a signature after it, a cue before it, the sentence that announces it with a
colon, the quote beside it, the paragraph before. The rules refine the rule-based baseline of O'Keefe, Pareti, Curran,
Koprinska and Honnibal (2012), "A Sequence Labelling Approach to Quote Attribution", section 5.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefings.article import Span
from briefings.framing.cues import ADDRESSED, PARTICIPLES, Cue
from briefings.framing.people import NAME
from briefings.framing.speakers import sentence_subject, subject_after, subject_before
from briefings.framing.surroundings import REACH, Surroundings

_ASKED = re.compile(rf"\s+{NAME.pattern}\s+[a-z]+\b")
_CONNECTED = re.compile(r",?\s(?:and|or|but)(?:\s(?:an?|the))?\s")
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|should|can|may|might|did|do|does|\w{2,}ed)\b")
_ARTICLE = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)
_THE_NOUN = re.compile(r"\s[a-z][\w’'-]*\s")
_SIGNED = re.compile(rf"\s*[―—–-]\s*({NAME.pattern})\s*(?:\.|$|\n)", re.M)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who a quoted stretch is given to. speaker: the words naming the speaker. cue: the words that report it."""

    speaker: Span | None
    cue: Span | None


NOBODY = Attribution(None, None)


def attribute(around: Surroundings) -> list[Attribution]:
    """The attribution of every quoted stretch of a text, in order."""
    found = [_from_sentence(around, number) for number in range(len(around.stretches))]
    for number, attribution in enumerate(found):
        if attribution != NOBODY:
            continue
        if number and _CONNECTED.fullmatch(
            around.text, around.stretches[number - 1].whole.end, around.before(number).end
        ):
            found[number] = found[number - 1]
        elif _is_utterance(around, number) and not _modifies(around, number):
            found[number] = _from_neighbours(around, number, found)
    return found


def _is_utterance(around: Surroundings, number: int) -> bool:
    """Whether a stretch can be said by the speaker of another: it opens like a sentence."""
    opening = around.stretches[number].content.of(around.text)[:1]
    return opening.isupper() or opening in "[.…"


def _modifies(around: Surroundings, number: int) -> bool:
    """Whether quoted words stand before the noun that speaks, and are no speech of its: `the “River” singer said`."""
    ahead = _THE_NOUN.match(around.text, around.stretches[number].whole.end)
    if not ahead or not _ARTICLE.search(around.before(number).of(around.text)):
        return False
    return any(cue.span.start == ahead.end() for cue in around.cues(around.after(number)))


def _from_sentence(around: Surroundings, number: int) -> Attribution:
    """What the sentence of the stretch says."""
    text, whole = around.text, around.stretches[number].whole
    found = NOBODY if _modifies(around, number) else _cue_after(around, around.after(number))
    if found == NOBODY and text[whole.end - 2] in "?!" and (asked := _ASKED.match(text, whole.end)):
        found = _cue_after(around, Span(whole.end, asked.end()))
    if found == NOBODY and (signed := _SIGNED.match(text, whole.end)):
        found = Attribution(Span(*signed.span(1)), None)
    before = around.before(number)
    if found == NOBODY or _only_relays(around, found):
        earlier = cue_before(around, before)
        found = earlier if earlier != NOBODY else found
    if found == NOBODY and before.of(text).rstrip().endswith(":"):
        found = Attribution(sentence_subject(text, before), None)
    return found


def _only_relays(around: Surroundings, found: Attribution) -> bool:
    """Whether the source after a quote may only have relayed it: "X said it was “over,” according to the agency"."""
    return found.cue is not None and found.cue.of(around.text).lower().endswith(" to")


def _cue_after(around: Surroundings, span: Span) -> Attribution:
    """The first cue in `span` that has a subject; a participle there ("X said, adding") starts something new."""
    for cue in around.cues(span):
        subject = None
        if cue.names_source or not around.text[span.start : cue.span.start].strip(" ,\n\u00a0"):
            subject = subject_after(around.text, Span(cue.span.end, span.end))
        elif cue.word not in PARTICIPLES:
            subject = subject_before(around.text, Span(span.start, cue.span.start))
        if subject is not None:
            return Attribution(subject, cue.span)
    return NOBODY


def cue_before(around: Surroundings, span: Span) -> Attribution:
    """The last cue in `span` that has a subject."""
    for cue in reversed(around.cues(span)):
        subject = subject_of(around.text, cue, span)
        if subject is not None:
            return Attribution(subject, cue.span)
    return NOBODY


def subject_of(text: str, cue: Cue, span: Span) -> Span | None:
    """The subject of `cue`, where `span` opens its sentence and holds the cue."""
    before, after = Span(span.start, cue.span.start), Span(cue.span.end, span.end)
    if cue.names_source:
        return subject_after(text, after)
    apart = before.of(text).rstrip().endswith(",")
    if cue.word in PARTICIPLES and apart:
        return sentence_subject(text, before)
    inverted = subject_after(text, after)
    if inverted is not None and apart and cue.word not in ADDRESSED and not _FINITE.search(inverted.of(text)):
        return inverted
    return subject_before(text, before) or inverted


def _from_neighbours(around: Surroundings, number: int, found: list[Attribution]) -> Attribution:
    """The speaker of the quote beside a stretch that has no cue of its own, or of the paragraph before it."""
    stretches = around.stretches
    whole = stretches[number].whole
    at = around.paragraph_number(whole.start)
    before = number - 1
    if number and found[before].speaker and around.paragraph_number(stretches[before].whole.start) == at:
        return Attribution(found[before].speaker, None)
    if number + 1 < len(stretches) and not around.text[whole.end : stretches[number + 1].whole.start].strip():
        return Attribution(found[number + 1].speaker, None)
    lead = Span(max(around.paragraphs[at].start, whole.start - REACH), whole.start)
    if lead.of(around.text).strip():
        return cue_before(around, lead)
    if not at:
        return NOBODY
    previous = around.paragraphs[at - 1]
    if number and stretches[before].whole.end > previous.start and found[before].speaker:
        return Attribution(found[before].speaker, None)
    return cue_before(around, Span(max(around.sentence_start(previous.end - 1), previous.end - REACH), previous.end))
