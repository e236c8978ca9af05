"""A note: words of an article or a briefing, a comment, codes. Data only; `note_store.py` stores it, `anchor.py`
places it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, NamedTuple
from uuid import uuid4

from briefings.article import Article, Span
from briefings.notes.anchor import Selector, describe

EPOCH = datetime.fromtimestamp(0, UTC)
Kind = Literal["article", "briefing"]
"""What notes are made on."""


class Target(NamedTuple):
    """The text a note is on (W3C Web Annotation: its target's source).

    kind: what it is. name: the article's id, or the stem of the briefing's file.
    """

    kind: Kind
    name: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation of words of an article or a briefing.

    id: a UUID.
    article: the article's id; of a note on a briefing, the stem of its file.
    selector: the words and their surroundings when the note was made.
    span: where the words stand now; None when they lost their place (an orphan).
    comment: Markdown, may be empty. codes: labels from the codebook.
    author: who made it, may be empty. created, changed: UTC.
    kind: whether it is on an article or on a briefing (whose text is its Markdown rendered without tables).
    adjudicates: the ids of the notes between whose authors it settles; empty for a coder's own note.
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
    kind: Kind = "article"
    adjudicates: tuple[str, ...] = ()

    @property
    def target(self) -> Target:
        """The text it is on."""
        return Target(self.kind, self.article)


def new_note(article: Article, span: Span, comment: str = "", codes: tuple[str, ...] = (), author: str = "") -> Note:
    """A note on the words of `article` at `span`, made now. Raises ValueError for an empty or outlying span."""
    return note_on(Target("article", article.id), article.text, span, comment, codes, author)


def note_on(
    target: Target,
    text: str,
    span: Span,
    comment: str = "",
    codes: tuple[str, ...] = (),
    author: str = "",
    adjudicates: tuple[str, ...] = (),
) -> Note:
    """A note on the words at `span` of the `text` of `target`, made now.

    adjudicates: the ids of the notes it settles between. Raises ValueError for an empty or outlying span.
    """
    if not 0 <= span.start < span.end <= len(text):
        raise ValueError(f"a note needs words inside the text, not {span}")
    now = datetime.now(UTC).replace(microsecond=0)
    selector = describe(text, span)
    id, (kind, name) = str(uuid4()), target
    return Note(id, name, selector, span, comment, codes, author, now, now, kind, adjudicates)
