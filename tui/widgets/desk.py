"""The desk: the text being read, its notes, and the way back. It owns what is open and tells its panes."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import dataclass

from textual.message import Message

from briefings.article import Span
from briefings.library import Library
from briefings.notes.codebook import Codebook
from briefings.notes.note import Note, Target
from tui.errand import send
from tui.history import History, Place
from tui.messages import OpenArticle
from tui.moved import moved
from tui.noting import first_notes, kept_span, known_codebook, noted, target_of
from tui.placed_notes import marked
from tui.reading import Link, Reading, cited_span, read_article, read_meeting
from tui.widgets.desk_tables import DeskTables
from tui.widgets.text_pane import TextPane


class Desk(DeskTables):
    """One text, article or briefing, and the notes on it."""

    @dataclass
    class TextRead(Message):
        """A text is ready to be shown.

        reading: it. notes: on it. cursor: where to be, as it was kept; None for where the reading says. left: what it
        takes the place of, to come back to. book: the codes; None for those that are known.
        """

        reading: Reading
        notes: tuple[Note, ...] = ()
        cursor: int | None = None
        left: Place | None = None
        book: Codebook | None = None

    @dataclass
    class TextChanged(Message):
        """The open article is another than it was. reading: as it is now. notes: on it."""

        reading: Reading
        notes: tuple[Note, ...]

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(library, id=id)
        self.add_class("-no-notes", update=False)  # before it is mounted, when that is for nothing
        self.history = History()
        self._kept: Place | None = None

    def on_mount(self) -> None:
        """Show that nothing is open yet."""
        self._show_notes()

    def on_unmount(self) -> None:
        """Remember where the reader was when the app was left."""
        place = self._place
        if place.key and place != self._kept:
            with suppress(sqlite3.Error):  # leaving is not held up by a place that cannot be kept
                self._library.keep_position(place.key, place.offset)

    # Opening

    @property
    def _place(self) -> Place:
        """Where the reader is."""
        reading = self.reading
        lit = tuple(kept_span(reading, span) for layer in reading.layers if layer.name == "hit" for span in layer.spans)
        return Place(reading.key, reading.kept_offset(self.text.cursor_span.start), lit)

    def open(self, key: str, lit: tuple[Span, ...] = (), cursor: int | None = None) -> None:
        """Open `article:ID` or `briefing:STEM`; what was open can be come back to."""
        same = key == self.reading.key and not lit and cursor is None
        self._read(key, lit, cursor, self._place if self.reading.key and not same else None)

    def back(self) -> Place | None:
        """Open what was open before, where it was left; None where there was nothing."""
        return self._return(self.history.back(self._place))

    def forward(self) -> Place | None:
        """Open again what was open before the way back was taken; None where there was nothing."""
        return self._return(self.history.forward(self._place))

    def cover(self, over: str) -> None:
        """Remember that the screen called `over` comes over the open text."""
        self.history.covered(self._place, over)

    def _return(self, place: Place | None) -> Place | None:
        if place:
            self._read(place.key, place.lit, place.offset)
        return place

    def _read(self, key: str, lit: tuple[Span, ...], cursor: int | None, left: Place | None = None) -> None:
        self.keep_position()
        library, (kind, _, name) = self._library, key.partition(":")

        def article() -> Message:
            notes = first_notes(library, Target("article", name))
            book = known_codebook(library) if notes else None
            return self.TextRead(read_article(library, name, lit), notes, cursor, left, book)

        def briefing() -> Message:
            notes = first_notes(library, Target("briefing", name))
            book = known_codebook(library) if notes else None
            return self.TextRead(read_meeting(library, name, lit=lit), notes, cursor, left, book)

        send(self, article if kind == "article" else briefing, "text")

    def keep_position(self) -> None:
        """Remember where the reader is in the open text."""
        place, library = self._place, self._library
        if place.key and place != self._kept:
            self._kept = place
            send(self, lambda: library.keep_position(place.key, place.offset), "position", keep=True)

    def on_desk_text_read(self, event: TextRead) -> None:
        """Show a text and its notes; a briefing's tables follow when they are computed."""
        event.stop()
        if event.reading.key:
            self.history.opened(event.reading.key, event.left)
        self._notes, self._book = event.notes, self._book if event.book is None else event.book
        self._show(event.reading, event.reading.cursor if event.cursor is None else event.cursor)
        self._show_notes()
        self.draw_tables()

    def on_desk_text_changed(self, event: TextChanged) -> None:
        """Show the text as it is now, if it is still open; the cursor stays on its words."""
        event.stop()
        if event.reading.key == self.reading.key:
            was = self.reading
            self._notes = event.notes
            self.show_changed(event.reading, moved(was.text, was.sentences, event.reading.text))
            self._show_notes()
            self.draw_tables()

    def _show(self, reading: Reading, cursor: int) -> None:
        self.reading = reading = noted(reading, self._notes, self._book)
        self.text.show(
            reading.text,
            sentences=reading.sentences,
            layers=reading.layers,
            heading=reading.heading,
            paragraphs_numbered=reading.article is not None,
            cursor=cursor,
        )
        self.post_message(self.Shown(reading.key))

    # Following citations and hits

    def on_text_pane_activated(self, event: TextPane.Activated) -> None:
        """Open the citation at the place, or the next one in the sentence; else the note."""
        event.stop()
        at = [link for link in self.reading.links if link.span.start <= event.offset < link.span.end]
        near = [link for link in self.reading.links if link.span.overlaps(self.text.cursor_span) and not event.exact]
        if link := next(iter(at or near), None):
            self._follow(link)
        else:
            self.open_note(Span(event.offset, event.offset + 1) if event.exact else self.text.cursor_span)

    def _follow(self, link: Link) -> None:
        library = self._library
        send(self, lambda: OpenArticle(link.article, (cited_span(library, link),)), "follow")

    def go_to_mark(self, *, back: bool = False) -> bool:
        """Go to the next hit or citation, or the previous one; whether there was one."""
        span = self.text.next_in("hit", back=back) or self.text.next_in("citation", back=back)
        if span:
            self.text.go_to_span(span)
        return span is not None

    # Following changes

    def look_again(self) -> None:
        """Read the open text and its notes again: another window or screen may have changed them."""
        library, was = self._library, self.reading
        article, target = was.article, target_of(was)
        if target is None:
            return

        def job() -> Message:
            now = read_article(library, article.id) if article else read_meeting(library, was.name)
            notes = tuple(library.notes_on(target))
            if (now.article, now.heading, now.source) == (article, was.heading, was.source):
                book = known_codebook(library)
                return self.NotesRead(was.key, notes, book, marked=marked(was, notes, book))
            from tui.comparing import live_block

            return self.TextChanged(now if article else read_meeting(library, was.name, live_block), notes)

        send(self, job, "notes")
