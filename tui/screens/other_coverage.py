"""Other coverage of the meeting an article reports: read, opened, put among the sources of the open briefing.

Not here: how it is found (`index/similar.py`), how a briefing's file is changed (`briefings/sources_added.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message

from briefings.article import NO_TITLE
from briefings.errors import RashomonError
from index.engine import Results
from tui.commands import bindings_of
from tui.errand import Failed, send
from tui.found import hit_at, result_rows, unfolding
from tui.messages import OpenArticle
from tui.screens.previewing import PreviewingScreen
from tui.screens.taking import TakingScreen
from tui.searching import Answer, Question, Searcher
from tui.tree import Meeting
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList, Row
from tui.widgets.plain import Plain

NO_BRIEFING = "No briefing is open: open the one to add to, then come back."


class OtherCoverageScreen(TakingScreen[OpenArticle | None]):
    """Articles of other outlets on the same meeting, likeliest first; answers with the one to be opened."""

    CSS_PATH = "other_coverage.tcss"
    BINDINGS = bindings_of("coverage")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "coverage", "app")

    @dataclass
    class Found(Message):
        """Other coverage was found. of: what the article is called. answer: it."""

        of: str
        answer: Answer

    @dataclass
    class Added(Message):
        """Articles were put among the sources of the briefing. ids: those that were not there yet. failed: why not all.

        asked: how many were to be.
        """

        ids: tuple[str, ...]
        asked: int
        failed: RashomonError | None = None

    def __init__(self, searcher: Searcher, id: str, meeting: Meeting | None) -> None:
        """searcher: asks the engine; used in workers only. id: the article's. meeting: the briefing to add to."""
        super().__init__(searcher)
        self._article = id
        self._meeting = meeting
        self._found = self.Found("", Answer(Question(), Results("")))
        self._unfolded: set[str] = set()

    def compose(self) -> ComposeResult:
        """What it is of, the articles, the text of one."""
        yield Plain("Looking for other coverage …", id="of")
        yield Plain("", id="count")
        yield from self.compose_found()
        yield KeyLine("list", "coverage", "app")

    def on_mount(self) -> None:
        """Look for it."""
        self.query_one("#preview").can_focus = False
        self.results.focus()
        searcher, id = self._searcher, self._article
        send(self, lambda: self.Found(*searcher.other_coverage(id)), "search")

    def on_other_coverage_screen_found(self, event: Found) -> None:
        """List it."""
        self._found = event
        self.query_one("#of", Plain).show(f"Other coverage of {event.of}")
        self._show_rows()
        self._show_preview()

    def _show_rows(self) -> None:
        results, meeting = self._found.answer.results, self._meeting
        said = [f"{results.total} found, likeliest first" if results.total else "None found at other outlets"]
        said += [results.advice] if results.advice else []
        said += [f"a adds to “{meeting.title}”"] if meeting and results.total else []
        self.query_one("#count", Plain).show(" · ".join(said))
        rows = result_rows(self._found.answer, self._unfolded)
        self.results.show([self._marked(row) for row in rows])

    def _marked(self, row: Row) -> Row:
        """A row that says whether its article is in the briefing already."""
        sources = self._meeting.sources if self._meeting else ()
        is_there = row.kind in ("hit", "copy") and row.key.removeprefix("article:") in sources
        return replace(row, text=f"= in the briefing · {row.text}") if is_there else row

    def on_lines_list_highlighted(self, event: LinesList.Highlighted) -> None:
        """Show the text of the article at the cursor."""
        self._show_preview()

    def _show_preview(self) -> None:
        key = self.results.cursor_key
        self.preview(key, key, "")

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Open an article."""
        self.choose(event.key, "")

    def open(self, shown: PreviewingScreen.Previewed) -> None:
        """Answer with the article."""
        self.dismiss(OpenArticle(shown.reading.name))

    def action_add(self) -> None:
        """Put the marked articles, or the one at the cursor, among the sources of the briefing."""
        keys = [key for key in self.results.marked or [self.results.cursor_key] if key]
        away = [key for key in keys if key in self.elsewhere]
        if self._meeting is None:
            self.notify(NO_BRIEFING, severity="warning", markup=False)
        elif away:
            hits = [hit for key in away if (hit := hit_at(self._found.answer, key))]
            self.offer(away, [f"{hit.outlet} · {hit.title or NO_TITLE}" for hit in hits], lambda: self._add(keys))
        elif keys:
            self._add(keys)

    def _add(self, keys: Sequence[str]) -> None:
        """Put articles of the library among the sources of the briefing."""
        if self._meeting is not None:
            searcher, name = self._searcher, self._meeting.name
            ids = [key.removeprefix("article:") for key in keys]
            send(self, lambda: _added(searcher, name, ids), "add", keep=True)

    @property
    def elsewhere(self) -> frozenset[str]:
        """The articles that only the archive has."""
        return self._found.answer.elsewhere

    def on_taking_screen_taken(self, event: TakingScreen.Taken) -> None:
        """List them as the library's."""
        taken = {f"article:{article.id}" for article in event.articles}
        self._found.answer = replace(self._found.answer, elsewhere=self.elsewhere - taken)
        self._show_rows()

    def on_other_coverage_screen_added(self, event: Added) -> None:
        """Say what was added; show it as there."""
        if self._meeting is None:
            return
        self._meeting = replace(self._meeting, sources=(*self._meeting.sources, *event.ids))
        if event.ids or not event.failed:
            there = event.asked - len(event.ids) if not event.failed else 0
            parts = [f"{len(event.ids)} added" if event.ids else "", f"{there} already there" if there else ""]
            self.notify(f"{', '.join(filter(None, parts))}: the sources of “{self._meeting.title}”.", markup=False)
            self.results.mark(())
        if event.failed:
            self.app.post_message(Failed(event.failed))
        self._show_rows()

    def action_copies(self) -> None:
        """List the copies of the article at the cursor, or fold them away."""
        if holder := unfolding(self._found.answer.results, self.results.cursor_key):
            self._unfolded ^= {holder}
            self._show_rows()
            self.results.go_to(holder)
        else:
            self.notify("No other outlet's copy stands under this article.", markup=False)

    def action_leave(self) -> None:
        """Leave without opening any."""
        self.dismiss(None)


def _added(searcher: Searcher, name: str, ids: Sequence[str]) -> OtherCoverageScreen.Added:
    """Add one after the other, as far as it goes."""
    done: list[str] = []
    try:
        for id in ids:
            done += [id] if searcher.add_source(name, id) else []
    except RashomonError as error:
        return OtherCoverageScreen.Added(tuple(done), len(ids), error)
    return OtherCoverageScreen.Added(tuple(done), len(ids))
