"""The live tables of the briefing on the desk: computed in a worker, which says how far it is and can be stopped.

`Desk` is one of these. Not here: what the tables say (`briefings/tables.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Event

from textual.message import Message

from briefings.errors import Stopped
from briefings.library import Library
from tui.errand import send
from tui.noting import noted
from tui.reading import Reading, read_meeting
from tui.widgets.desk_notes import DeskNotes

BEGUN = "tables: comparing …"
STOPPED = "tables: stopped"


class DeskTables(DeskNotes):
    """A text, the notes on it, and the tables in it."""

    @dataclass
    class Shown(Message):
        """A text came on screen, or the open one changed. key: whose."""

        key: str

    @dataclass
    class TablesRead(Message):
        """A briefing with its live blocks drawn. reading: it."""

        reading: Reading

    @dataclass
    class TablesAwaited(Message):
        """Comparing for the tables goes on, or was stopped. key: the briefing's. said: how far it is."""

        key: str
        said: str

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(library, id=id)
        self._stop = Event()

    def on_unmount(self) -> None:
        """Compare no longer what nobody reads."""
        self._stop.set()

    @property
    def awaits_tables(self) -> bool:
        """Whether tables are being computed."""
        return self.reading.awaits_tables and not self._stop.is_set()

    def stop_tables(self) -> None:
        """Leave the tables undrawn."""
        self._stop.set()

    def draw_tables(self) -> None:
        """Compute the tables of the open text, where it has any; those of another text are stopped."""
        self._stop.set()
        reading = self.reading
        self.text.border_subtitle = BEGUN if reading.awaits_tables else ""
        if not reading.awaits_tables:
            return
        self._stop = stop = Event()
        library, key, name = self._library, reading.key, reading.name
        lit = tuple(span for layer in reading.layers if layer.name == "hit" for span in layer.spans)

        def progress(done: int, total: int, what: str) -> None:
            if not stop.is_set():
                self.post_message(self.TablesAwaited(key, f"tables: comparing {done}/{total}: {what} … (esc stops)"))

        def job() -> Message:
            from tui.comparing import live_block

            live = partial(live_block, progress=progress, stop=stop.is_set)
            try:
                return self.TablesRead(read_meeting(library, name, live, lit))
            except Stopped:
                return self.TablesAwaited(key, STOPPED)

        send(self, job, "tables")

    def on_desk_tables_tables_awaited(self, event: TablesAwaited) -> None:
        """Say how far it is, as long as it goes on."""
        event.stop()
        if event.key == self.reading.key and self.reading.awaits_tables:
            self.text.border_subtitle = event.said

    def on_desk_tables_tables_read(self, event: TablesRead) -> None:
        """Put the tables in, if the briefing is still open; everything stays where it is on screen."""
        event.stop()
        if event.reading.key == self.reading.key and self.reading.awaits_tables:
            self.text.border_subtitle = ""
            was = self.reading
            self.show_changed(event.reading, lambda offset: event.reading.shown_offset(was.kept_offset(offset)))

    def show_changed(self, reading: Reading, moved: Callable[[int], int]) -> None:
        """Show the open text as it is now. moved: where what stood at an offset stands now."""
        self.reading = reading = noted(reading, self._notes, self._book)
        self.text.change(
            reading.text,
            moved,
            sentences=reading.sentences,
            layers=reading.layers,
            heading=reading.heading,
            paragraphs_numbered=reading.article is not None,
        )
        self.post_message(self.Shown(reading.key))
