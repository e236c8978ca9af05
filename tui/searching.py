"""Questions to the search engine, asked in workers; the engine is opened at the first one.

Not here: how what was found is shown (`found.py`).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from briefings.article import NO_TITLE, Article, Span
from briefings.errors import BriefingError, UnknownArticle, UnknownNote
from briefings.framing.sentences import sentences
from briefings.library import Library
from briefings.sources_added import add_source
from index import notice_of, open_engine
from index.engine import Engine, Hit, Line, Order, Results, Side, Usage
from index.snippets import snippet
from tui.noting import shortened, shown_span, target_of
from tui.reading import Reading, article_heading, read_article, read_meeting, with_hits

_LAST_WORD = re.compile(r"(?:^|\s)([^\W\d_]{2,})$")
_ELSEWHERE = "in the archive, not in this library"
SNIPPET_WIDTH = 90
"""Code points around a hit in the list: its middle is on screen in 80 columns too."""
BRIEFING, NOTE = "briefing:", "note:"
HITS = 50
"""How many are listed at the most."""
PLACES, MORE = 200, 3
"""How many places stand in columns at first, and how many times as many where the reader goes to their end."""
LINE_WIDTH = 160
"""Code points on either side of a place in columns: more than a screen shows."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    query: as typed. order: of the hits. in_columns: whether the places are asked for, not the hits' snippets.
    side: what the places are sorted by, None for as they are found. use: whether use by outlet is asked for too.
    places: how many at the most.
    """

    query: str = ""
    order: Order = "relevance"
    in_columns: bool = False
    side: Side | None = None
    use: bool = False
    places: int = PLACES


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    question: which it answers. results: the hits, the same copy under one line. snippets: a line of context for each
    hit. lines: the places, where they were asked for. uses: by outlet, where it was asked for. saved: the searches
    that are kept, where nothing is asked for. elsewhere: the keys of the texts found that the library does not have.
    """

    question: Question
    results: Results
    snippets: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    uses: tuple[Usage, ...] = ()
    saved: tuple[str, ...] = ()
    elsewhere: frozenset[str] = frozenset()

    @property
    def has_more(self) -> bool:
        """Whether there may be places that are not listed."""
        return len(self.lines) == self.question.places


