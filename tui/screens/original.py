"""The original of an article in the library: lines are put back or taken out at once, each a change to be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from briefings.library import Library
from briefings.relining import lines_of, toggle_line
from briefings.sources.original import OriginalLine
from tui.commands import bindings_of
from tui.correcting import in_words, redo, undo
from tui.errand import Failed, send
from tui.widgets.key_line import KeyLine
from tui.widgets.original_pane import OriginalPane
from tui.widgets.plain import Plain


class OriginalScreen(Screen[None]):
    """One article's original."""

    CSS_PATH = "original.tcss"
    BINDINGS = bindings_of("original")
    SCOPES: ClassVar[tuple[str, ...]] = ("line", "original", "app")

    @dataclass
    class Changed(Message):
        """A change is on the disk. said: what it was. lines: as they are now."""

        said: str
        lines: tuple[OriginalLine, ...]

    def __init__(self, library: Library, id: str, name: str, lines: Sequence[OriginalLine]) -> None:
        """library: where the article is. id: its. name: what the title line calls it. lines: of its original."""
        super().__init__()
        self._library = library
        self._article = id
        self._named = name
        self._lines = tuple(lines)
        self._waiting: list[Callable[[], str]] = []

    def compose(self) -> ComposeResult:
        """Title, lines, keys."""
        yield Plain(f"  Original · {self._named}", id="title")
        yield OriginalPane(id="lines")
        yield KeyLine("line", "original", "app")

    def on_mount(self) -> None:
        """Show the lines."""
        self.query_one(OriginalPane).show_lines(self._lines)
        self.query_one(OriginalPane).focus()

    def on_original_pane_line_toggled(self, event: OriginalPane.LineToggled) -> None:
        """Put the line back or take it out."""
        self._toggle(event.line)

    def action_toggle_line(self) -> None:
        """Put the line at the cursor back or take it out."""
        if line := self.query_one(OriginalPane).line:
            self._toggle(line)

    def _toggle(self, line: OriginalLine) -> None:
        library, id = self._library, self._article
        self._change(lambda: in_words(toggle_line(library, id, line.span)))

    def action_undo(self) -> None:
        """Take the last change of the article back."""
        self._change(lambda: undo(self._library, self._article))

    def action_redo(self) -> None:
        """Do the change again that was taken back last."""
        self._change(lambda: redo(self._library, self._article))

    def action_leave(self) -> None:
        """Back to the article."""
        self.dismiss()

    def _change(self, change: Callable[[], str]) -> None:
        """Make a change when those before it are made: each is made from what the last one left."""
        self._waiting.append(change)
        if len(self._waiting) == 1:
            self._make_next()

    def _make_next(self) -> None:
        library, id, change = self._library, self._article, self._waiting[0]
        send(self, lambda: self.Changed(change(), tuple(lines_of(library, id))), "change", keep=True)

    def on_original_screen_changed(self, event: Changed) -> None:
        """Show what is kept now, and say what was done."""
        self.query_one(OriginalPane).mark_lines(event.lines)
        self.notify(event.said)
        self._made()

    def on_failed(self, event: Failed) -> None:
        """Go on with the changes that wait; the app says what went wrong."""
        self._made()

    def _made(self) -> None:
        del self._waiting[:1]
        if self._waiting:
            self._make_next()
