"""Quotes: quoted or reported speech, with its speaker and cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefings.article import Span

QuoteKind = Literal["direct", "mixed", "indirect", "scare"]


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
