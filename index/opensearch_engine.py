"""The search engine beyond one machine: an archive in an OpenSearch cluster behind `Engine`.

It answers for the whole archive, whoever sent it; what a reader did (notes, codes, briefings) is asked of the reader's
own library and never leaves it unless sent on purpose. Safe to use from several threads. Not here: what happens while
the cluster is away (`opensearch_fallback.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from whoosh.query.qcore import NullQuery

from briefings.article import Article, Span
from briefings.errors import UnknownArticle
from index import upkeep
from index.concordance import lines_of, sort_lines
from index.contents import with_speech
from index.engine import Hit, Line, Order, Results, Side, Status, Usage
from index.marks import marked
from index.matches import matches
from index.opensearch.address import Address
from index.opensearch.archive import PAGE, Archive, Found
from index.opensearch.bulk import PATIENCE, Item
from index.opensearch.client import ArchiveRefused, NoArchive
from index.opensearch.hits import SHOWN, SORTS, Twins, hit_of, in_order
from index.opensearch.mapping import article_of, from_stored, stored
from index.opensearch.push import Sent, push, waiting, what_was_sent
from index.opensearch.query import Clause, clause
from index.opensearch.remap import remap
from index.opensearch.similar import other_coverage
from index.opensearch.spelling import corrections
from index.opensearch.usage import usage
from index.query import parse
from index.twins import fold as fold_twins

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from briefings.library import Library

_MOMENT = 20.0
"""Seconds a reader waits for what changed to be sent on; the next time sends it otherwise."""

_REMEMBERED = 500
_AHEAD = 25
_SPEECH = ("quote", "speaker")
_Answer = TypeVar("_Answer")
_UNHEARD: Clause = {"bool": {"filter": [{"term": {"heard": False}}, {"term": {"kind_name": "article"}}]}}


class OpenSearchEngine:
    """An archive, asked from one library."""

    def __init__(self, library: Library, address: Address, *, sends: bool = False) -> None:
        """sends: whether `refresh` sends the library, notes and all; if not, it only goes on with one sent before."""
        self._library = library
        self._archive = Archive(address, PATIENCE if sends else _MOMENT, library.identity)
        self._sends = sends
        self._follows: bool | None = True if sends else None
        self._is_there = not sends
        self._sent: Sent | None = None
        self._guard = threading.Lock()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._recent: list[str] = []

    @property
    def archive(self) -> Archive:
        """What is asked."""
        return self._archive

    # Following the library

    def refresh(self) -> int:
        """Send what changed in a library that is sent; how many documents changed. Raises EngineError.

        A library that was never sent is not sent; neither is any to an archive that may only be read. The archive is
        not asked where nothing changed since the last time.
        """
        if not self._is_followed() or (self._sent and not waiting(self._library, self._sent)):
            return 0
        try:
            changed = push(self._archive, self._library, with_notes=self._sends)
            self._sent = self._known()
            return changed
        except ArchiveRefused:
            if self._sends:
                raise
            self._follows = False
            return 0

    def rebuild(self) -> int:
        """Re-map the archive beside the old index and send the library anew; how many documents it holds."""
        if self._archive.index() is not None:
            remap(self._archive)
        if self._is_followed():
            push(self._archive, self._library, with_notes=self._sends, anew=True)
        return self._archive.count()

    def tend(self) -> bool:
        """Look for the quoted speech of some articles that were sent without; whether there were any."""
        if not self._is_followed():
            return False
        body = {"query": _UNHEARD, "size": upkeep.PIECE, "seq_no_primary_term": True}
        reply, _ = self._archive.ask(body)
        found = reply["hits"]["hits"]
        try:
            self._archive.send(map(_with_speech, found))
        except ArchiveRefused:
            return False
        self._archive.show()
        return bool(found)

    def status(self) -> Status:
        """How the archive stands; what waits is 0 for a library that is not sent to it."""
        todo = len(waiting(self._library, self._known() or Sent())) if self._is_followed() else 0
        if self._archive.index() is None:
            return Status(str(self._archive.address), 0, todo)
        return Status(str(self._archive.address), self._archive.count(), todo, self._archive.count(_UNHEARD))

    def _is_followed(self) -> bool:
        if self._follows is None:
            self._follows = self._known() is not None
        return self._follows

    def _known(self) -> Sent | None:
        return what_was_sent(self._archive, self._library)

    # Asking

    def search(self, query: str, limit: int = 50, *, order: Order = "relevance", fold: bool = False) -> Results:
        """The documents of the archive that match `query`; never raises for a query. Raises EngineError."""
        parsed = parse(query)
        if parsed.tree == NullQuery:
            return Results(query, problem=parsed.problem)
        self._begin()
        body = {"query": self._clause(parsed.tree), "sort": SORTS[order], "_source": _shown(fold)}
        found, total, lacking = self._first(body, min(4 * limit, limit + PAGE) if fold else limit)
        hits = in_order(map(hit_of, found), order)
        lines = fold_twins(hits, self._twins(found, hits), limit) if fold else hits
        with self._guard:
            self._recent = [hit.id for hit in hits]
        partial = "; ".join(filter(None, (lacking, self._unheard(parsed.tree))))
        other = () if total or lacking else corrections(query, parsed.tree, self._archive)
        return Results(query, tuple(lines), total, parsed.problem, other, partial)

    def similar(self, id: str, limit: int = 10, *, fold: bool = False) -> list[Hit]:
        """Other outlets' articles on the meeting article `id` reports, likeliest first. Raises UnknownArticle."""
        self._begin()
        body = {"query": other_coverage(self.article(id)), "sort": SORTS["relevance"], "_source": _shown(fold)}
        found, _, _ = self._first(body, 4 * limit if fold else limit)
        hits = [hit_of(one) for one in found]
        return fold_twins(hits, self._twins(found, hits), limit) if fold else hits

    def usage(self, query: str) -> tuple[Usage, ...]:
        """How often each outlet uses what `query` asks for, the most frequent per 1,000 words first."""
        tree = parse(query).tree
        if tree == NullQuery:
            return ()
        self._begin()
        return self._steady(lambda: usage(self._archive, self._clause(tree), lambda text: matches(query, text)))

    def concordance(self, query: str, limit: int = 100, *, sort: Side | None = None, width: int = 40) -> list[Line]:
        """The places the words of `query` stand in, `limit` at the most."""
        lines = list(islice(self._lines(query, limit, width), limit))
        return sort_lines(lines, sort) if sort else lines

    def _lines(self, query: str, limit: int, width: int) -> Iterator[Line]:
        for hit in self.search(query, limit).hits:
            text = self.text(hit)
            yield from lines_of(hit, text, matches(query, text), width)

    def matches(self, query: str, text: str) -> list[Span]:
        """The spans of `text` that the words of `query` hit, in order: what a reader sees lit."""
        return matches(query, text)

    def text(self, hit: Hit) -> str:
        """The text of a hit as the archive keeps it. Raises UnknownArticle where it is gone since."""
        with self._guard:
            known = self._texts.get(hit.id)
            at = self._recent.index(hit.id) if hit.id in self._recent else None
        if known is not None:
            return known
        ids = [hit.id] if at is None else self._recent[at : at + _AHEAD]
        found = self._read(ids)
        if hit.id not in found:
            raise UnknownArticle(f"the archive has no {hit.id!r} any more", where=str(self._archive.address))
        return found[hit.id]

    def article(self, id: str) -> Article:
        """An article as the library keeps it, else as the archive does. Raises UnknownArticle."""
        try:
            return self._library.article(id)
        except UnknownArticle:
            source = self._archive.get(id)
            if source["kind_name"] != "article":
                raise
            return article_of(source)

    def close(self) -> None:
        """Release connections. The engine is not used afterwards."""
        self._archive.close()

    def _begin(self) -> None:
        """Before the first question, send a library that is sent and was not yet."""
        if not self._is_there:
            if self._archive.index() is None:
                self.refresh()
            self._is_there = True

    def _clause(self, tree: Query) -> Clause:
        return clause(tree, self._marked)

    def _marked(self, field: str, words: list[str]) -> Collection[str]:
        return marked(self._library, field, words)

    def _first(self, body: dict[str, Any], limit: int) -> tuple[list[Found], int, str]:
        """(documents, how many match, what is lacking): in one request, or page by page, all of one moment."""
        if limit <= PAGE:
            reply, lacking = self._archive.ask(body | {"size": max(limit, 0)})
            return reply["hits"]["hits"], int(reply["hits"]["total"]["value"]), lacking
        pages = self._steady(lambda: list(self._archive.pages(body, limit)))
        found = [one for page, _, _ in pages for one in page]
        return found, pages[-1][1], next(filter(None, (lacking for _, _, lacking in pages)), "")

    def _steady(self, question: Callable[[], _Answer]) -> _Answer:
        """The answer to a long question, asked again where the archive was re-mapped meanwhile."""
        try:
            return question()
        except NoArchive:
            if self._archive.index() is None:
                raise
            return question()

    def _unheard(self, tree: Query) -> str:
        """What an answer about speech lacks because not all of it was looked for yet."""
        asked = {leaf.field() for leaf in tree.leaves()}
        missing = self._archive.count(_UNHEARD) if asked.intersection(_SPEECH) else 0
        return f"the quoted speech of {missing} articles is not read yet" if missing else ""

    def _twins(self, found: list[Found], hits: list[Hit]) -> Twins:
        return Twins(hits, {one["_id"]: one["_source"].get("prints", []) for one in found}, self._read)

    def _read(self, ids: list[str]) -> dict[str, str]:
        """The texts of documents, by id; those that are gone are left out."""
        with self._guard:
            known = {id: self._texts[id] for id in ids if id in self._texts}
        sources = self._archive.get_all([id for id in ids if id not in known])
        fresh = {id: str(source["document"]["text"]) for id, source in sources.items()}
        with self._guard:
            self._texts.update(fresh)
            while len(self._texts) > _REMEMBERED:
                self._texts.popitem(last=False)
        return known | fresh


def _shown(fold: bool) -> list[str]:
    """What of each document is asked for."""
    return [*SHOWN, "prints"] if fold else SHOWN


def _with_speech(found: Found) -> Item:
    """A document with its quoted speech, to be sent unless it was changed meanwhile."""
    source = found["_source"]
    plain = source["document"]
    document = with_speech(from_stored(source))
    again = stored(document, source["library"])
    again["document"] = plain | again["document"]
    return Item(found["_id"], again, version=(found["_seq_no"], found["_primary_term"]))
