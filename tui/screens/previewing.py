"""A list of texts that were found and the one at its cursor, read in the background.

Not here: what is found (`search.py`, `other_coverage.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen, ScreenResultType

from briefings.article import Span
from tui.errand import send
from tui.reading import NOTHING, Reading
from tui.searching import Searcher
from tui.widgets.lines_list import LinesList
from tui.widgets.text_pane import TextPane


class PreviewingScreen(Screen[ScreenResultType]):
    """A screen whose list `#results` has a text for every row, and shows it in `#preview`."""

    @dataclass
    class Previewed(Message):
        """The text of a row was read.

        key: the row's. query: what was asked. reading: the text. lit: what the query's words hit in it. cursor: where
        the row's own words begin; None for the first of `lit`.
        """

        key: str
        query: str
        reading: Reading
        lit: tuple[Span, ...] = ()
        cursor: int | None = None

    def __init__(self, searcher: Searcher) -> None:
        """searcher: asks the engine; used in workers only."""
        super().__init__()
        self._searcher = searcher
        self._shown = self.Previewed("", "", NOTHING)
        self._chosen = ""

    def compose_found(self) -> ComposeResult:
        """The list and the text."""
        yield LinesList(id="results")
        yield TextPane(id="preview")

    @property
    def results(self) -> LinesList:
        """The list."""
        return self.query_one("#results", LinesList)

    def preview(self, key: str, text: str, query: str, cursor: int | None = None, note: str = "") -> None:
        """Show the text called `text` for the row `key`; nothing where it is empty. note: the note that was found."""
        searcher = self._searcher
        if text:
            send(self, lambda: self.Previewed(key, query, *searcher.preview(text, query, note), cursor), "preview")
        else:
            self.on_previewing_screen_previewed(self.Previewed(key, query, NOTHING))

    def on_previewing_screen_previewed(self, event: Previewed) -> None:
        """Draw the text with what was found lit; open it where the reader asked for it already."""
        self._shown, reading = event, event.reading
        self.query_one("#preview", TextPane).show(
            reading.text,
            sentences=reading.sentences,
            layers=reading.layers,
            heading=reading.heading,
            paragraphs_numbered=reading.article is not None,
            cursor=reading.cursor if event.cursor is None else event.cursor,
        )
        if self._chosen and self._chosen == event.key:
            self.choose(event.key, event.query)

    def choose(self, key: str, query: str) -> None:
        """Open the text of a row with its words lit, as soon as they are known."""
        self._chosen = key
        if self._shown.reading.key and (self._shown.key, self._shown.query) == (key, query):
            self._chosen = ""
            self.open_chosen(self._shown)

    def open_chosen(self, shown: Previewed) -> None:
        """Open the text that was chosen."""
        self.open(shown)

    def open(self, shown: Previewed) -> None:
        """Open a text; for screens to say where."""

    # Actions, for keys that the list does not get

    def action_cursor_down(self) -> None:
        """Go to the next row."""
        self.results.action_cursor_down()

    def action_cursor_up(self) -> None:
        """Go to the previous row."""
        self.results.action_cursor_up()

    def action_page_down(self) -> None:
        """Go a page of rows down."""
        self.results.action_page_down()

    def action_page_up(self) -> None:
        """Go a page of rows up."""
        self.results.action_page_up()
