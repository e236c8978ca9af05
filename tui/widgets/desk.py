"""The desk: the text being read, its notes, and the way back. It owns what is open and tells its panes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import Note
from tui.comparing import live_block
from tui.errand import send
from tui.messages import OpenArticle
from tui.noting import keep, note_rows
from tui.reading import NOTHING, Link, Reading, cited_span, moved_place, notes_layer, read_article, read_meeting
from tui.screens.note import Draft, NoteScreen
from tui.widgets.lines_list import LinesList
from tui.widgets.text_pane import TextPane

WHERE_NOTES_GO = "Notes are made on the words of an article: open one first."


class Place(NamedTuple):
    """A place in a text. key: the text's. offset: as `Reading.kept_offset` gives it."""

    key: str
    offset: int


class Desk(Container):
    """One text, article or briefing, and the notes on it."""

    @dataclass
    class TextRead(Message):
        """A text is ready to be shown.

        reading: it. notes: on it. cursor: where to be, as it was kept; None for where the reading says. left: what it
        takes the place of, to come back to.
        """

        reading: Reading
        notes: tuple[Note, ...] = ()
        cursor: int | None = None
        left: Place | None = None

    @dataclass
    class TextChanged(Message):
        """The open article is another than it was. reading: as it is now. notes: on it."""

        reading: Reading
        notes: tuple[Note, ...]

    @dataclass
    class TablesRead(Message):
        """A briefing with its live blocks drawn. reading: it."""

        reading: Reading

    @dataclass
    class NotesRead(Message):
        """The notes of an article as they are on the disk. said: what to tell the reader, or nothing."""

        article: str
        notes: tuple[Note, ...]
        said: str = ""

    def __init__(self, library: Library, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._notes: tuple[Note, ...] = ()
        self._history: list[Place] = []
        self._kept: Place | None = None
        self.text = TextPane(id="text")
        self._list = LinesList(id="notes")
        self.reading = NOTHING

    def compose(self) -> ComposeResult:
        """The text and the notes."""
        yield self.text
        yield self._list

    def on_mount(self) -> None:
        """Show that nothing is open yet."""
        self._show_notes()

    def on_unmount(self) -> None:
        """Remember where the reader was when the app was left."""
        place = self._place
        if place.key and place != self._kept:
            with suppress(sqlite3.Error):  # leaving is not held up by a place that cannot be kept
                self._library.keep_position(*place)

    # Opening

    @property
    def _place(self) -> Place:
        """Where the reader is."""
        return Place(self.reading.key, self.reading.kept_offset(self.text.cursor_span.start))

    def open(self, key: str, lit: tuple[Span, ...] = (), cursor: int | None = None) -> None:
        """Open `article:ID` or `briefing:STEM`; what was open can be come back to."""
        same = key == self.reading.key and not lit and cursor is None
        self._read(key, lit, cursor, self._place if self.reading.key and not same else None)

    def back(self) -> None:
        """Open what was open before, where it was left."""
        if self._history:
            key, cursor = self._history.pop()
            self._read(key, (), cursor)

    def _read(self, key: str, lit: tuple[Span, ...], cursor: int | None, left: Place | None = None) -> None:
        self.keep_position()
        library, (kind, _, name) = self._library, key.partition(":")

        def article() -> Message:
            return self.TextRead(read_article(library, name, lit), tuple(library.notes(name)), cursor, left)

        def briefing() -> Message:
            return self.TextRead(read_meeting(library, name, lit=lit), (), cursor, left)

        send(self, article if kind == "article" else briefing, "text")

    def keep_position(self) -> None:
        """Remember where the reader is in the open text."""
        place, library = self._place, self._library
        if place.key and place != self._kept:
            self._kept = place
            send(self, lambda: library.keep_position(*place), "position", keep=True)

    def on_desk_text_read(self, event: TextRead) -> None:
        """Show a text and its notes; a briefing's tables follow when they are computed."""
        event.stop()
        self._history += [event.left] if event.left else []
        self._show(event.reading, event.reading.cursor if event.cursor is None else event.cursor)
        self._notes = event.notes
        self._show_notes()
        if event.reading.awaits_tables:
            library, name = self._library, event.reading.name
            lit = tuple(span for layer in event.reading.layers if layer.name == "hit" for span in layer.spans)
            send(self, lambda: self.TablesRead(read_meeting(library, name, live_block, lit)), "tables")

    def on_desk_text_changed(self, event: TextChanged) -> None:
        """Show the text as it is now, if it is still open; the cursor stays on its words."""
        event.stop()
        if event.reading.key == self.reading.key:
            cursor = moved_place(self.reading.text, self.text.cursor_span, event.reading.text)
            self.on_desk_text_read(self.TextRead(event.reading, event.notes, cursor))

    def on_desk_tables_read(self, event: TablesRead) -> None:
        """Put the tables in, if the briefing is still open; the cursor stays on its words."""
        event.stop()
        place = self._place
        if event.reading.key == place.key:
            self._show(event.reading, event.reading.shown_offset(place.offset))

    def _show(self, reading: Reading, cursor: int) -> None:
        self.reading = reading
        self.text.show(
            reading.text,
            sentences=reading.sentences,
            layers=reading.layers,
            heading=reading.heading,
            paragraphs_numbered=reading.article is not None,
            cursor=cursor,
        )

    # Following citations and hits

    def on_text_pane_activated(self, event: TextPane.Activated) -> None:
        """Open the citation at the place, or the next one in the sentence."""
        event.stop()
        at = [link for link in self.reading.links if link.span.start <= event.offset < link.span.end]
        near = [link for link in self.reading.links if link.span.overlaps(self.text.cursor_span) and not event.exact]
        if link := next(iter(at or near), None):
            self._follow(link)

    def _follow(self, link: Link) -> None:
        library = self._library
        send(self, lambda: OpenArticle(link.article, (cited_span(library, link),)), "follow")

    def go_to_mark(self, *, back: bool = False) -> bool:
        """Go to the next hit or citation, or the previous one; whether there was one."""
        span = self.text.next_in("hit", back=back) or self.text.next_in("citation", back=back)
        if span:
            self.text.go_to_span(span)
        return span is not None

    # Notes

    def note(self) -> None:
        """Ask for a note on the selection, else on the sentence at the cursor."""
        article, span = self.reading.article, self.text.selection or self.text.cursor_span
        if article is None or span.start == span.end:
            self.notify(WHERE_NOTES_GO, severity="warning", markup=False)
            return
        library = self._library

        def kept(draft: Draft | None) -> None:
            if draft is not None:
                self.text.action_leave_selection()
                self._change_notes(lambda: keep(library, article, span, draft), "Note saved.")

        place = f"{article.outlet} ¶{article.paragraph_number(span.start)}"
        self.app.push_screen(NoteScreen(span.of(article.text), place), kept)

    def edit_note(self) -> None:
        """Ask for another comment and other codes of the note at the cursor of the notes pane."""
        article, note, library = self.reading.article, self._note_at_cursor(), self._library
        if article is None or note is None:
            return

        def kept(draft: Draft | None) -> None:
            if draft is not None:
                self._change_notes(lambda: keep(library, article, Span(0, 0), draft, note), "Note saved.")

        self.app.push_screen(NoteScreen(note.selector.exact, article.outlet, Draft(note.comment, note.codes)), kept)

    def delete_note(self) -> None:
        """Take out the note at the cursor of the notes pane; its history is kept."""
        note, library = self._note_at_cursor(), self._library
        if note is not None:
            self._change_notes(lambda: library.delete_note(note.id), "Note taken out; its history is kept.")

    def look_again(self) -> None:
        """Read the open article again: another window or screen may have changed it or its notes."""
        library, was = self._library, self.reading
        article = was.article
        if article is None:
            return

        def job() -> Message:
            now, notes = read_article(library, article.id), tuple(library.notes(article.id))
            if (now.article, now.heading) == (article, was.heading):
                return self.NotesRead(article.id, notes)
            return self.TextChanged(now, notes)

        send(self, job, "notes")

    @property
    def is_at_notes(self) -> bool:
        """Whether the reader is in the notes pane."""
        return self._list.has_focus

    def _note_at_cursor(self) -> Note | None:
        return next((note for note in self._notes if note.id == self._list.cursor_key), None)

    def _change_notes(self, change: Callable[[], None], said: str) -> None:
        article, library = self.reading.article, self._library
        if article is None:
            return

        def job() -> Message:
            change()
            return self.NotesRead(article.id, tuple(library.notes(article.id)), said)

        send(self, job, "change", keep=True)

    def on_desk_notes_read(self, event: NotesRead) -> None:
        """Show the notes, in their pane and on the text."""
        event.stop()
        if event.said:
            self.notify(event.said, markup=False)
        article = self.reading.article
        if article and article.id == event.article and event.notes != self._notes:
            self._notes = event.notes
            layers = tuple(layer for layer in self.reading.layers if layer.name != "note")
            self.reading = replace(self.reading, layers=(*layers, notes_layer(event.notes)))
            self.text.set_layers(self.reading.layers)
            self._show_notes()

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Go to the words of a note."""
        event.stop()
        note = self._note_at_cursor()
        if note and note.span:
            self.text.go_to_span(note.span)

    def _show_notes(self) -> None:
        self._list.show(note_rows(self.reading.article, self._notes))
        self._list.border_title = f"Notes · {len(self._notes)}"
        self.set_class(not self._notes, "-no-notes")
