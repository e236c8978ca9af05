"""What a reader does to articles from the reader's screen: import them, correct their fields and their lines.

`ReaderScreen` is one of these. Each dialog answers here; here it is sent to the library. Not here: reading. What only
a correction needs is imported when one is made: every start loads this module.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.screen import Screen

from briefings.errors import RashomonError
from briefings.library import Library
from briefings.notes.note import Target
from tui.errand import Failed, send
from tui.noting import target_of
from tui.widgets.desk import Desk

if TYPE_CHECKING:
    from briefings.sources.original import OriginalLine
    from tui.fields import KnownField

OPEN_ONE_FIRST = "Open an article first."


class CorrectingScreen(Screen[None]):
    """A screen with a desk, whose open article can be corrected."""

    library: Library

    @dataclass
    class FieldsRead(Message):
        """The fields of an article were read. id: whose. name: what the dialog calls it. fields: them."""

        id: str
        name: str
        fields: tuple[KnownField, ...]

    @dataclass
    class LinesRead(Message):
        """The lines of an original were read. id: whose. name: what the screen calls it. lines: them."""

        id: str
        name: str
        lines: tuple[OriginalLine, ...]

    @dataclass
    class Corrected(Message):
        """A change of an article is on the disk. said: what it was."""

        said: str

    @property
    def desk(self) -> Desk:
        """The text being read."""
        raise NotImplementedError

    def look_again(self) -> None:
        """Show what was changed just now."""
        raise NotImplementedError

    def _with_article(self, job: Callable[[str, str], Message], *, keep: bool = False) -> None:
        """Send a job that is given the open article's id and what it is called."""
        article = self.desk.reading.article
        if article is None:
            self.notify(OPEN_ONE_FIRST, severity="warning")
        else:
            name = f"{article.outlet} · {article.title or article.id}"
            send(self, lambda: job(article.id, name), "change" if keep else "asked", keep=keep)

    # Importing

    def action_import(self) -> None:
        """Import articles; show the first of those that came in."""
        from tui.screens.importing import ImportScreen

        self.app.push_screen(ImportScreen(self.library), self._imported)

    def _imported(self, ids: tuple[str, ...] | None) -> None:
        if ids:
            from tui.sample import is_sample

            beside = " to the sample: `rashomon add FILE` makes a library of yours"
            self.notify(f"{len(ids)} added{beside if is_sample(self.library) else ''}.")
            self.desk.open(f"article:{ids[0]}")
            self.desk.text.focus()
            self.look_again()

    # Fields

    def action_edit(self) -> None:
        """Correct the fields of the open article; a briefing in the reader's editor; in the notes pane, the note."""
        if self.desk.is_at_notes:
            self.desk.edit_note()
        elif self.desk.reading.key.startswith("briefing:"):
            self._edit_briefing()
        else:
            from tui.correcting import fields_of

            library = self.library
            self._with_article(lambda id, name: self.FieldsRead(id, name, fields_of(library, id)))

    def _edit_briefing(self) -> None:
        """Open the briefing's file in the reader's editor, then read it again."""
        from tui.suspended import edit_outside

        try:
            edit_outside(self.app, self.library.folder / "briefings" / f"{self.desk.reading.name}.md")
        except RashomonError as error:
            self.app.post_message(Failed(error))
        self.look_again()

    def on_correcting_screen_fields_read(self, event: FieldsRead) -> None:
        """Ask for other values, unless the reader has gone elsewhere meanwhile."""
        if not self.is_current:
            return
        from tui.correcting import in_words
        from tui.screens.edit import EditScreen

        library = self.library

        def answered(values: dict[str, str | None] | None) -> None:
            if values:
                send(self, lambda: self.Corrected(in_words(library.edit(event.id, values))), "change", keep=True)

        self.app.push_screen(EditScreen(event.name, event.fields), answered)

    # Lines

    def action_original(self) -> None:
        """Show the original of the open article."""

        def job(id: str, name: str) -> Message:
            from briefings.relining import lines_of

            return self.LinesRead(id, name, tuple(lines_of(self.library, id)))

        self._with_article(job)

    def on_correcting_screen_lines_read(self, event: LinesRead) -> None:
        """Open the original, unless the reader has gone elsewhere meanwhile; then show what was changed there."""
        if not self.is_current:
            return
        from tui.screens.original import OriginalScreen

        screen = OriginalScreen(self.library, event.id, event.name, event.lines)
        self.app.push_screen(screen, lambda _: self.look_again())

    # Taking back

    def action_undo(self) -> None:
        """Take the last change of the open text back: of the article, or of notes on it."""
        from tui.correcting import undo_last

        self._step(undo_last)

    def action_redo(self) -> None:
        """Do the change again that was taken back last."""
        from tui.correcting import redo_last

        self._step(redo_last)

    def _step(self, step: Callable[[Library, Target], str]) -> None:
        library, target = self.library, target_of(self.desk.reading)
        if target is None:
            self.notify(OPEN_ONE_FIRST, severity="warning")
        else:
            send(self, lambda: self.Corrected(step(library, target)), "change", keep=True)

    def on_correcting_screen_corrected(self, event: Corrected) -> None:
        """Say what was done, and show it."""
        self.notify(event.said)
        self.look_again()
