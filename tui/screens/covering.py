"""What a reader does with the library beside the open text: searches it, and looks for other coverage of the text.

`ReaderScreen` is one of these. Not here: asking (`searching.py`), or the screens that show what was found.
"""

from __future__ import annotations

from tui.messages import OpenArticle
from tui.noting import shortened
from tui.screens.words import WordsScreen
from tui.tree import Meeting, Shelf
from tui.widgets.desk import Desk
from tui.widgets.plain import Plain

WHERE_COVERAGE_IS = "Other coverage is that of an article: open one first."


class CoveringScreen(WordsScreen):
    """A screen with a desk, and a library around it."""

    _shelf: Shelf
    _name_of_library: str
    _briefing_read_last: str = ""

    def on_desk_tables_shown(self, event: Desk.Shown) -> None:
        """Remember the briefing that is being read; say which result of a search is."""
        if event.key.startswith("briefing:"):
            self._briefing_read_last = event.key
        if any(layer.name == "hit" and layer.spans for layer in self.desk.reading.layers):
            self.trail = self.trail.moved_to(event.key)
        title, trail = f"Rashomon  {self._name_of_library}", self.trail
        if trail.key and trail.key == event.key:
            title += f" · result {trail.at + 1} of {len(trail.keys)} listed for “{shortened(trail.query)}”"
        self.query_one("#title", Plain).show(title)

    @property
    def open_meeting(self) -> Meeting | None:
        """The briefing that is being worked on: the one read last, else the first that the open article belongs to."""
        key = self._briefing_read_last
        sound = [meeting for meeting in self._shelf.meetings if not meeting.problem]
        read_last = (meeting for meeting in sound if f"briefing:{meeting.name}" == key)
        holding = (meeting for meeting in sound if self.desk.reading.name in meeting.sources)
        return next(read_last, None) or next(holding, None)

    def action_search(self) -> None:
        """Search the library."""
        from tui.screens.search import SearchScreen

        self.come_over(SearchScreen(self._searcher, self.open_meeting))

    def action_other_coverage(self) -> None:
        """List other coverage of the open article."""
        from tui.screens.other_coverage import OtherCoverageScreen

        if self.desk.reading.article is None:
            self.notify(WHERE_COVERAGE_IS, severity="warning", markup=False)
            return
        screen = OtherCoverageScreen(self._searcher, self.desk.reading.article.id, self.open_meeting)
        self.app.push_screen(screen, self._open_coverage)

    def _open_coverage(self, chosen: OpenArticle | None) -> None:
        if chosen is not None:
            self.post_message(chosen)
