"""The reader: the library on the left, the desk on the right. Their container: they never reach for each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.timer import Timer

from briefings.article import Article
from briefings.library import Library
from tui.commands import bindings_of
from tui.errand import is_under_way, send
from tui.messages import OpenArticle, OpenBriefing
from tui.reading import EMPTY
from tui.screens.covering import CoveringScreen
from tui.searching import Searcher
from tui.shelving import read_shelf, state_of
from tui.tree import Shelf
from tui.widgets.desk import Desk
from tui.widgets.find_bar import FindBar
from tui.widgets.jump_line import JumpLine
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain

if TYPE_CHECKING:
    from tui.names import Name, Names
    from tui.screens.changing_notes import Seen

WATCH_SECONDS = 1.0
"""How often the library is asked whether another window changed it."""

TOO_FEW = "A comparison takes two articles or more: open a briefing, or mark articles with x."
ONE_MARKED = "One article is marked: mark another with x in the library, or take its mark away to compare the briefing."


class ReaderScreen(CoveringScreen):
    """Library, text, notes."""

    BINDINGS = bindings_of("reader")
    SCOPES: ClassVar[tuple[str, ...]] = ("text", "list", "reader", "app")
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [  # noqa: RUF012 -- as in Screen
        (0, "-one"),
        (80, "-narrow"),
        (110, "-wide"),
    ]

    @dataclass
    class ShelfRead(Message):
        """The library's lists were read. shelf: them. state: what the library was when they were."""

        shelf: Shelf
        state: object

    @dataclass
    class MeetingRead(Message):
        """The articles of a comparison were read. title: of the meeting. articles: them."""

        title: str
        articles: tuple[Article, ...]

    def __init__(self, library: Library, searcher: Searcher, name: str) -> None:
        """library: what is read. searcher: finds words in it. name: what the title line calls it."""
        super().__init__()
        self.add_class("-at-text", "-wide", update=False)  # as most are: each class that comes later styles all anew
        self.library = library
        self._searcher = searcher
        self._name_of_library = name
        self._shelf = Shelf()
        self._panes_kept = library.panes()
        self._state: object = None
        self._opened_first = ""
        self._watching: Timer | None = None
        self._toggled: set[str] = set()
        self._names: tuple[object, Names | None] = ((), None)
        self._notes_seen: Seen | None = None

    def compose(self) -> ComposeResult:
        """Title, panes, keys."""
        yield Plain(f"Rashomon  {self._name_of_library}", id="title")
        with Horizontal(id="room"):
            yield LinesList(id="library")
            yield Desk(self.library, id="desk")
        yield FindBar(id="find")
        yield JumpLine(id="jump")
        yield KeyLine(*self.SCOPES)

    def on_mount(self) -> None:
        """Show the panes as they were left."""
        self.query_one("#library").border_title = "Library"
        self.wear_sizes(self._panes_kept)

    def on_screen_resume(self) -> None:
        """Once the first frame is drawn, read the lists, and look for changes from other windows from then on."""
        if self._watching is None:
            self.call_later(self._read_shelf)
            self._watching = self.set_interval(WATCH_SECONDS, self._watch)
        else:
            self._watching.resume()

    def on_screen_suspend(self) -> None:
        """Keep where the reader is, and watch no more: a screen that is covered has the one over it drawn anew."""
        if self._watching is not None:
            self._watching.pause()
            self.desk.keep_position()

    @property
    def desk(self) -> Desk:
        """The text being read and its notes."""
        return self.query_one(Desk)

    # The library pane

    def _watch(self) -> None:
        """Look for changes, one look at a time; keep where the reader is, so that not even a power cut loses it."""
        self.desk.keep_position()
        if not is_under_way(self, "shelf"):
            self._read_shelf()

    def look_again(self) -> None:
        """Show what was changed just now."""
        self._read_shelf()

    def _read_shelf(self) -> None:
        library, known = self.library, self._state

        def job() -> Message | None:
            state = state_of(library)
            return None if state == known else self.ShelfRead(read_shelf(library), state)

        send(self, job, "shelf")

    def on_reader_screen_shelf_read(self, event: ShelfRead) -> None:
        """Show the lists; while nothing is open yet, open the first thing there is."""
        self._shelf, self._state = event.shelf, event.state
        if self.desk.reading.key:
            self._shelf = self._shelf.having_read(self.desk.reading.key)
        self._show_shelf()
        first = event.shelf.first
        if self.desk.reading.key:
            self.desk.look_again()
        elif not first:
            self.desk.post_message(Desk.TextRead(EMPTY))
        elif first != self._opened_first:
            self._opened_first = first
            self.desk.open(first)

    def _show_shelf(self) -> None:
        self.query_one("#library", LinesList).show(self._shelf.rows(self._toggled))

    def on_desk_tables_shown(self, event: Desk.Shown) -> None:
        """List the text among those read last."""
        if event.key and (shelf := self._shelf.having_read(event.key)) is not self._shelf:
            self._shelf = shelf
            self._show_shelf()

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Open what a row stands for; a group, or the briefing that is open, is folded or unfolded."""
        if event.key.startswith("article:") or (
            event.key.startswith("briefing:") and event.key != self.desk.reading.key
        ):
            self.desk.open(event.key)
            self.desk.text.focus()
        else:
            self._toggled ^= {event.key}
            self._show_shelf()

    # What the palette goes to

    def names(self) -> Names:
        """The briefings, outlets and articles; called in a thread."""
        from tui.names import Names, names_on

        shelf, (of, names) = self._shelf, self._names
        if names is None or of is not shelf.headings:
            names = Names(names_on(shelf))
            self._names = shelf.headings, names
        return names

    def go_to_name(self, name: Name) -> None:
        """Open a text; unfold an outlet in the library pane. What is over the reader is left for it."""
        self.come_away()
        self.open_from_over()
        if name.kind == "outlet":
            self._toggled |= {"group:outlets", name.key}
            self._show_shelf()
            library = self.query_one("#library", LinesList)
            library.go_to(name.key)
            library.focus()
        else:
            self.desk.open(name.key)
            self.desk.text.focus()

    # Requests from panes and screens

    def on_open_article(self, event: OpenArticle) -> None:
        """Show the article on the desk."""
        event.stop()
        self.open_from_over()
        self.trail = event.trail or self.trail
        self.desk.open(f"article:{event.id}", event.lit, event.cursor)
        self.desk.text.focus()

    def on_open_briefing(self, event: OpenBriefing) -> None:
        """Show the briefing on the desk."""
        event.stop()
        self.open_from_over()
        self.trail = event.trail or self.trail
        self.desk.open(f"briefing:{event.name}", event.lit)
        self.desk.text.focus()

    def on_reader_screen_meeting_read(self, event: MeetingRead) -> None:
        """Open the comparison, unless the reader has gone elsewhere meanwhile."""
        if self.app.screen is not self:
            return
        from tui.screens.comparison import ComparisonScreen

        self.come_over(ComparisonScreen(self.library, event.title, event.articles))

    # Actions

    def action_compare(self) -> None:
        """Compare the marked articles, else those of the briefing that is open or holds the open article."""
        marked = self.query_one("#library", LinesList).marked
        ids = [key.removeprefix("article:") for key in marked if key.startswith("article:")]
        title, sources = ("Marked articles", tuple(ids)) if ids else self._shelf.meeting_of(self.desk.reading.key)
        known = [id for id in sources if self._shelf.has(id)]
        if len(known) < 2:
            self.notify(ONE_MARKED if ids else TOO_FEW, severity="warning", markup=False)
            return
        library = self.library
        send(self, lambda: self.MeetingRead(title, tuple(map(library.article, known))), "meeting")

    def action_notes(self) -> None:
        """List all notes of the library."""
        from tui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen(self.library, self._shelf.meetings, self._notes_seen), self._notes_left)

    def _notes_left(self, seen: Seen | None) -> None:
        self._notes_seen = seen or self._notes_seen
        self.look_again()

    def action_codebook(self) -> None:
        """Show the codebook; then the notes in its colours."""
        from tui.screens.codebook import CodebookScreen

        self.app.push_screen(CodebookScreen(self.library), lambda _: self.desk.look_again())

    def action_note(self) -> None:
        """Note the selection or the sentence."""
        self.desk.note()

    def action_delete_note(self) -> None:
        """Take out the note at the cursor of the notes pane."""
        self.desk.delete_note()

    def action_back(self) -> None:
        """Go back to what was open before; to the list of notes from a note that was opened there."""
        seen = self._notes_seen
        self.go_back()
        if seen and seen.opened == self.desk.reading.key:
            self._notes_seen = replace(seen, opened="")
            self.action_notes()
