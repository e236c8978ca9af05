"""An archive while it answers, the library on this machine while it does not; and it is said which.

Not here: either engine (`opensearch_engine.py`, `whoosh_engine.py`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from briefings.article import Article, Span
from briefings.errors import EngineError
from index.engine import Engine, Hit, Line, Order, Results, Side, Status, Usage
from index.matches import matches
from index.opensearch.address import Address
from index.opensearch.client import ArchiveAway
from index.opensearch_engine import OpenSearchEngine

if TYPE_CHECKING:
    from briefings.library import Library

PAUSE = 20.0
"""Seconds after which an archive that was away is asked again: keys do not wait for a connection each time."""

_Answer = TypeVar("_Answer")


class ArchiveOrLibrary:
    """An engine that asks an archive, and this machine's index while the archive is away."""

    def __init__(self, library: Library, address: Address, *, sends: bool = False) -> None:
        """sends: as in OpenSearchEngine. Raises EngineError without the client library."""
        self._library = library
        self._address = address
        self._archive = OpenSearchEngine(library, address, sends=sends)
        self._guard = threading.Lock()
        self._local: Engine | None = None
        self._ask_again = 0.0
        self._is_away = False

    @property
    def notice(self) -> str:
        """What is to be said about where the last answer came from; empty where the archive gave it."""
        if not self._is_away:
            return ""
        return f"the archive {self._address} does not answer; the library on this machine was searched"

    def refresh(self) -> int:
        """Send what changed, or bring this machine's index up to date while the archive is away."""
        return self._either(lambda engine: engine.refresh(), catch_up=False)

    def rebuild(self) -> int:
        """Re-map the archive. Raises ArchiveAway: this machine's index is not what was meant."""
        return self._archive.rebuild()

    def tend(self) -> bool:
        """Do a piece of what can wait; whether more is left."""
        return self._either(lambda engine: engine.tend())

    def status(self) -> Status:
        """How the archive stands, or this machine's index while it is away."""
        return self._either(lambda engine: engine.status())

    def search(self, query: str, limit: int = 50, *, order: Order = "relevance", fold: bool = False) -> Results:
        """The documents that match `query`; `partial` says so where the archive did not answer."""
        found = self._either(lambda engine: engine.search(query, limit, order=order, fold=fold))
        return replace(found, partial="; ".join(filter(None, (self.notice, found.partial))))

    def similar(self, id: str, limit: int = 10, *, fold: bool = False) -> list[Hit]:
        """Other coverage of the meeting article `id` reports. Raises UnknownArticle."""
        return self._either(lambda engine: engine.similar(id, limit, fold=fold))

    def usage(self, query: str) -> tuple[Usage, ...]:
        """How often each outlet uses what `query` asks for."""
        return self._either(lambda engine: engine.usage(query))

    def concordance(self, query: str, limit: int = 100, *, sort: Side | None = None, width: int = 40) -> list[Line]:
        """The places the words of `query` stand in."""
        return self._either(lambda engine: engine.concordance(query, limit, sort=sort, width=width))

    def matches(self, query: str, text: str) -> list[Span]:
        """The spans of `text` that the words of `query` hit."""
        return matches(query, text)

    def text(self, hit: Hit) -> str:
        """The text the words of a hit stand in. Raises UnknownArticle."""
        return self._either(lambda engine: engine.text(hit))

    def article(self, id: str) -> Article:
        """An article of the library, else of the archive. Raises UnknownArticle."""
        return self._either(lambda engine: engine.article(id))

    def close(self) -> None:
        """Release connections and files."""
        self._archive.close()
        with self._guard:
            if self._local is not None:
                self._local.close()
            self._local = None

    def _either(self, question: Callable[[Engine], _Answer], *, catch_up: bool = True) -> _Answer:
        if time.monotonic() >= self._ask_again:
            try:
                answer = question(self._archive)
            except ArchiveAway:
                self._ask_again = time.monotonic() + PAUSE
            else:
                self._is_away = False
                return answer
        here = self._here()
        if catch_up and not self._is_away:
            with suppress(EngineError):  # whoever has a full disk still reads what the index had
                here.refresh()
        self._is_away = True
        return question(here)

    def _here(self) -> Engine:
        with self._guard:
            if self._local is None:
                from index.whoosh_engine import WhooshEngine

                self._local = WhooshEngine(self._library)
            return self._local
