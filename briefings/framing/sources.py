"""Sources: who is quoted or reported in an article, how often and at what length. Not here: finding quotes
(`quotes.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefings.article import Span
from briefings.framing.people import NAME, TITLES
from briefings.framing.quotes import Quote

SourceKind = Literal["named", "described", "pronoun"]

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "you"})
_DETERMINER = re.compile(r"(?:the|an?|one|another|some|several|many|two|three|four|five|other)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """Someone an article lets speak.

    speaker: as `Quote.speaker` has it. kind: `named`; `described` where the outlet gives no name ("a senior official");
        `pronoun` where the text does not settle whom a pronoun means.
    quotes: their quotes, in order, direct, mixed and indirect.
    words: the words the article gives them between quotation marks. reported: the words it reports without.
    first: where they speak first.
    """

    speaker: str
    kind: SourceKind
    quotes: tuple[Quote, ...]
    words: int
    reported: int
    first: Span


def find_sources(text: str, quotes: Sequence[Quote]) -> list[Source]:
    """Who speaks in `text`, whose quotes are `quotes`, in order of first speech. Scare quotes quote nobody."""
    spoken: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        if quote.speaker is not None and quote.kind != "scare":
            spoken[_key(quote.speaker)].append(quote)
    sources = [_source(text, found) for found in spoken.values()]
    return sorted(sources, key=lambda source: source.first)


def _source(text: str, quotes: list[Quote]) -> Source:
    speaker = quotes[0].speaker or ""
    words = sum(_length(text, quote) for quote in quotes if quote.kind != "indirect")
    reported = sum(_length(text, quote) for quote in quotes if quote.kind == "indirect")
    return Source(speaker, kind_of(speaker), tuple(quotes), words, reported, quotes[0].content)


def _length(text: str, quote: Quote) -> int:
    """The words said in `quote`, without the cue that interrupts it."""
    return sum(len(_WORD.findall(part.of(text))) for part in quote.parts or (quote.content,))


def kind_of(speaker: str) -> SourceKind:
    """Whether `speaker` is a name, a description, or a pronoun."""
    if speaker.lower() in _PRONOUNS:
        return "pronoun"
    if _DETERMINER.match(speaker):
        return "described"
    names = [word for word in NAME.findall(speaker) if word.rstrip(".") not in TITLES]
    last = speaker.split("(")[0].split()[-1:]
    return "named" if names and last and last[0][:1].isupper() else "described"


def _key(speaker: str) -> str:
    """What two mentions of one source share: case and a leading article do not count."""
    return re.sub(r"^(?:the|an?)\s", "", " ".join(speaker.lower().split()))
