"""All notes of the library: counted by code and outlet, by briefing, by author; filtered, searched, opened in place.

It asks and shows. Not here: what is asked (`tui/note_lists.py`), the texts themselves (the reader opens them).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Input

from briefings.library import Library
from briefings.notes.note import Note
from tui.commands import bindings_of
from tui.errand import is_under_way, send
from tui.grid import Spot
from tui.messages import OpenArticle, OpenBriefing
from tui.note_lists import NOTHING_COUNTED, PAGE, Asked, Counted, NotePage, View, chosen, counted, page, which
from tui.screens.changing_notes import NOTHING_TO_DO, ChangingNotesScreen, Seen
from tui.tree import Meeting
from tui.widgets.compare_table import CompareTable
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain, PlainInput

WATCH_SECONDS = 1.0
"""How often the library is asked whether another window changed it."""


class NotesScreen(ChangingNotesScreen):
    """Filters, counts, notes; answers with how it was left."""

    CSS_PATH = "notes.tcss"
    BINDINGS = bindings_of("notes")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "table", "notes", "app")

    @dataclass
    class Counts(Message):
        """Notes were counted. asked: what for. counted: them."""

        asked: Asked
        counted: Counted

    @dataclass
    class Listed(Message):
        """Notes were read. asked: what for. offset: how many come before. page: them. said: what was changed before."""

        asked: Asked
        offset: int
        page: NotePage
        changes: int
        said: str = ""

    @dataclass
    class Sent(Message):
        """Notes were written to a file. said: how many, where."""

        said: str

    def __init__(self, library: Library, meetings: Sequence[Meeting], seen: Seen | None = None) -> None:
        """library: whose notes. meetings: its briefings. seen: how the screen was left the last time."""
        super().__init__(library)
        self._meetings = tuple(meetings)
        self._came_with = seen or Seen()
        self._asked = self._came_with.asked
        self._counted = NOTHING_COUNTED
        self._page = NotePage(0, 0, (), ())
        self._changes = -1

    def compose(self) -> ComposeResult:
        """What is asked, the counts, the notes, the keys."""
        yield Plain("Notes", id="title")
        yield PlainInput(self._asked.words, placeholder="words of notes, comments, codes", id="words")
        yield CompareTable(id="counts")
        yield LinesList(id="found")
        yield KeyLine("notes", "app")

    def on_mount(self) -> None:
        """Read the first notes, and look for changes from other windows from then on."""
        self._found.focus()
        self._read()
        self.set_interval(WATCH_SECONDS, self._watch)

    @property
    def _found(self) -> LinesList:
        return self.query_one("#found", LinesList)

    @property
    def _table(self) -> CompareTable:
        return self.query_one("#counts", CompareTable)

    # Reading

    def _read(self) -> None:
        """Count and list what is asked for, from its first note on."""
        library, asked, meetings = self.library, self._asked, self._meetings
        send(self, lambda: self.Counts(asked, counted(library, asked, meetings)), "counts")
        send(self, lambda: self._listed(asked, 0, PAGE), "notes")

    def _listed(self, asked: Asked, offset: int, limit: int, said: str = "") -> Listed:
        """Some of the notes asked for; in a worker."""
        changes = self.library.changes
        return self.Listed(asked, offset, page(self.library, asked, self._meetings, offset, limit), changes, said)

    def _watch(self) -> None:
        """Read again what another window changed."""
        library, known, asked, many = self.library, self._changes, self._asked, self._length

        def job() -> Message | None:
            return None if library.changes == known else self._listed(asked, 0, many)

        if known >= 0 and not is_under_way(self, "notes") and not is_under_way(self, "change"):
            send(self, job, "notes")

    @property
    def _length(self) -> int:
        """How many notes to read again."""
        return max(PAGE, len(self._page.notes))

    def on_notes_screen_counts(self, event: Counts) -> None:
        """Show the counts, the cursor where it was."""
        if event.asked == self._asked:
            same = event.counted.table.name == self._counted.table.name
            self._counted = event.counted
            self._table.show([event.counted.table], self._table.spot if same else None)
            self._table.styles.max_height = len(self._table.grid.lines)  # what it does not need, the notes have

    def on_notes_screen_listed(self, event: Listed) -> None:
        """Show the notes, those of a later page behind those that are shown."""
        if event.said:
            self.notify(event.said, markup=False)
        if event.asked != self._asked:
            return
        is_new, was = event.offset == 0, self._page
        if not is_new and event.offset != len(was.notes):
            return
        if is_new and event.changes != self._changes >= 0:
            library, asked, meetings = self.library, self._asked, self._meetings
            send(self, lambda: self.Counts(asked, counted(library, asked, meetings)), "counts")
        self._changes = event.changes
        now = event.page
        self._page = now if is_new else replace(now, notes=(*was.notes, *now.notes), rows=(*was.rows, *now.rows))
        self._found.show(self._page.rows)
        if self._came_with.at:
            self._found.go_to(self._came_with.at)
            self._came_with = Seen()
        filters = f" · {self._asked.said}" if self._asked.said else ""
        shown = f"{now.found:,} of {now.total:,}" if self._asked.said else f"{now.total:,}"
        self.query_one("#title", Plain).show(f"Notes · {shown}{filters}")

    def on_lines_list_highlighted(self, event: LinesList.Highlighted) -> None:
        """Read on where the end of what was read comes near."""
        notes = self._page.notes
        if len(notes) < self._page.found and event.key in {note.id for note in notes[-PAGE // 4 :]}:
            self._read_on()

    def _read_on(self) -> None:
        asked, offset = self._asked, len(self._page.notes)
        if not is_under_way(self, "notes"):
            send(self, lambda: self._listed(asked, offset, PAGE), "notes")

    # Asking

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self._read()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the notes that hold what is typed."""
        self._ask(replace(self._asked, words=event.value))

    def on_input_submitted(self) -> None:
        """To the notes that were found."""
        self._found.focus()

    def on_compare_table_cell_opened(self) -> None:
        """List the notes that a cell counts; chosen again, all of them."""
        spot: Spot | None = self._table.spot
        if spot is not None and self._counted.rows:
            self._ask(chosen(self._asked, self._counted, spot.row, spot.column))

    def action_count(self, view: View) -> None:
        """Count by something else."""
        self._ask(replace(self._asked, view=view))
        self._table.focus()

    def action_lost(self) -> None:
        """Only notes that lost their place, or all."""
        self._ask(replace(self._asked, lost=not self._asked.lost))
        self._found.focus()

    def action_all(self) -> None:
        """Take every filter away."""
        with self.prevent(Input.Changed):
            self.query_one("#words", Input).value = ""
        self._ask(self._asked.all)

    def action_search(self) -> None:
        """Write words to look for."""
        self.query_one("#words").focus()

    # Notes

    @property
    def note_at_cursor(self) -> Note | None:
        """The note at the cursor."""
        return next((note for note in self._page.notes if note.id == self._found.cursor_key), None)

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Open the note where it stands; offer places to one that lost its own."""
        note = self.note_at_cursor
        if note is None:
            return
        if note.span is None:
            self.find_places(note)
            return
        self.dismiss(Seen(self._asked, note.id, str(note.target)))
        lit = (note.span,)
        is_article = note.kind == "article"
        self.app.screen.post_message(OpenArticle(note.article, lit) if is_article else OpenBriefing(note.article, lit))

    def change(self, change: Callable[[], object], said: str = "") -> None:
        """Change notes, then say what was done, or what the change says, and list them again."""
        asked, many = self._asked, self._length

        def job() -> Message:
            done = change()
            return self._listed(asked, 0, many, said or str(done or NOTHING_TO_DO))

        send(self, job, "change", keep=True)

    # To and from other programs

    def action_import(self) -> None:
        """Take notes of somebody else in."""
        from tui.screens.taking_notes import TakingNotesScreen

        def answered(said: str | None) -> None:
            if said:
                self.notify(said, markup=False)
                self._read()

        self.app.push_screen(TakingNotesScreen(self.library), answered)

    def action_export(self) -> None:
        """Write the notes that are listed to a file."""
        from tui.exchanging import send_out  # loads every format
        from tui.screens.sending_notes import SendingNotesScreen

        library, asked, meetings = self.library, self._asked, self._meetings

        def job(path: str) -> Message:
            return self.Sent(send_out(library, which(library, asked, meetings), Path(path)))

        def answered(path: str | None) -> None:
            if path is not None:
                send(self, lambda: job(path), "export", keep=True)

        found = self._page.found
        filters = f" ({asked.said})" if asked.said else ""
        self.app.push_screen(SendingNotesScreen(f"{found:,} {'note' if found == 1 else 'notes'}{filters}"), answered)

    def on_notes_screen_sent(self, event: Sent) -> None:
        """Say what was written."""
        self.notify(event.said, markup=False)

    # Leaving

    def action_disagreements(self) -> None:
        """Where coders disagree."""
        from tui.screens.disagreements import DisagreementsScreen

        self.app.push_screen(DisagreementsScreen(self.library))

    def action_leave(self) -> None:
        """From the search line to the notes; from there back to the reader."""
        if self.query_one("#words").has_focus:
            self._found.focus()
        else:
            self.dismiss(Seen(self._asked, self._found.cursor_key))
