"""What a reader does with words in the columns of a comparison: notes them, copies them, looks for others, jumps.

`ComparisonScreen` is one of these. Not here: what words match (`tui/finding.py`), how columns move (`tui/columns.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.reactive import Reactive
from textual.widget import Widget

from briefings.article import Article
from tui.coding import Draft
from tui.errand import send
from tui.finding import beside, nearest, places_of
from tui.noting import keep, shortened
from tui.screens.compared import ComparedScreen
from tui.screens.note import NoteScreen
from tui.views import Place
from tui.widgets.compare_pane import ComparePane
from tui.widgets.find_bar import FindBar
from tui.widgets.jump_line import JumpLine

NOTHING_FOUND = "Nothing is looked for: f finds words in the texts."


class ColumnWordsScreen(ComparedScreen):
    """A screen with columns, a line to look for words in them, and a line to jump by letters."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)  # of the whole screen, at every change of view
    _order: Sequence[int]
    """The article of each column."""
    _began: tuple[int, int] = (0, 0)
    """Where the reader was before looking for words: column and offset."""

    @dataclass
    class NoteKept(Message):
        """A note is on the disk."""

    @property
    def columns(self) -> ComparePane:
        """The columns."""
        return self.query_one("#columns", ComparePane)

    @property
    def finding(self) -> FindBar:
        """The line in which words are looked for."""
        return self.query_one(FindBar)

    @property
    def _place(self) -> Place | None:
        """The words at the cursor: what is selected, the word, else the sentence."""
        columns = self.columns
        return self._order[columns.active], columns.selection or columns.word or columns.cursor_span

    def _article_in(self, column: int) -> Article:
        return self.articles[self._order[column]]

    # Noting and copying

    def action_note(self) -> None:
        """Ask for a note on the words at the cursor."""
        place = self._place
        if place is None:
            return
        article, span, library = self.articles[place[0]], place[1], self.library

        def job(draft: Draft) -> Message:
            keep(library, article, span, draft)
            return self.NoteKept()

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                send(self, lambda: job(draft), "change", keep=True)

        where = f"{article.outlet} ¶{article.paragraph_number(span.start)}"
        self.app.push_screen(NoteScreen(span.of(article.text), where, file=library.codebook_file), answered)

    def action_copy(self) -> None:
        """Copy the words at the cursor, with where they are from."""
        from tui.citing import article_citation

        place = self._place
        if place is None:
            return
        article, span = self.articles[place[0]], place[1]
        self.app.copy_to_clipboard(article_citation(article, span))
        self.notify(f"Copied with its citation: “{shortened(span.of(article.text))}”", markup=False)

    # Looking for words

    def action_find(self) -> None:
        """Look for words in the texts side by side."""
        if not self.finding.is_open:
            self._began = self.columns.active, self.columns.cursor_span.start
        self.finding.open()

    def on_find_bar_asked(self, event: FindBar.Asked) -> None:
        """Light the words in every column, and go to the first of them in this one from where the reader was."""
        self.look_again()
        column, offset = self._began
        found = self.columns.found.get(column, ())
        if found:
            self._go_to_found(column, nearest(found, offset))
        else:
            self.columns.go_to(column, offset)
            self._say_count(None)

    def look_again(self) -> None:
        """Light the words that are looked for in the columns as they are now."""
        words = self.finding.words
        columns = range(len(self._order)) if words.strip() else ()
        self.columns.light_found({column: places_of(words, self._article_in(column).text) for column in columns})

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to the next or previous place."""
        self._step_found(back=event.back)

    def on_find_bar_entered(self) -> None:
        """Read on at the words found."""
        self.columns.focus()

    def on_find_bar_left(self) -> None:
        """Read on where the words were not looked for yet."""
        self.leave_finding()
        self.columns.go_to(*self._began)

    def leave_finding(self) -> None:
        """Look for nothing any more."""
        self.finding.close()
        self.columns.light_found({})
        self.columns.focus()

    def action_next_found(self) -> None:
        """Go to the next place of the words in this column."""
        self._step_found(back=False)

    def action_previous_found(self) -> None:
        """Go to the previous one."""
        self._step_found(back=True)

    def _step_found(self, *, back: bool) -> None:
        """Go round: after the last place of the column comes its first."""
        column = self.columns.active
        if not self.finding.is_open:
            self.notify(NOTHING_FOUND, markup=False)
        elif found := self.columns.found.get(column, ()):
            self._go_to_found(column, beside(found, self.columns.place, back=back))
        else:
            self._say_count(None)

    def _go_to_found(self, column: int, number: int) -> None:
        self.columns.go_to_word(column, self.columns.found[column][number])
        self._say_count(number)

    def _say_count(self, number: int | None) -> None:
        """Say how many there are in this column, and in all."""
        here = self.columns.found.get(self.columns.active, ())
        everywhere = sum(len(found) for found in self.columns.found.values())
        at = f"{number + 1} of {len(here)}" if number is not None else "none"
        said = f"{at} here · {everywhere} in all" if everywhere else "not found in the stored texts"
        self.finding.say(said if self.finding.words.strip() else "")

    # Jumping

    def action_jump(self) -> None:
        """Show a letter on every paragraph on screen; the one pressed is gone to."""
        self.query_one(JumpLine).offer([self.columns])

    def on_jump_line_chosen(self, event: JumpLine.Chosen) -> None:
        """Go there; stay where nothing has the key."""
        event.stop()
        self.columns.focus()
        if event.pane is self.columns and event.row is not None:
            self.columns.jump_to(event.row)
