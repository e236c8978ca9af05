"""What a reader does with words of the open text: looks for them, goes from one to the next, copies them.

`ReaderScreen` is one of these. Not here: what words match (`tui/finding.py`), searching the library (`search.py`).
"""

from __future__ import annotations

from textual.message import Message

from briefings.article import Span
from tui.errand import is_under_way, send
from tui.finding import beside, nearest, places_of
from tui.messages import OpenArticle, OpenBriefing
from tui.noting import shortened
from tui.screens.returning import ReturningScreen
from tui.searching import Searcher
from tui.trail import NO_TRAIL, Trail
from tui.widgets.desk import Desk
from tui.widgets.find_bar import FindBar

NOTHING_TO_COPY = "There are no words here to copy."


class WordsScreen(ReturningScreen):
    """A screen with a desk and a line to look for words of its text.

    trail: the search whose results `n` goes through.
    """

    trail: Trail = NO_TRAIL
    _searcher: Searcher
    _began: tuple[int, int] = (0, 0)
    """Where the reader was before looking for words: offset, and row at the top of the screen."""

    @property
    def finding(self) -> FindBar:
        """The line in which words are looked for."""
        return self.query_one(FindBar)

    # Looking for words

    def action_find(self) -> None:
        """Look for words of the open text."""
        if not self.finding.is_open:
            self._began = self.desk.text.place, self.desk.text.scroll_offset.y
        self.finding.open()

    def on_find_bar_asked(self, event: FindBar.Asked) -> None:
        """Light the words and go to the first of them from where the reader was."""
        self._light(event.words)
        found = self.desk.text.found
        if found:
            self._go_to_found(nearest(found, self._began[0]))
        else:
            self._return_to_beginning()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        """Go to the next or previous place."""
        self._step_found(back=event.back)

    def on_find_bar_entered(self) -> None:
        """Read on at the words found."""
        self.desk.text.focus()

    def on_find_bar_left(self) -> None:
        """Read on where the words were not looked for yet."""
        self._leave_finding()
        self._return_to_beginning()

    def on_desk_tables_shown(self, event: Desk.Shown) -> None:
        """Look for the words in the text that came on screen, too."""
        event.stop()
        if self.finding.is_open:
            self._light(self.finding.words)

    def _light(self, words: str) -> None:
        text = self.desk.text
        text.light(places_of(words, text.text))
        self._say_count(None)

    def _go_to_found(self, number: int) -> None:
        self.desk.text.go_to_span(self.desk.text.found[number])
        self._say_count(number)

    def _say_count(self, number: int | None) -> None:
        count = len(self.desk.text.found)
        at = f"{number + 1} of " if number is not None else ""
        self.finding.say(f"{at}{count}" if count else "not found" if self.finding.words.strip() else "")

    def _step_found(self, *, back: bool) -> None:
        """Go round: after the last place comes the first."""
        found, place = self.desk.text.found, self.desk.text.place
        if found:
            self._go_to_found(beside(found, place, back=back))

    def _return_to_beginning(self) -> None:
        place, top = self._began
        self.desk.text.go_to_span(Span(place, place))
        self.desk.text.scroll_to(y=top, animate=False, force=True)

    def _leave_finding(self) -> None:
        self.finding.close()
        self.desk.text.light(())
        self.desk.text.focus()

    def action_leave(self) -> None:
        """Leave looking for words; else stop comparing for the tables of the briefing."""
        if self.finding.is_open:
            self._leave_finding()
        else:
            self.desk.stop_tables()

    # From one to the next

    def action_next_mark(self) -> None:
        """Go to the next place of the words looked for, hit, result of the search, or citation."""
        self._go_to_mark(back=False)

    def action_previous_mark(self) -> None:
        """Go to the previous one."""
        self._go_to_mark(back=True)

    def _go_to_mark(self, *, back: bool) -> None:
        text = self.desk.text
        if is_under_way(self, "follow") or is_under_way(self.desk, "text"):
            return  # the next result is on its way: of the text that is still here nothing is asked any more
        if text.found:
            self._step_found(back=back)
        elif self.trail.key and self.trail.key == self.desk.reading.key:
            if span := text.next_in("hit", back=back):
                text.go_to_span(span)
            else:
                self._go_to_result(back=back)
        elif not self.desk.go_to_mark(back=back):
            self.notify("No more hits or citations this way.", markup=False)

    def _go_to_result(self, *, back: bool) -> None:
        """Open the next result of the search, its words lit; the previous one at the last of them."""
        trail, searcher = self.trail.step(back=back), self._searcher
        if trail is None:
            self.notify(f"No more results of “{shortened(self.trail.query)}” this way.", markup=False)
            return

        def job() -> Message:
            _, lit = searcher.preview(trail.key, trail.query)
            kind, _, name = trail.key.partition(":")
            if kind == "briefing":
                return OpenBriefing(name, lit, trail)
            return OpenArticle(name, lit, lit[-1].start if lit and back else None, trail)

        send(self, job, "follow")

    # Copying

    def action_copy(self) -> None:
        """Copy the selection, or the sentence at the cursor, with where it is from."""
        from tui.citing import with_citation

        text = self.desk.text
        span = text.selection or text.cursor_span
        if not self.desk.reading.key or not span.of(text.text).strip():
            self.notify(NOTHING_TO_COPY, severity="warning", markup=False)
            return
        self.app.copy_to_clipboard(with_citation(self.desk.reading, span))
        self.notify(f"Copied with its citation: “{shortened(span.of(text.text))}”", markup=False)
