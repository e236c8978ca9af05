"""What a search engine must do, what it is given and what it answers.

No object of an engine's own library passes this line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

from briefings.article import Article, Span

Order = Literal["relevance", "date", "outlet"]
"""How hits are put in order: best first; newest first, unknown days last; outlet by outlet, the best one's first."""

Side = Literal["left", "right"]
"""What the lines of a concordance are sorted by: the words before the hit, nearest first, or those after it."""


@dataclass(frozen=True, slots=True)
class Document:
    """What an index holds of one article, briefing or note, before an engine's library sees it.

    id: the article's id, `briefing:<file stem>` or `note:<id>`. kind: `article`, `briefing` or `note`.
    title, outlet, credit, published: as in the article (of a note: in its article); title None where unknown.
    text: what is searched and shown. article: of a note, the id of the document it stands on.
    quotes: the words inside quoted speech, in the order of the text. speakers: who said them, as the text names them.
    heard: whether quotes and speakers were looked for; it takes long, so an engine may do it later.
    """

    id: str
    kind: str
    text: str
    title: str | None = None
    outlet: str = ""
    credit: str | None = None
    published: date | None = None
    article: str = ""
    quotes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One document a search found.

    id: the article's id (or `briefing:<file stem>` for a briefing, `note:<id>` for a note).
    kind: `article`, `briefing` or `note`.
    outlet, title, published: as in the article; title is None where unknown.
    score: higher is better; comparable only inside one Results.
    credit: where the copy came from, None where unknown. article: of a note, the id of the document it stands on.
    twins: hits that are the same copy at other outlets, where they were asked to stand under one line.
    """

    id: str
    kind: str
    outlet: str
    title: str | None
    published: date | None
    score: float
    credit: str | None = None
    article: str = ""
    twins: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to one query.

    query: as typed. hits: in the order asked for. total: how many documents match, hits or not.
    problem: a word on what was wrong with the query and how it was read; empty when nothing was.
    corrections: whole queries with another spelling that find something, likeliest first, where this one finds nothing.
    partial: what the answer lacks and why (part of the index could not be asked, or is not read yet); empty when whole.
    """

    query: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    problem: str = ""
    corrections: tuple[str, ...] = ()
    partial: str = ""

    @property
    def advice(self) -> str:
        """Everything to be said about the answer, in one line; empty where there is nothing to say."""
        spelling = f"did you mean {' or '.join(self.corrections)}?" if self.corrections else ""
        return "; ".join(filter(None, (self.problem, self.partial, spelling)))


@dataclass(frozen=True, slots=True)
class Usage:
    """How often an outlet's articles use what a query asks for.

    outlet: its name. articles: how many of its articles match. times: how often the query's words stand in them.
    words: how many words all its articles in the index have. sample: in how many of the articles that match the times
    were counted, where they were too many to read: `times` is then what the sample makes likely; 0 where in all.
    """

    outlet: str
    articles: int
    times: int
    words: int
    sample: int = 0

    @property
    def per_thousand(self) -> float:
        """How often the words stand in 1,000 words of the outlet; 0 where it has none."""
        return 1_000 * self.times / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a concordance (key word in context).

    hit: the document. span: the words found, in code points into its text.
    left, word, right: the text before them, they, the text after; on one line each.
    """

    hit: Hit
    span: Span
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class Status:
    """How an index stands.

    folder: where it is kept. documents: how many it holds. waiting: how many changed in the library since.
    unheard: of how many articles the quoted speech is not read yet.
    """

    folder: str
    documents: int
    waiting: int
    unheard: int = field(default=0, compare=False)


class Engine(Protocol):
    """A full-text index that follows one library."""

    def refresh(self) -> int:
        """Bring the index up to the library's change counter; returns how many documents changed."""

    def rebuild(self) -> int:
        """Build the index anew from the library, beside the old one; returns how many documents it holds."""

    def tend(self) -> bool:
        """Do a piece of the work that can wait (quoted speech, merging), a few seconds at most; whether more is left.

        For idle time, in a thread: searching goes on beside it.
        """

    def status(self) -> Status:
        """How the index stands, without bringing it up to date."""

    def search(self, query: str, limit: int = 50, *, order: Order = "relevance", fold: bool = False) -> Results:
        """The documents that match `query` (see `index/query.py`); a malformed one is read as well as it can be.

        limit: how many lines at the most, chosen by relevance (by day in the order of days). fold: whether the same
        copy at several outlets is one line, the others its `twins`.
        """

    def similar(self, id: str, limit: int = 10, *, fold: bool = False) -> list[Hit]:
        """Other coverage of the meeting article `id` reports, likeliest first. Raises UnknownArticle."""

    def usage(self, query: str) -> tuple[Usage, ...]:
        """How often each outlet uses what `query` asks for, the most frequent per 1,000 words first."""

    def concordance(self, query: str, limit: int = 100, *, sort: Side | None = None, width: int = 40) -> list[Line]:
        """The places the words of `query` stand in, `limit` at the most; best documents first where `sort` is None.

        width: code points on either side.
        """

    def matches(self, query: str, text: str) -> list[Span]:
        """The spans of `text` that the words of `query` hit, in order: what a reader sees lit."""

    def text(self, hit: Hit) -> str:
        """The text the words of a hit stand in. Raises UnknownArticle where it is gone since."""

    def article(self, id: str) -> Article:
        """An article as the index's library or archive keeps it. Raises UnknownArticle."""

    def close(self) -> None:
        """Release files. The engine is not used afterwards."""
