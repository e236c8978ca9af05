"""A note: words of an article, a comment, codes. Data only; `library.py` stores it, `anchor.py` places it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from briefings.article import Article, Span
from briefings.notes.anchor import Selector, describe

EPOCH = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation of words of an article.

    id: a UUID.
    article: the article's id.
    selector: the words and their surroundings when the note was made.
    span: where the words stand now; None when they lost their place (an orphan).
    comment: Markdown, may be empty. codes: labels from the codebook.
    author: who made it, may be empty. created, changed: UTC.
    """

    id: str
    article: str
    selector: Selector
    span: Span | None
    comment: str = ""
    codes: tuple[str, ...] = ()
    author: str = ""
    created: datetime = EPOCH
    changed: datetime = EPOCH


def new_note(article: Article, span: Span, comment: str = "", codes: tuple[str, ...] = (), author: str = "") -> Note:
    """A note on the words of `article` at `span`, made now. Raises ValueError for an empty or outlying span."""
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"a note needs words inside the text, not {span}")
    now = datetime.now(UTC).replace(microsecond=0)
    selector = describe(article.text, span)
    return Note(str(uuid4()), article.id, selector, span, comment, codes, author, now, now)
