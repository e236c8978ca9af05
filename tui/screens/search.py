"""Searching the library as one types: results in the background, the last query wins; a hit opens in the reader."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from index.engine import Order, Results, Side
from tui.commands import bindings_of
from tui.errand import is_under_way, send
from tui.found import ASK, hit_at, line_at, rows_of, said_of, text_of, texts_of, unfolding
from tui.found_places import legend, line_key, use_rows
from tui.messages import CameBack, OpenArticle, OpenBriefing
from tui.screens.previewing import PreviewingScreen
from tui.screens.taking import TakingScreen
from tui.searching import MORE, NOTE, Answer, Question, Searcher
from tui.trail import trail_of
from tui.tree import Meeting
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import SIGN_CELLS, LinesList
from tui.widgets.plain import Plain, PlainInput

ORDERS: tuple[Order, ...] = get_args(Order)
SIDES: tuple[Side | None, ...] = (None, *get_args(Side))
_SCROLLBAR_CELLS = 1
PATIENCE_SECONDS = 0.4
"""How long an answer may take before it is said that it is looked for."""
LOOKING = "Searching … What changed in the library is read first."


class SearchScreen(TakingScreen[None]):
    """A query, its results, and the one at the cursor in its own text."""

    CSS_PATH = "search.tcss"
    BINDINGS = bindings_of("search")
    SCOPES: ClassVar[tuple[str, ...]] = ("search", "app")

    @dataclass
    class Found(Message):
        """A question was answered. answer: it. said: what to tell the reader, or nothing."""

        answer: Answer
        said: str = ""

    def __init__(self, searcher: Searcher, meeting: Meeting | None = None) -> None:
        """searcher: asks the engine; used in workers only. meeting: the briefing that other coverage is added to."""
        super().__init__(searcher)
        self._meeting = meeting
        self._question = Question()
        self._answer = Answer(self._question, Results(""))
        self._unfolded: set[str] = set()
        self._submitted: str | None = None

    def compose(self) -> ComposeResult:
        """The query, what it found, the text of one hit or the use of the words."""
        yield PlainInput(placeholder='words, "phrases", AND OR NOT, outlet:name, date:2023-12', id="query")
        yield Plain("Type to search everything the outlets wrote.", id="count")
        yield Plain("", id="legend")
        yield from self.compose_found()
        yield LinesList(id="uses")
        yield KeyLine("search", "app", writes=True)

    def on_mount(self) -> None:
        """Bring the index up to date while the reader types."""
        for pane in ("#results", "#preview", "#uses"):
            self.query_one(pane).can_focus = False
        self.query_one("#query").focus()
        self._ask(self._question)
        send(self, self._searcher.refresh, "refresh")

    # Asking

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for what is typed now."""
        self._submitted, self._chosen = None, ""
        self._ask(replace(self._question, query=event.value))

    def _ask(self, question: Question, first: Callable[[], str] = str) -> None:
        """Ask; an older question's answer is void. first: what is done before, and answers with what to say of it."""
        self._question, searcher = question, self._searcher
        self.set_timer(PATIENCE_SECONDS, lambda: self._say_looking(question))

        def job() -> Message:
            said = first()
            return self.Found(searcher.search(question), said)

        send(self, job, "search", keep=first is not str)

    def _say_looking(self, question: Question) -> None:
        if question is self._question and self._answer.question is not question and is_under_way(self, "search"):
            self.query_one("#count", Plain).show(LOOKING)

    def on_search_screen_found(self, event: Found) -> None:
        """List the hits, the first one at the cursor; open it where the reader asked for it already."""
        if event.said:
            self.notify(event.said, markup=False)
        if event.answer.question != self._question:
            return
        was, self._answer = self._answer.question, event.answer
        is_new = _listed(was) != _listed(self._question)
        self._unfolded -= self._unfolded if is_new else set()
        self.set_class(not self._query.strip(), "-blank")
        self.query_one("#count", Plain).show(said_of(event.answer))
        self._show_rows(keep_cursor=not is_new)
        self._show_preview()
        if self._submitted == self._query:
            self._choose(self.results.cursor_key)

    @property
    def _query(self) -> str:
        """What was answered last."""
        return self._answer.question.query

    def on_came_back(self, event: CameBack) -> None:
        """Ask again: what is found may have changed meanwhile."""
        event.stop()
        self._chosen = ""
        self._ask(self._question)

    # Showing

    def _show_rows(self, *, keep_cursor: bool = True) -> None:
        room = self.results.content_size.width - SIGN_CELLS - _SCROLLBAR_CELLS
        is_asked = self._answer.question.use and bool(self._query.strip())
        self.results.show(rows_of(self._answer, room, self._unfolded), keep_cursor=keep_cursor)
        self.query_one("#uses", LinesList).show(use_rows(self._answer.uses, room) if is_asked else [])
        self._show_legend()

    def _show_legend(self) -> None:
        """Say what the marks of the places stand for."""
        room = self.results.content_size.width - SIGN_CELLS - _SCROLLBAR_CELLS
        shown, lines = self.query_one("#legend", Plain), self._answer.lines
        shown.show(legend(lines, room, line_at(self._answer, self.results.cursor_key)) if lines else "")
        shown.display = bool(lines)

    def on_resize(self) -> None:
        """Draw columns and bars as wide as there is room."""
        self.call_after_refresh(self._show_rows)

    def on_lines_list_highlighted(self, event: LinesList.Highlighted) -> None:
        """Show the text of the hit at the cursor; at the last of the places, ask for more of them."""
        self._show_preview()
        self._show_legend()
        if self._answer.has_more and event.key == line_key(self._answer.lines[-1]):
            asked = self._question
            self._ask(replace(asked, places=MORE * len(self._answer.lines)))

    def _show_preview(self) -> None:
        key = self.results.cursor_key
        line, hit = line_at(self._answer, key), hit_at(self._answer, key)
        at = line.span.start if line and line.hit.kind == "article" else None
        note = hit.id.removeprefix(NOTE) if hit and hit.kind == "note" else ""
        self.preview(key, text_of(self._answer, key), self._query, at, note)

    # Opening

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Open the hit that was clicked."""
        self._choose(event.key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the hit at the cursor, or the first one as soon as what is typed is answered."""
        self._submitted = event.value
        if self._answer.question == self._question:
            self._choose(self.results.cursor_key)

    def _choose(self, key: str) -> None:
        """Open a hit; of a query that is offered, ask for it."""
        if key.startswith(ASK):
            self.query_one("#query", Input).value = key.removeprefix(ASK)
            self.query_one("#query", Input).action_end()
        else:
            self.choose(key, self._query)

    def open(self, shown: PreviewingScreen.Previewed) -> None:
        """Open a text in the reader."""
        kind, _, name = shown.reading.key.partition(":")
        trail = trail_of(shown.query, texts_of(self._answer, self._unfolded), shown.reading.key)
        self._submitted = None
        self.dismiss()
        if kind == "briefing":
            self.app.screen.post_message(OpenBriefing(name, shown.lit, trail))
        else:
            self.app.screen.post_message(OpenArticle(name, shown.lit, shown.cursor, trail))

    @property
    def elsewhere(self) -> frozenset[str]:
        """The texts that only the archive has."""
        return self._answer.elsewhere

    # Actions

    def action_open_hit(self) -> None:
        """Open the hit at the cursor."""
        self._choose(self.results.cursor_key)

    def action_order(self) -> None:
        """List the hits, or the places, in the next order."""
        asked = self._question
        if asked.in_columns:
            self._ask(replace(asked, side=SIDES[(SIDES.index(asked.side) + 1) % len(SIDES)]))
        else:
            self._ask(replace(asked, order=ORDERS[(ORDERS.index(asked.order) + 1) % len(ORDERS)]))

    def action_columns(self) -> None:
        """List the places the words stand in, in columns, or the hits again."""
        self._ask(replace(self._question, in_columns=not self._question.in_columns))

    def action_use(self) -> None:
        """Show how often each outlet uses the words, or the text again."""
        use = not self._question.use
        self.set_class(use, "-use")
        self._ask(replace(self._question, use=use))

    def action_copies(self) -> None:
        """List the copies of the hit at the cursor, or fold them away."""
        holder = "" if self._question.in_columns else unfolding(self._answer.results, self.results.cursor_key)
        if holder:
            self._unfolded ^= {holder}
            self._show_rows()
            self.results.go_to(holder)
        else:
            self.notify("No other outlet's copy stands under this result.", markup=False)

    def action_other_coverage(self) -> None:
        """List other coverage of the article at the cursor."""
        from tui.screens.other_coverage import OtherCoverageScreen

        kind, _, name = text_of(self._answer, self.results.cursor_key).partition(":")
        if kind == "article":
            screen = OtherCoverageScreen(self._searcher, name, self._meeting)
            self.app.push_screen(screen, self._open_coverage)
        else:
            self.notify("Other coverage is that of an article: go to one first.", markup=False)

    def _open_coverage(self, chosen: OpenArticle | None) -> None:
        if chosen is not None:
            self.dismiss()
            self.app.screen.post_message(chosen)

    def action_save(self) -> None:
        """Save what is typed, to be listed while nothing is."""
        query, searcher = self._question.query.strip(), self._searcher
        if query:
            self._ask(self._question, lambda: searcher.save(query))
        else:
            self.notify("Type a search first; enter asks for a saved one.", markup=False)

    def action_forget(self) -> None:
        """Take the saved search at the cursor, or the one that is typed, out of the list."""
        at_cursor = self.results.cursor_key.removeprefix(ASK) if not self._question.query.strip() else ""
        query, searcher = at_cursor or self._question.query, self._searcher
        if query.strip():
            self._ask(self._question, lambda: searcher.forget(query))

    def action_leave(self) -> None:
        """Back to the reader."""
        self.dismiss(None)


def _listed(question: Question) -> Question:
    """What of a question decides which row is the first."""
    return replace(question, use=False, places=0)
