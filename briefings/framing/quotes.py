"""Quotes: quoted or reported speech, with its speaker and cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from briefings.article import Span
from briefings.framing.attribution import Attribution, attribute
from briefings.framing.indirect import find_reported
from briefings.framing.people import People
from briefings.framing.pronouns import Naming
from briefings.framing.surroundings import Surroundings

QuoteKind = Literal["direct", "mixed", "indirect", "scare"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted or reported speech in one text.

    content: the words said, without their quotation marks; a short interruption by the cue is kept inside.
    speaker: who said it, resolved to a name where the text allows; None where the text does not say.
    speaker_span: the words of the text that name the speaker. cue: the verb or phrase that reports it (`said`).
    kind: `direct` (a whole utterance quoted), `mixed` (quoted words inside the reporter's sentence),
        `indirect` (no quotation marks), `scare` (marks that quote nobody).
    parts: the pieces of `content` that were said, where its cue interrupts it; empty where it is in one piece.
    """

    content: Span
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    kind: QuoteKind
    parts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words of a speaker as two or more articles quote them.

    members: (index of the article, its quote), by article and place.
    """

    members: tuple[tuple[int, Quote], ...]


SAID = 0.8
"""A quote that its cue interrupts is one quote where at least this share of its letters was said."""

EMBEDDED = 4
"""Quoted words up to this many, inside a sentence that quotes nobody, are scare quotes."""


def find_quotes(text: str, spans: Sequence[Span] | None = None) -> list[Quote]:
    """The quotes of `text`, by place: everything in quotation marks, and the clauses reported without them.

    spans: its sentences, where they are known already. Linear in the length of the text.
    Sources of the rules: `marks.py`, `attribution.py`, `indirect.py`.
    """
    around = Surroundings(text, spans)
    people = People(text, [stretch.whole for stretch in around.stretches])
    attributions, reported = attribute(around), find_reported(around)
    quoted = zip(around.stretches, attributions, strict=True)
    spoken = [(stretch.whole, one.speaker) for stretch, one in quoted if one.speaker]
    naming = Naming(around, people, spoken + [(clause.content, clause.speaker) for clause in reported])
    found: list[Quote] = []
    for number, attribution in enumerate(attributions):
        kind = _kind(around, number, attribution)
        speaker = None if kind == "scare" else attribution.speaker
        name = naming.name(speaker) if speaker else None
        found.append(Quote(around.stretches[number].content, name, speaker, attribution.cue if speaker else None, kind))
    found = _joined(text, found)
    for clause in reported:
        name = naming.name(clause.speaker)
        found.append(Quote(clause.content, name, clause.speaker, clause.cue, "indirect", clause.parts))
    return sorted(found, key=lambda quote: quote.content)


def _kind(around: Surroundings, number: int, attribution: Attribution) -> QuoteKind:
    """The kind of a quoted stretch, from how it opens and closes and how the reporter's words lead to it."""
    content = around.stretches[number].content.of(around.text)
    before = around.before(number).of(around.text).rstrip()
    words = content.split()
    if attribution.cue is None and _is_heading(words):
        return "scare"
    opens = content[:1].isupper() or content[:1].isdigit() or content[:1] in "[.…"
    detached = not before or before[-1] in ",.:—–?!-)"
    if opens and (before.endswith(":") or len(words) > EMBEDDED or (detached and attribution.speaker)):
        return "direct"
    closed = content.rstrip("'’ ")[-1:]
    if detached and ((attribution.speaker and closed in ",.?!") or (opens and closed in ".?!" and len(words) > 1)):
        return "direct"
    return "mixed" if attribution.speaker or len(words) > EMBEDDED else "scare"


def _is_heading(words: list[str]) -> bool:
    """Whether quoted words are a title or a heading: every long word with a capital."""
    long = [word for word in words if len(word) > EMBEDDED]
    return len(words) > 1 and bool(long) and all(word.lstrip("‘'")[:1].isupper() for word in [words[0], *long])


def _joined(text: str, quotes: list[Quote]) -> list[Quote]:
    """`quotes`, those made one that are one utterance which its cue interrupts."""
    joined: list[Quote] = []
    for quote in quotes:
        if joined and _is_interrupted(text, joined[-1], quote):
            last = joined[-1]
            parts = (*(last.parts or (last.content,)), quote.content)
            joined[-1] = replace(last, content=Span(last.content.start, quote.content.end), parts=parts)
        else:
            joined.append(quote)
    return joined


def _is_interrupted(text: str, first: Quote, second: Quote) -> bool:
    """Whether the cue of `first` stands between the two, which are mostly words said."""
    if first.speaker_span is None or first.speaker_span != second.speaker_span:
        return False
    whole = Span(first.content.start, second.content.end)
    if first.kind != "direct" or second.kind != "direct" or "\n\n" in text[first.content.end : second.content.start]:
        return False
    said = sum(part.end - part.start for part in (*(first.parts or (first.content,)), second.content))
    return said >= SAID * (whole.end - whole.start)
