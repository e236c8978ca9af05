"""The search engine of one machine: Whoosh behind `Engine`. No object of Whoosh leaves this floor.

Safe to use from several threads: searches share one reader under a lock; writing goes on beside them. Not here: what is
stored (`documents.py`), how files are kept (`shelf.py`), how an index is written (`indexing.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import errno
import threading
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, TypeVar

import whoosh
from whoosh.index import TOC

from briefings.article import Article, Span
from briefings.errors import EngineError, RashomonError
from index.briefing_texts import PREFIX, words_of
from index.concordance import lines_of, sort_lines
from index.contents import NOTE_PREFIX
from index.documents import SCHEMA_VERSION
from index.engine import Hit, Line, Order, Results, Side, Status, Usage
from index.expansion import expand
from index.indexing import changes, write
from index.manifest import Manifest
from index.marks import marked
from index.matches import matches
from index.query import parse
from index.ranking import Matched
from index.segments import Segments
from index.shelf import Files, Shelf
from index.similar import other_coverage, query_for, telling_words
from index.spelling import corrections
from index.twins import fold as fold_twins
from index.upkeep import lacking, tend, unheard
from index.usage import usage

if TYPE_CHECKING:
    from briefings.library import Library

_A_MOMENT, _AS_LONG_AS_IT_TAKES = 10.0, 3600.0
"""Seconds to wait for another writer: where there is an index to search meanwhile, and where there is none."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS)
"""What the system says where nothing can be written, whatever stands there."""

_ANEW = 2
"""How often a writing begins anew, where files are damaged or taken away meanwhile."""

_CANDIDATES = 100
_TRIES = 20
_Answer = TypeVar("_Answer")