def key_of(hit: Hit) -> str:
    """The key of the text of a hit: `article:ID` or `briefing:STEM`; of a note, the text it is on."""
    id = hit.article if hit.kind == "note" else hit.id
    return id if id.startswith(BRIEFING) else f"article:{id}"


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

    def search(self, question: Question) -> Answer:
        """The answer to a question; where nothing is asked, the searches that were saved."""
        query = question.query
        if not query.strip():
            return Answer(question, Results(query), saved=tuple(self._library.saved_searches()))
        engine, asked = self._opened(), as_typed(query)
        engine.refresh()
        results = engine.search(asked, HITS, order=question.order, fold=True)
        if not results.total and asked != query:  # what is said of the query is to be in the reader's words
            results = engine.search(query, HITS, order=question.order, fold=True)
        snippets = ("",) * len(results.hits)
        lines: tuple[Line, ...] = ()
        uses: tuple[Usage, ...] = ()
        if question.in_columns:  # the words themselves, where there are any; else those that begin with them
            lines = tuple(self._lines(query, question) or self._lines(asked, question))
        if not lines:
            snippets = tuple(self._line(hit, asked) for hit in results.hits)
        if question.use:
            uses = engine.usage(query) or engine.usage(asked)
        elsewhere = self._elsewhere([*results.hits, *(line.hit for line in lines)])
        return Answer(question, replace(results, query=query), snippets, lines, uses, elsewhere=elsewhere)

    def preview(self, key: str, query: str, note: str = "") -> tuple[Reading, tuple[Span, ...]]:
        """(text, what the query hits in it) of the text `key`, the cursor on the first of them.

        note: the id of the note on it that was found: its words come first, its comment stands in the heading.
        """
        kind, _, name = key.partition(":")
        reading = self._reading(kind, name)
        lit = tuple(self._opened().matches(as_typed(query), reading.text)) or self._noted(reading, query)
        with suppress(UnknownNote):  # it is in the archive that is searched, or gone meanwhile
            if found := self._library.note(note) if note else None:
                lit = tuple(dict.fromkeys([*([shown_span(reading, found.span)] if found.span else []), *lit]))
                said = f"note: {shortened(found.comment or ', '.join(found.codes), SNIPPET_WIDTH)}"
                reading = replace(reading, heading=(*reading.heading, said))
        return with_hits(reading, lit), lit

    def _noted(self, reading: Reading, query: str) -> tuple[Span, ...]:
        """The words whose notes a query hits; none of a text that the library does not have."""
        engine, asked, target = self._opened(), as_typed(query), target_of(reading)
        notes = self._library.notes_on(target) if query and target else []
        return tuple(
            shown_span(reading, note.span) for note in notes if note.span and engine.matches(asked, note.comment)
        )

    def other_coverage(self, id: str) -> tuple[str, Answer]:
        """(what article `id` is called, other outlets' articles on its meeting). Raises UnknownArticle."""
        engine = self._opened()
        engine.refresh()
        article, hits = engine.article(id), engine.similar(id, HITS, fold=True)
        total = sum(1 + len(hit.twins) for hit in hits)
        results = Results("", tuple(hits), total, partial=notice_of(engine))
        beginnings = tuple(shortened(engine.text(hit), SNIPPET_WIDTH) for hit in hits)
        answer = Answer(Question(), results, beginnings, elsewhere=self._elsewhere(hits))
        return f"{article.outlet}: {article.title or NO_TITLE}", answer

    def take(self, ids: Sequence[str]) -> tuple[Article, ...]:
        """Bring articles of the archive that is searched into the library; they. Raises EngineError, UnknownArticle."""
        engine = self._opened()
        articles = tuple(map(engine.article, ids))
        self._library.add_all(articles)
        return articles

    def add_source(self, briefing: str, id: str) -> bool:
        """Name article `id` among the sources of the briefing called `briefing`; whether it was not named yet.

        Raises UnknownArticle for one that the library does not have, and as `sources_added.add_source`.
        """
        return add_source(self._library.folder / "briefings" / f"{briefing}.md", self._library.article(id).id)

    def save(self, query: str) -> str:
        """Save a search; what is to be said of it."""
        return "Search saved." if self._library.save_search(query) else "This search is saved already."

    def forget(self, query: str) -> str:
        """Take a search out of the saved ones; what is to be said of it."""
        return "No longer saved." if self._library.forget_search(query) else "This search is not saved."

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
                text = engine.text(Hit(f"{BRIEFING}{name}", "briefing", "", None, None, 0.0))
                return Reading(f"{BRIEFING}{name}", (name, _ELSEWHERE), text, tuple(sentences(text)))
            article = engine.article(name)
            heading = article_heading(article, [f"{_ELSEWHERE}: enter takes it"])
            return Reading(f"article:{name}", heading, article.text, tuple(sentences(article.text)), article=article)

    def _elsewhere(self, hits: Iterable[Hit]) -> frozenset[str]:
        """The keys of the texts that the library does not have."""
        every = {key_of(one) for hit in hits for one in (hit, *hit.twins)}
        return frozenset(key for key in every if not self._is_here(*key.split(":", 1)))

    def _is_here(self, kind: str, name: str) -> bool:
        if kind == "briefing":
            return (self._library.folder / "briefings" / f"{name}.md").exists()
        try:
            return bool(self._library.article(name))
        except UnknownArticle:
            return False

    def _lines(self, query: str, question: Question) -> list[Line]:
        return self._opened().concordance(query, question.places, sort=question.side, width=LINE_WIDTH)

    def _line(self, hit: Hit, query: str) -> str:
        """A line of context for a hit; of a note without a comment, its words."""
        if hit.kind == "briefing":
            text = self._reading("briefing", hit.id.removeprefix(BRIEFING)).text
        else:
            text = self._opened().text(hit)
        if hit.kind == "note" and not text:
            with suppress(UnknownNote):
                text = f"“{self._library.note(hit.id.removeprefix(NOTE)).selector.exact}”"
        return snippet(text, self._opened().matches(query, text), SNIPPET_WIDTH).bracketed


def as_typed(query: str) -> str:
    """A query whose last word may not be typed to its end yet: the word, or any that begins with it."""
    last = _LAST_WORD.search(query)
    if last is None or query.count('"') % 2 or last[1] in ("AND", "OR", "NOT"):
        return query
    return f"{query[: last.start(1)]}({last[1]} OR {last[1]}*)"
