"""Searching the library as one types: results in the background, the last query wins; a hit opens in the reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, get_args

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from briefings.article import Span
from index.engine import Order, Results
from tui.commands import bindings_of
from tui.errand import send
from tui.found import result_rows, said_of, unfolding
from tui.messages import OpenArticle, OpenBriefing
from tui.reading import NOTHING, Reading
from tui.searching import Answer, Question, Searcher
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain, PlainInput
from tui.widgets.text_pane import TextPane

ORDERS: tuple[Order, ...] = get_args(Order)


class SearchScreen(Screen[None]):
    """A query, its results, and the one at the cursor in its own text."""

    CSS_PATH = "search.tcss"
    BINDINGS = bindings_of("search")
    SCOPES: ClassVar[tuple[str, ...]] = ("search", "app")

    @dataclass
    class Found(Message):
        """A question was answered. answer: it."""

        answer: Answer

    @dataclass
    class Previewed(Message):
        """The text of a hit was read. query: what was asked. reading: it. lit: what the query's words hit in it."""

        query: str
        reading: Reading
        lit: tuple[Span, ...]

    def __init__(self, searcher: Searcher) -> None:
        """searcher: asks the engine; used in workers only."""
        super().__init__()
        self._searcher = searcher
        self._question = Question()
        self._answer = Answer(self._question, Results(""))
        self._unfolded: set[str] = set()
        self._shown = self.Previewed("", NOTHING, ())
        self._submitted: str | None = None
        self._chosen: str | None = None

    def compose(self) -> ComposeResult:
        """The query, what it found, the text of one hit."""
        yield PlainInput(placeholder='words, "phrases", AND OR NOT, outlet:name, date:2023-12', id="query")
        yield Plain("Type to search everything the outlets wrote.", id="count")
        yield LinesList(id="results")
        yield TextPane(id="preview")
        yield KeyLine("search")

    def on_mount(self) -> None:
        """Bring the index up to date while the reader types."""
        self.query_one("#results").can_focus = False
        self.query_one("#preview").can_focus = False
        self.query_one("#query").focus()
        send(self, self._searcher.refresh, "refresh")

    @property
    def results(self) -> LinesList:
        """The list of hits."""
        return self.query_one("#results", LinesList)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for what is typed now."""
        self._submitted = self._chosen = None
        self._ask(replace(self._question, query=event.value))

    def _ask(self, question: Question) -> None:
        """Ask; an older question's answer is void."""
        self._question, searcher = question, self._searcher
        send(self, lambda: self.Found(searcher.search(question)), "search")

    def on_search_screen_found(self, event: Found) -> None:
        """List the hits, the first one at the cursor; open it where the reader asked for it already."""
        is_new, self._answer = event.answer.question != self._answer.question, event.answer
        self._unfolded -= self._unfolded if is_new else set()
        self.query_one("#count", Plain).show(said_of(event.answer))
        self._show_rows(keep_cursor=not is_new)
        self._show_preview()
        if self._submitted == event.answer.results.query:
            self._open(self.results.cursor_key)

    def _show_rows(self, *, keep_cursor: bool = True) -> None:
        answer = self._answer
        self.results.show(result_rows(answer.results, answer.snippets, self._unfolded), keep_cursor=keep_cursor)

    def on_lines_list_highlighted(self, event: LinesList.Highlighted) -> None:
        """Show the text of the hit at the cursor."""
        self._show_preview()

    def _show_preview(self) -> None:
        key, query, searcher = self.results.cursor_key, self._answer.results.query, self._searcher
        if key:
            send(self, lambda: self.Previewed(query, *searcher.preview(key, query)), "preview")
        else:
            self.on_search_screen_previewed(self.Previewed(query, NOTHING, ()))

    def on_search_screen_previewed(self, event: Previewed) -> None:
        """Draw the text with what was found lit; open it where the reader asked for it already."""
        self._shown, reading = event, event.reading
        self.query_one("#preview", TextPane).show(
            reading.text,
            sentences=reading.sentences,
            layers=reading.layers,
            heading=reading.heading,
            paragraphs_numbered=reading.article is not None,
            cursor=reading.cursor,
        )
        if self._chosen and self._chosen == reading.key:
            self._open(self._chosen)

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Open the hit that was clicked."""
        self._open(event.key)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the hit at the cursor, or the first one as soon as what is typed is answered."""
        self._submitted = event.value
        if self._answer.question == self._question:
            self._open(self.results.cursor_key)

    def _open(self, key: str) -> None:
        """Open a hit with its words lit, as soon as they are known."""
        self._chosen = key
        kind, _, name = key.partition(":")
        if name and (self._shown.reading.key, self._shown.query) == (key, self._answer.results.query):
            lit = self._shown.lit
            self.dismiss()
            self.app.screen.post_message(OpenBriefing(name, lit) if kind == "briefing" else OpenArticle(name, lit))

    def action_cursor_down(self) -> None:
        """Go to the next hit."""
        self.results.action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the previous hit."""
        self.results.action_cursor_up()

    def action_page_down(self) -> None:
        """Go a page of hits down."""
        self.results.action_page_down()

    def action_page_up(self) -> None:
        """Go a page of hits up."""
        self.results.action_page_up()

    def action_order(self) -> None:
        """List the hits in the next order."""
        following = ORDERS[(ORDERS.index(self._question.order) + 1) % len(ORDERS)]
        self._ask(replace(self._question, order=following))

    def action_copies(self) -> None:
        """List the copies of the hit at the cursor, or fold them away."""
        if holder := unfolding(self._answer.results, self.results.cursor_key):
            self._unfolded ^= {holder}
            self._show_rows()
            self.results.go_to(holder)
        else:
            self.notify("No other outlet's copy stands under this result.", markup=False)

    def action_leave(self) -> None:
        """Back to the reader."""
        self.dismiss()
