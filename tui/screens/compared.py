"""What a screen on a comparison does to have it: compares in a worker, says how far it is, stops when asked.

Not here: what is shown of it (`comparison.py`), or how it is computed (`briefings.framing`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Event

from textual.message import Message
from textual.screen import Screen

from briefings.article import Article
from briefings.errors import Stopped
from briefings.framing.comparison import Comparison
from briefings.library import Library
from briefings.notes.note import Note
from tui.comparing import compared, kept, points_first
from tui.errand import send

BEGUN = "comparing …"
STOPPED = "stopped: r compares again"
TEXTS_CHANGED = "An article was changed meanwhile: go back to the reader, and compare again."


class ComparedScreen(Screen[None]):
    """A screen with some articles, and what was found of them so far.

    found: the last that was found, None for nothing yet. progress: how far it is; empty when nothing is under way.
    """

    @dataclass
    class Progressed(Message):
        """Comparing goes on. said: how far it is."""

        said: str

    @dataclass
    class Found(Message):
        """What was found so far. comparison: it. notes: article id -> its notes. whole: whether that is all of it."""

        comparison: Comparison
        notes: dict[str, tuple[Note, ...]]
        whole: bool = True

    @dataclass
    class WasStopped(Message):
        """The reader stopped comparing."""

    @dataclass
    class TextsChanged(Message):
        """Articles are others than those that were compared."""

    def __init__(self, library: Library, articles: Sequence[Article]) -> None:
        """library: where the notes are. articles: two or more."""
        super().__init__()
        self.library = library
        self.articles = tuple(articles)
        self.found: ComparedScreen.Found | None = None
        self.progress = ""
        self._wire = True
        self._stop = Event()
        self._was_left = False

    def on_unmount(self) -> None:
        """Compare no longer what nobody looks at."""
        self._stop.set()

    def on_screen_suspend(self) -> None:
        """Compare no longer where the screen was left; a dialog over it is not leaving."""
        if self not in self.app.screen_stack and self.progress not in ("", STOPPED):
            self._was_left = True
            self._stop.set()

    def on_came_back(self) -> None:
        """Show the notes as they are now; say so where the articles are others by now. Go on with what was left."""
        if self._was_left:
            self._was_left = False
            self.compare(wire=self._wire)
            return
        found, articles, library = self.found, self.articles, self.library

        def job() -> Message | None:
            if any(library.article(article.id) != article for article in articles):
                return self.TextsChanged()
            notes = _notes_on(articles, library)
            return self.Found(found.comparison, notes) if found and found.whole and found.notes != notes else None

        send(self, job, "again")

    def on_compared_screen_texts_changed(self) -> None:
        """Say so: what is shown is no longer what is stored."""
        self.notify(TEXTS_CHANGED, severity="warning", markup=False)

    def compare(self, *, wire: bool) -> None:
        """Compare, with agency copy or without it; what is under way is stopped. The points are shown first."""
        self._stop.set()
        self._wire, self._stop, self.progress = wire, Event(), BEGUN
        stop, articles, library = self._stop, self.articles, self.library
        is_first = self.found is None and kept(articles, wire) is None
        self.show_progress()

        def progress(done: int, total: int, what: str) -> None:
            if not stop.is_set() and done < total:
                self.post_message(self.Progressed(f"comparing {done}/{total}: {what} …"))

        def job() -> Message | None:
            notes = _notes_on(articles, library)
            if is_first and (early := points_first(articles, wire)) and not stop.is_set():
                self.post_message(self.Found(early, notes, whole=False))
            try:
                return self.Found(compared(articles, wire, progress, stop.is_set), notes)
            except Stopped:
                return self.WasStopped()

        send(self, job, "compare")

    def on_compared_screen_progressed(self, event: Progressed) -> None:
        """Say how far it is, as long as it goes on."""
        if self.progress not in ("", STOPPED):
            self.progress = event.said
            self.show_progress()

    def on_compared_screen_found(self, event: Found) -> None:
        """Show what was found."""
        if self.progress == STOPPED and not event.whole:
            return
        self.found = event
        self.progress = "" if event.whole else self.progress
        self.show_found()

    def on_compared_screen_was_stopped(self) -> None:
        """Say that it was stopped; what was shown before stays."""
        self.progress = STOPPED
        self.show_progress()

    def action_stop(self) -> None:
        """Stop comparing."""
        self._stop.set()

    def action_again(self) -> None:
        """Compare again after it was stopped."""
        if self.progress == STOPPED:
            self.compare(wire=self._wire)

    def show_progress(self) -> None:
        """Show how far it is; for screens to say where."""

    def show_found(self) -> None:
        """Show what was found; for screens to say how."""


def _notes_on(articles: Sequence[Article], library: Library) -> dict[str, tuple[Note, ...]]:
    return {article.id: tuple(library.notes(article.id)) for article in articles}
