"""What a search engine must do, and what it answers. No object of an engine's library passes this line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from briefings.article import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """One document a search found.

    id: the article's id (or `briefing:<file stem>` for a briefing).
    kind: `article` or `briefing`.
    outlet, title, published: as in the article; title is None where unknown.
    score: higher is better; comparable only inside one Results.
    """

    id: str
    kind: str
    outlet: str
    title: str | None
    published: date | None
    score: float


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query.

    query: as typed. hits: best first. total: how many documents match, hits or not.
    problem: a word on what was wrong with the query and how it was read; empty when nothing was.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """How an index stands.

    folder: where it is kept. documents: how many it holds. waiting: how many changed in the library since.
    """

    folder: str
    documents: int
    waiting: int


class Engine(Protocol):
    """A full-text index that follows one library."""

    def refresh(self) -> int:
        """Bring the index up to the library's change counter; returns how many documents changed."""

    def rebuild(self) -> int:
        """Build the index anew from the library, beside the old one; returns how many documents it holds."""

    def status(self) -> Status:
        """How the index stands, without bringing it up to date."""

    def search(self, query: str, limit: int = 50) -> Results:
        """The documents that match `query` (see `index/query.py`); a malformed one is read as well as it can be."""

    def similar(self, id: str, limit: int = 10) -> list[Hit]:
        """Other coverage of the meeting article `id` reports, likeliest first. Raises UnknownArticle."""

    def matches(self, query: str, text: str) -> list[Span]:
        """The spans of `text` that the words of `query` hit, in order: what a reader sees lit."""

    def close(self) -> None:
        """Release files. The engine is not used afterwards."""
