"""Quotes: quoted or reported speech, with its speaker and cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from briefings.article import Span, paragraphs
from briefings.framing.cues import CUE
from briefings.framing.marks import Quoted, quoted

QuoteKind = Literal["direct", "mixed", "indirect", "scare"]

_NAME = re.compile(
    r"(?:[A-Z][\w.’'-]*|de|la|von|van|bin|al)(?: (?:[A-Z][\w.’'-]*|de|la|von|van|bin|al))*|\b(?:he|she|they)\b"
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted or reported speech in one text.

    content: the words said, without their quotation marks.
    speaker: who said it, resolved to a name where the text allows; None where the text does not say.
    speaker_span: the words of the text that name the speaker. cue: the verb or phrase that reports it (`said`).
    kind: `direct` (a whole utterance quoted), `mixed` (quoted words inside the reporter's sentence),
        `indirect` (no quotation marks), `scare` (marks that quote nobody).
    """

    content: Span
    speaker: str | None
    speaker_span: Span | None
    cue: Span | None
    kind: QuoteKind


@dataclass(frozen=True, slots=True)
class Utterance:
    """The same words of a speaker as two or more articles quote them.

    members: (index of the article, its quote), by article and place.
    """

    members: tuple[tuple[int, Quote], ...]


def find_quotes(text: str) -> list[Quote]:
    """The quotes of `text`, in order."""
    bounds = {p.start: p for p in paragraphs(text)}
    starts = sorted(bounds)
    return [_attribute(text, found, _around(found, starts, bounds)) for found in quoted(text)]


def _around(found: Quoted, starts: list[int], bounds: dict[int, Span]) -> Span:
    first = max((s for s in starts if s <= found.whole.start), default=0)
    last = max((s for s in starts if s <= found.whole.end), default=0)
    return Span(first, bounds[last].end)


def _attribute(text: str, found: Quoted, around: Span) -> Quote:
    before = Span(max(around.start, found.whole.start - 160), found.whole.start)
    after = Span(found.whole.end, min(around.end, found.whole.end + 160))
    for side in (after, before):
        cue = CUE.search(text, *side)
        name = _NAME.search(text, *side)
        if cue and name:
            span = Span(*name.span())
            return Quote(found.content, span.of(text).rstrip("."), span, Span(*cue.span()), "direct")
    return Quote(found.content, None, None, None, "scare")
