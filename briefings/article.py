"""An article, the spans of its text, and its parts. Not here: how a text becomes an article (`sources/`)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

UNKNOWN_OUTLET = "unknown outlet"
"""What `Article.outlet` holds when no words of the source name the outlet."""

NO_TITLE = "(no title)"
"""What is shown where an article has no title."""

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


class Span(NamedTuple):
    """`[start, end)` in code points into one text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True)
class Article:
    """One outlet's report of a meeting.

    id: `<outlet-slug>-<first 8 hex of the SHA-256 of the original bytes>`.
    outlet: who published it; `UNKNOWN_OUTLET` when no words say so.
    text: paragraphs joined by a blank line, NFC, no control characters; every span points into it.
    title: the headline, None where the source has none.
    published: the day of publication, None where unknown.
    url: where it was published.
    byline: who wrote it, as the outlet prints it.
    credit: where the copy came from when it is not the outlet's own: `AP`.
    retold: whether the text is a retelling made for the bundled sample, not the outlet's own words.
    """

    id: str
    outlet: str
    text: str
    title: str | None = None
    published: date | None = None
    url: str | None = None
    byline: str | None = None
    credit: str | None = None
    retold: bool = False

    @cached_property
    def paragraphs(self) -> list[Span]:
        """The paragraphs of `text`, in order."""
        return paragraphs(self.text)

    def paragraph_number(self, offset: int) -> int:
        """The number of the paragraph that holds `offset` (code points), counted from 1 as readers do."""
        return 1 + sum(1 for span in self.paragraphs if span.end <= offset)


def paragraphs(text: str) -> list[Span]:
    """The paragraphs of a text: runs of lines between blank lines, without the white space around them."""
    return [Span(*match.span()) for match in _PARAGRAPH.finditer(text)]


def outlet_slug(name: str, kind: str = "outlet") -> str:
    """The name of an outlet as ids spell it: ASCII, lower case, hyphens; `unknown` where it has no letter.

    A name in another script has `kind` and a few digits made from its letters, the same for the same name (NFKC).
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    if slug := _NOT_SLUG.sub("-", plain.replace("'", "")).strip("-"):
        return slug
    letters = "".join(filter(str.isalnum, unicodedata.normalize("NFKC", name).casefold()))
    return f"{kind}-{hashlib.sha256(letters.encode()).hexdigest()[:6]}" if letters else "unknown"


def article_id(outlet: str, original: bytes) -> str:
    """The id of the article in `original` (the imported bytes) as published by `outlet`."""
    return f"{outlet_slug(outlet)}-{hashlib.sha256(original).hexdigest()[:8]}"