class WhooshEngine:
    """An index in the library's folder that follows the library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        version = f"{SCHEMA_VERSION}/{'.'.join(map(str, whoosh.__version__))}"
        self._shelf = Shelf(library.folder / "index", library.identity, version)
        self._guard = threading.RLock()
        self._index: Segments | None = None
        self._manifest: Manifest | None = None
        self._mark: object = None

    def refresh(self) -> int:
        """Bring the index up to the library; how many documents changed. Quick when none did.

        While another window writes, waits a moment for it, then leaves the rest to it. Raises EngineError.
        """
        self._catch_up()
        if self._manifest and not changes(self._library, self._manifest):
            return 0
        with self._shelf.writing(_A_MOMENT if self._manifest else _AS_LONG_AS_IT_TAKES) as mine:
            done = self._write(self._to_build_on()) if mine else 0
        self._catch_up()
        return done

    def rebuild(self) -> int:
        """Build the index anew beside the old one; how many documents it holds. Raises EngineError."""
        with self._shelf.writing(_AS_LONG_AS_IT_TAKES) as mine:
            if mine:
                self._write(None)
        return self.status().documents

    def status(self) -> Status:
        """How the index stands, without bringing it up to date."""
        self._catch_up()
        waiting = len(changes(self._library, self._manifest))
        with self._guard:
            index = self._index if self._manifest else None
            documents, missing = (index.count, unheard(index)) if index else (0, 0)
        return Status(str(self._shelf.folder), documents, waiting, missing)

    def _to_build_on(self) -> Manifest | None:
        """The manifest, where what it names can be opened; the caller is the one writer."""
        manifest = self._shelf.manifest()
        if manifest and self._manifest is None:
            try:
                self._open(manifest, None).close()
            except Exception:  # noqa: BLE001 -- a damaged file shows as any error there is
                return None
        return manifest

    def _write(self, manifest: Manifest | None, again: int = _ANEW) -> int:
        """Bring the index of `manifest` up to the library; where that one turns out damaged, build it anew.

        again: how often, where files go while they are written.
        """
        todo = changes(self._library, manifest)
        if manifest is not None and not todo:
            return 0
        try:
            write(self._library, self._shelf, manifest, todo)
        except EngineError:
            raise
        except Exception as error:  # a damaged file shows as any error there is
            if isinstance(error, OSError):
                if error.errno in _NO_ROOM or not again:
                    raise self._unwritable(error) from error
            elif manifest is None:
                raise
            return self._write(None, again - 1)
        return len(todo)

    def _unwritable(self, error: OSError) -> EngineError:
        return EngineError(
            f"the search index cannot be written ({error.strerror or error})",
            where=str(self._shelf.folder),
            remedy="Free space there and try again.",
        )

    def tend(self) -> bool:
        """Read quoted speech or merge, a few seconds at most; whether there was something to do. Raises EngineError."""
        try:
            return tend(self._library, self._shelf)
        except EngineError:
            raise
        except Exception as error:  # a damaged file shows as any error there is
            if self._shelf.drop_if_damaged(_A_MOMENT):
                return False
            if isinstance(error, OSError):
                raise self._unwritable(error) from error
            raise

    def search(self, query: str, limit: int = 50, *, order: Order = "relevance", fold: bool = False) -> Results:
        """The documents that match `query`, best first (BM25F, the title counting more); never raises for a query."""
        parsed = parse(query)

        def answer(index: Segments) -> Results:
            tree, notes = expand(parsed.tree, index)
            matched = Matched(tree, index, self._marked)
            hits = self._folded(matched, limit, order) if fold else matched.first(max(limit, 0), order)
            other = () if matched.total else corrections(query, parsed.tree, index, self._text_of)
            problem = "; ".join(filter(None, [parsed.problem, *notes]))
            return Results(query, tuple(hits), matched.total, problem, other, lacking(parsed.tree, index))

        return self._ask(answer)

    def _folded(self, matched: Matched, limit: int, order: Order) -> list[Hit]:
        def twins(hit: Hit) -> Iterator[Hit]:
            copies = self._library.copies(hit.id) if hit.kind == "article" else ()
            found = (matched.find(copy.id) for copy in copies if copy.kind == "same copy")
            return (twin for twin in found if twin)

        lines, count = list[Hit](), max(limit, 0)
        while len(lines) < limit and count < matched.total + limit:
            count *= 4
            lines = fold_twins(matched.first(count, order), twins, limit)
        return lines

    def usage(self, query: str) -> tuple[Usage, ...]:
        """How often each outlet uses what `query` asks for, the most frequent per 1,000 words first."""

        def answer(index: Segments) -> tuple[Usage, ...]:
            tree, _ = expand(parse(query).tree, index)
            return usage(tree, Matched(tree, index, self._marked))

        return self._ask(answer)

    def concordance(self, query: str, limit: int = 100, *, sort: Side | None = None, width: int = 40) -> list[Line]:
        """The places the words of `query` stand in, `limit` at the most."""
        lines: list[Line] = []
        for hit in self.search(query, limit).hits:
            text = self.text(hit)
            lines += lines_of(hit, text, self.matches(query, text), width)
            if len(lines) >= limit:
                break
        return sort_lines(lines[:limit], sort) if sort else lines[:limit]

    def text(self, hit: Hit) -> str:
        """The text the words of a hit stand in. Raises UnknownArticle, UnknownNote, BriefingError where it is gone."""
        if hit.kind == "note":
            return self._library.note(hit.id.removeprefix(NOTE_PREFIX)).comment
        if hit.kind == "article":
            return self._library.article(hit.id).text
        from briefings.briefing import read_briefing

        return words_of(read_briefing(self._library.folder / "briefings" / f"{hit.id.removeprefix(PREFIX)}.md").body)

    def article(self, id: str) -> Article:
        """An article of the library. Raises UnknownArticle."""
        return self._library.article(id)

    def similar(self, id: str, limit: int = 10, *, fold: bool = False) -> list[Hit]:
        """Other outlets' articles on the meeting article `id` reports, likeliest first. Raises UnknownArticle."""
        article = self._library.article(id)

        def answer(index: Segments) -> list[Hit]:
            matched = Matched(query_for(telling_words(article, index)), index, self._marked)
            return other_coverage(article, matched.first(_CANDIDATES))

        found = self._ask(answer)
        return fold_twins(found, self._twins_among(found), limit) if fold else found[:limit]

    def _twins_among(self, hits: list[Hit]) -> Callable[[Hit], Iterator[Hit]]:
        known = {hit.id: hit for hit in hits}
        return lambda hit: (known[copy.id] for copy in self._library.copies(hit.id) if copy.id in known)

    def _marked(self, field: str, words: list[str]) -> Collection[str]:
        return marked(self._library, field, words)

    def _text_of(self, id: str) -> str:
        """Title and text of a document; nothing where it is gone."""
        kind = "note" if id.startswith(NOTE_PREFIX) else "briefing" if id.startswith(PREFIX) else "article"
        try:
            title = self._library.article(id).title if kind == "article" else ""
            return f"{title or ''}\n{self.text(Hit(id, kind, '', None, None, 0.0))}"
        except RashomonError:
            return ""

    def matches(self, query: str, text: str) -> list[Span]:
        """The spans of `text` that the words of `query` hit, in order: what a reader sees lit."""
        return matches(query, text)

    def close(self) -> None:
        """Release files. The engine is not used afterwards."""
        with self._guard:
            if self._index is not None:
                self._index.close()
            self._index, self._manifest, self._mark = None, None, None

    def _ask(self, question: Callable[[Segments], _Answer], again: int = _ANEW) -> _Answer:
        """Put a question to the index; where that turns out damaged, to one built anew, here or by another program."""
        self._catch_up()
        if self._index is None:
            self.refresh()
        mark = self._mark
        try:
            return self._put(question)
        except EngineError:
            raise
        except Exception:  # a damaged file shows as any error there is
            if not again or not (self._shelf.drop_if_damaged(_A_MOMENT) or self._shelf.mark() != mark):
                raise
        self.refresh()
        return self._ask(question, again - 1)

    def _put(self, question: Callable[[Segments], _Answer]) -> _Answer:
        with self._guard:
            if self._index is None:
                raise EngineError("there is no search index, and none can be built", where=str(self._shelf.folder))
            return question(self._index)

    def _catch_up(self) -> None:
        """Open what the manifest names, where it changed since the last look; one look at the disk where it did not."""
        with self._guard:
            for _ in range(_TRIES):
                mark = self._shelf.mark()
                if mark == self._mark:
                    return
                manifest = self._shelf.manifest()
                try:
                    index = self._open(manifest, self._index) if manifest else None
                except OSError:  # swept by a writer since the manifest was read, or damaged since
                    continue
                except Exception:  # noqa: BLE001 -- damaged since: built anew before the next search
                    break
                self._take(index, manifest, mark)
                return
            self._take(None, None, None)

    def _open(self, manifest: Manifest, before: Segments | None) -> Segments:
        files = Files(self._shelf.folder, manifest.files, manifest.stamps)
        return Segments(files, TOC.read(files, manifest.name).segments, before)

    def _take(self, index: Segments | None, manifest: Manifest | None, mark: object) -> None:
        """Search what was opened from now on; where nothing was, go on with what there is until it is built anew."""
        self._manifest, self._mark = manifest, mark
        if index is not None:
            self._index = index
