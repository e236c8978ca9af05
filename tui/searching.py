"""Questions to the search engine, asked in workers; the engine is opened at the first one."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import replace

from briefings.article import NO_TITLE, Span
from briefings.errors import BriefingError, UnknownArticle
from briefings.framing.sentences import sentences
from briefings.library import Library
from index import open_engine
from index.engine import Engine, Hit, Results
from index.snippets import snippet
from tui.reading import Reading, article_heading, read_article, read_meeting, with_hits
from tui.widgets.lines_list import Row

_LAST_WORD = re.compile(r"(?:^|\s)([^\W\d_]{2,})$")
_ELSEWHERE = "in the archive, not in this library"
SNIPPET_WIDTH = 90
"""Code points around a hit in the list: its middle is on screen in 80 columns too."""


class Searcher:
    """One library's engine for one window. Safe to use from several threads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._guard = threading.Lock()
        self._engine: Engine | None = None
        self._closed = False

    def _opened(self) -> Engine:
        with self._guard:
            if self._engine is None:
                self._engine = open_engine(self._library)
            return self._engine

    def refresh(self) -> None:
        """Bring the index up to the library, then do what waits for idle time."""
        engine = self._opened()
        engine.refresh()
        while not self._closed and engine.tend():
            pass

    def search(self, query: str) -> tuple[Results, tuple[str, ...]]:
        """(answer, a line of context for each hit) of a query."""
        if not query.strip():
            return Results(query), ()
        engine, asked = self._opened(), as_typed(query)
        engine.refresh()
        results = engine.search(asked)
        if not results.total and asked != query:  # what is said of the query is to be in the reader's words
            results = engine.search(query)
        results = replace(results, query=query)
        return results, tuple(self._line(hit, asked) for hit in results.hits)

    def preview(self, key: str, query: str) -> tuple[Reading, tuple[Span, ...]]:
        """(text, what the query hits in it) of the hit `key`, the cursor on the first of them."""
        kind, _, name = key.partition(":")
        reading = self._reading(kind, name)
        lit = tuple(self._opened().matches(as_typed(query), reading.text))
        return with_hits(reading, lit), lit

    def close(self) -> None:
        """Release the index."""
        self._closed = True
        with self._guard:
            if self._engine is not None:
                self._engine.close()
                self._engine = None

    def _reading(self, kind: str, name: str) -> Reading:
        """A text of the library, else of the archive that is searched. Raises RashomonError where neither has it."""
        try:
            return read_meeting(self._library, name) if kind == "briefing" else read_article(self._library, name)
        except (UnknownArticle, BriefingError):
            engine = self._opened()
            if kind == "briefing":
                text = engine.text(Hit(f"briefing:{name}", "briefing", "", None, None, 0.0))
                return Reading(f"briefing:{name}", (name, _ELSEWHERE), text, tuple(sentences(text)))
            article = engine.article(name)
            take = f"{_ELSEWHERE}; `rashomon index take {name}` brings it here"
            heading = article_heading(article, [take])
            return Reading(f"article:{name}", heading, article.text, tuple(sentences(article.text)), article=article)

    def _line(self, hit: Hit, query: str) -> str:
        """A line of context for a hit."""
        if hit.kind == "briefing":
            text = self._reading("briefing", hit.id.removeprefix("briefing:")).text
        else:
            text = self._opened().text(hit)
        return snippet(text, self._opened().matches(query, text), SNIPPET_WIDTH).bracketed


def as_typed(query: str) -> str:
    """A query whose last word may not be typed to its end yet: the word, or any that begins with it."""
    last = _LAST_WORD.search(query)
    if last is None or query.count('"') % 2 or last[1] in ("AND", "OR", "NOT"):
        return query
    return f"{query[: last.start(1)]}({last[1]} OR {last[1]}*)"


def _key(hit: Hit) -> str:
    """`article:ID` or `briefing:STEM`; of a note, the text it is on."""
    id = hit.article if hit.kind == "note" else hit.id
    return id if id.startswith("briefing:") else f"article:{id}"


def result_rows(results: Results, snippets: Sequence[str]) -> list[Row]:
    """The hits as the list shows them: outlet, day and title; the words around what was found under it."""
    rows = []
    for hit, line in zip(results.hits, snippets, strict=True):
        day = hit.published.isoformat() if hit.published else "date unknown"
        what = "briefing" if hit.kind == "briefing" else f"{hit.outlet} · {day}"
        what = f"note on {what}" if hit.kind == "note" else what
        rows.append(Row(f"{what} · {hit.title or NO_TITLE}", "hit", 0, _key(hit)))
        rows.append(Row(line, "snippet", 2, _key(hit)))
    return rows
