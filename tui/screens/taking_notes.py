"""Notes of somebody else: which file, what it would bring, what is in conflict; written only when the reader says so.

Not here: reading and writing (`tui/exchanging.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from briefings.library import Library
from briefings.notes.codebook import EMPTY, Codebook
from tui.arrivals import arrival_rows
from tui.commands import bindings_of
from tui.errand import Failed, is_under_way, send
from tui.exchanging import Arrival, Stopped, read_arrival, take_in
from tui.noting import known_codebook
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain, PlainInput

WHAT_TO_DO = "Type the path of a file of notes and press enter; nothing is written before you have seen it."
STOPPED = "Stopped; nothing was written."
BEING_WRITTEN = "The notes are being written: all of them or none. Wait a moment."


class TakingNotesScreen(Screen[str]):
    """A file of notes on its way into the library; answers with what was done, empty for nothing."""

    CSS_PATH = "taking_notes.tcss"
    BINDINGS = bindings_of("taking")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "taking", "app")

    @dataclass
    class Told(Message):
        """How far the work is. words: what is being done."""

        words: str

    @dataclass
    class Read(Message):
        """The file was read. arrival: what it would bring; None where it was stopped. book: the codes here."""

        arrival: Arrival | None
        book: Codebook = EMPTY

    @dataclass
    class Taken(Message):
        """The notes are in the library. said: what was done."""

        said: str

    def __init__(self, library: Library) -> None:
        """library: where the notes go."""
        super().__init__()
        self._library = library
        self._arrival: Arrival | None = None
        self._stop = Event()

    def compose(self) -> ComposeResult:
        """The path, how far it is, what it would bring."""
        yield Plain("Notes of somebody else", id="title")
        yield PlainInput(placeholder="path of a file: .jsonl, .jsonld, .qdpx, .csv, .md", id="path")
        yield Plain(WHAT_TO_DO, id="state")
        yield LinesList(id="arrival")
        yield KeyLine("taking")

    def on_mount(self) -> None:
        """Begin at the path."""
        self.query_one("#path").focus()

    def on_descendant_focus(self) -> None:
        """Name the keys of what has the focus."""
        is_list = self.query_one("#arrival").has_focus
        self.query_one(KeyLine).show("taking", *(("app",) if is_list else ()))

    def _say(self, words: str) -> None:
        self.query_one("#state", Plain).show(words)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read the file."""
        if words := event.value.strip():
            self._read(Path(words), with_texts=False)

    def _read(self, path: Path, *, with_texts: bool) -> None:
        library, tell = self._library, self._telling()

        def job() -> Message:
            try:
                return self.Read(read_arrival(library, path, tell, with_texts=with_texts), known_codebook(library))
            except Stopped:
                return self.Read(None)

        self._arrival = None
        send(self, job, "notes")

    def _telling(self) -> Callable[[str], None]:
        """What the work tells how far it is; each has its own way of being stopped."""
        self._stop.set()  # what was read before is not waited for
        self._stop = stop = Event()

        def tell(words: str) -> None:
            if stop.is_set():
                raise Stopped
            self.post_message(self.Told(words))

        return tell

    def on_taking_notes_screen_told(self, event: Told) -> None:
        """Say how far it is."""
        if is_under_way(self, "notes"):
            self._say(f"{event.words} … esc stops")

    def on_taking_notes_screen_read(self, event: Read) -> None:
        """List what the file would bring."""
        self._arrival = event.arrival
        arrival_list = self.query_one(LinesList)
        if event.arrival is None:
            self._say(STOPPED)
            arrival_list.show(())
            return
        self._say(event.arrival.said)
        arrival_list.show(arrival_rows(event.arrival, event.book), keep_cursor=False)
        arrival_list.focus()

    def on_failed(self, event: Failed) -> None:
        """Back to the path; the app says why."""
        self._say(WHAT_TO_DO)
        self.query_one("#path").focus()

    def action_texts(self) -> None:
        """Take the texts in, too, that the file brings along, or not."""
        if self._arrival is not None and self._arrival.brought:
            self._read(self._arrival.path, with_texts=not self._arrival.with_texts)

    def action_write(self) -> None:
        """Write what is new."""
        arrival, library = self._arrival, self._library
        if arrival is None or is_under_way(self, "write"):
            return
        self._say(f"writing {len(arrival.add):,} notes …")
        send(self, lambda: self.Taken(take_in(library, arrival)), "write", keep=True)

    def on_taking_notes_screen_taken(self, event: Taken) -> None:
        """Answer with what was done."""
        self.dismiss(event.said)

    def action_leave(self) -> None:
        """Stop reading; else leave without writing."""
        if is_under_way(self, "write"):
            self.notify(BEING_WRITTEN, severity="warning", markup=False)
        elif is_under_way(self, "notes") and not self._stop.is_set():
            self._stop.set()
        else:
            self.dismiss("")
