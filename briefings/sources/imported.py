"""What reading a source gives: the article, what of the original was kept, and how each field is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from briefings.article import Article, Span

Confidence = Literal["stated", "inferred", "unknown", "edited"]
FIELD_NAMES = ("title", "outlet", "published", "byline", "credit", "url")


@dataclass(frozen=True, slots=True)
class Field:
    """One metadata field and how it is known.

    value: as text (dates in ISO form), None where unknown.
    confidence: `stated` (the source says it), `inferred`, `unknown`, or `edited` (by hand).
    evidence: the words of the source it was read from; empty where there are none.
    """

    value: str | None = None
    confidence: Confidence = "unknown"
    evidence: str = ""


UNKNOWN = Field()


@dataclass(frozen=True, slots=True)
class Imported:
    """One article read from a source, not yet in a library.

    article: the article.
    original: the bytes as they came.
    decoded: `original` as text; `kept` points into it.
    kept: the spans of `decoded` that became the article's text, in order.
    fields: `FIELD_NAMES` -> how each is known.
    format: what the source was recognised as, in the reader's words: `pasted text`, `HTML`.
    """

    article: Article
    original: bytes
    decoded: str
    kept: tuple[Span, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    format: str = ""
