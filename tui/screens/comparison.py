"""The comparison: one column an outlet, moving together; and its tables, whose rows lead back to the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from briefings import tables
from briefings.article import Article, Span
from briefings.framing.comparison import Comparison
from briefings.library import Library
from tui.commands import bindings_of
from tui.comparing import compared
from tui.errand import send
from tui.messages import OpenArticle
from tui.noting import keep
from tui.screens.note import Draft, NoteScreen
from tui.side_by_side import bare_columns, columns, landmarks, status
from tui.widgets.compare_pane import ComparePane
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList, Row
from tui.widgets.plain import Plain

NO_ROWS = "none found"
WIDE, WIDE_CELL, NARROW_CELL = 110, 40, 24
"""From how many columns of the terminal on a table's cells may be long, and how long they may be."""


class ComparisonScreen(Screen[None]):
    """The articles of one meeting side by side. It owns the comparison and pushes it down."""

    CSS_PATH = "comparison.tcss"
    BINDINGS = bindings_of("comparison")
    SCOPES: ClassVar[tuple[str, ...]] = ("compare", "list", "comparison", "app")

    @dataclass
    class Compared(Message):
        """The comparison is computed. comparison: it. notes: article id -> where its notes stand."""

        comparison: Comparison
        notes: dict[str, list[Span]]

    @dataclass
    class NoteKept(Message):
        """A note is on the disk."""

    def __init__(self, library: Library, title: str, articles: Sequence[Article]) -> None:
        """library: where notes go. title: of the meeting. articles: two or more, a column each."""
        super().__init__()
        self._library = library
        self._meeting = title
        self._articles = tuple(articles)
        self._comparison: Comparison | None = None
        self._wire = True
        self._view = "text"
        self._came_from = ""

    def compose(self) -> ComposeResult:
        """Title, columns, tables, what is at the cursor, keys."""
        yield Plain(id="title")
        yield ComparePane(id="columns")
        yield LinesList(id="table")
        yield Plain(id="status")
        yield KeyLine("compare", "comparison", "app")

    def on_mount(self) -> None:
        """Show the texts at once, and compare them meanwhile."""
        self.columns.show(bare_columns(self._articles), ())
        self.columns.focus()
        self._say_title()
        self._compare()

    @property
    def columns(self) -> ComparePane:
        """The columns."""
        return self.query_one("#columns", ComparePane)

    @property
    def table(self) -> LinesList:
        """The table of the view."""
        return self.query_one("#table", LinesList)

    def _compare(self) -> None:
        articles, wire, library = self._articles, self._wire, self._library

        def job() -> Message:
            notes = {a.id: [note.span for note in library.notes(a.id) if note.span] for a in articles}
            return self.Compared(compared(articles, wire), notes)

        send(self, job, "compare")

    def on_comparison_screen_compared(self, event: Compared) -> None:
        """Mark what was found, and let the columns move by it."""
        self._comparison = event.comparison
        self.columns.show(
            columns(event.comparison, event.notes),
            landmarks(event.comparison),
            active=self.columns.active,
            cursor=self.columns.cursor_span.start,
        )
        self._say_title()
        self._show_view()

    def _say_title(self) -> None:
        known = self._comparison is not None and self._comparison.wire == self._wire
        points = f"{len(self._comparison.points)} points" if self._comparison and known else "comparing …"
        wire = "wire shown" if self._wire else "wire left out"
        parts = (f"{len(self._articles)} articles", points, wire, f"view: {self._view}", self._meeting)
        self.query_one("#title", Plain).show("  " + " · ".join(parts))

    def on_compare_pane_cursor_moved(self, event: ComparePane.CursorMoved) -> None:
        """Say what is at the cursor."""
        if self._comparison:
            self.query_one("#status", Plain).show(status(self._comparison, event.point))

    def on_compare_pane_activated(self, event: ComparePane.Activated) -> None:
        """Open the article in the reader, at the sentence."""
        request = OpenArticle(self._articles[event.column].id, cursor=event.offset)
        self.dismiss()
        self.app.screen.post_message(request)

    # Views

    def action_view(self, name: str) -> None:
        """Show another view of the comparison."""
        self._view, self._came_from = name, ""
        self._show_view()
        self._say_title()

    def _show_view(self) -> None:
        is_text = self._view == "text"
        self.set_class(not is_text, "-table")
        self.query_one(KeyLine).show("compare" if is_text else "list", "comparison", "app")
        if is_text:
            self.columns.focus()
        elif self._comparison:
            self.table.show(self._rows(self._comparison))
            self.table.focus()

    def _rows(self, comparison: Comparison) -> list[Row]:
        width = self.size.width - 4
        rows = [Row(line, "legend") for line in wrap(tables.outlets(comparison.articles), width)]
        for number, make in enumerate(tables.TABLES[self._view]):
            table = make(comparison)
            lines = tables.aligned(table, WIDE_CELL if self.size.width >= WIDE else NARROW_CELL)
            rows += [Row("", "legend"), Row(table.name, "heading"), Row(lines[0], "columns")]
            rows += [Row(line, "row", 0, f"{number}:{index}") for index, line in enumerate(lines[1:])]
            rows += [] if table.rows else [Row(NO_ROWS, "legend")]
            rows += [Row(table.legend, "legend")] if table.legend else []
        return rows

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Show the words a row rests on, in the columns."""
        if place := self._rests_on(event.key):
            column, span = place
            table = self._view
            self.action_view("text")
            self._came_from = table
            self.columns.go_to(column, span.start)

    def _rests_on(self, key: str) -> tuple[int, Span] | None:
        """(column, span) of the words that the row called `key` of the table rests on."""
        if self._comparison is None or not key:
            return None
        number, _, index = key.partition(":")
        row = tables.TABLES[self._view][int(number)](self._comparison).rows[int(index)]
        return next((cell.place for cell in reversed(row) if cell.place), None)

    # Other actions

    def action_wire(self) -> None:
        """Leave agency copy out, or take it in again, and compute everything anew."""
        self._wire = not self._wire
        self._say_title()
        self._compare()

    def action_note(self) -> None:
        """Ask for a note on the sentence at the cursor, or on the words that the row at the cursor rests on."""
        here = (self.columns.active, self.columns.cursor_span)
        place = here if self._view == "text" else self._rests_on(self.table.cursor_key)
        if place is None:
            return
        article, span, library = self._articles[place[0]], place[1], self._library

        def job(draft: Draft) -> Message:
            keep(library, article, span, draft)
            return self.NoteKept()

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                send(self, lambda: job(draft), "change", keep=True)

        where = f"{article.outlet} ¶{article.paragraph_number(span.start)}"
        self.app.push_screen(NoteScreen(span.of(article.text), where), answered)

    def on_comparison_screen_note_kept(self) -> None:
        """Say so, and mark the words."""
        self.notify("Note saved.", markup=False)
        self._compare()

    def action_back(self) -> None:
        """To the table whose row led to the columns; from another table to the columns; from these to the reader."""
        if self._view == "text" and not self._came_from:
            self.dismiss()
        else:
            self.action_view(self._came_from or "text")
