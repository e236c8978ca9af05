"""Importing by hand: what to read, what was recognised in it, and which of it goes into the library.

Nothing is written before it is accepted. It owns the drafts; what is done to one is `tui/drafts.py`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from briefings.errors import RashomonError
from briefings.library import Library
from briefings.sources.original import OriginalLine
from tui.commands import bindings_of
from tui.drafts import Draft, redone, undone, with_fields, with_line_toggled
from tui.errand import Failed, is_under_way, send
from tui.fields import known_fields
from tui.gathering import Source, sources_in, sources_typed
from tui.importing import Failure, Intake, Piece, found_rows, keep_all, state_line, with_found
from tui.screens.edit import EditScreen
from tui.widgets.draft_list import DraftList
from tui.widgets.draft_view import DraftView
from tui.widgets.key_line import KeyLine
from tui.widgets.original_pane import OriginalPane
from tui.widgets.plain import Plain, PlainInput

WHAT_TO_DO = "Type a path or an address and press enter, or paste a page."
NOT_WRITTEN = "What you accepted or changed is not written: ctrl+s writes it, esc again leaves without."
PASTE = "paste"
"""What is typed to be asked for a text."""


class SourceInput(PlainInput):
    """Where a reader says what to import; a text of several lines goes to the screen."""

    def _on_paste(self, event: events.Paste) -> None:
        if len(event.text.strip().splitlines()) > 1:
            event.prevent_default()  # the field would take the first line


class ImportScreen(Screen[tuple[str, ...]]):
    """Sources on their way into the library; answers with the ids of what was put in."""

    CSS_PATH = "importing.tcss"
    BINDINGS = bindings_of("import")
    SCOPES: ClassVar[tuple[str, ...]] = ("draft", "line", "import", "app")
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012 -- as in Screen

    @dataclass
    class PieceRead(Message):
        """A part of the sources was read. intake: of which. piece: what was found."""

        intake: Intake
        piece: Piece

    @dataclass
    class Written(Message):
        """The accepted articles are in the library. ids: of those that were new."""

        ids: tuple[str, ...]

    def __init__(self, library: Library) -> None:
        """library: where accepted articles go."""
        super().__init__()
        self._library = library
        self._found: list[Draft | Failure] = []
        self._intakes: list[Intake] = []
        self._said = WHAT_TO_DO
        self._shown = -1
        self._warned = False

    def compose(self) -> ComposeResult:
        """What to read, what was found, and the one at the cursor."""
        yield SourceInput(placeholder="path, folder, address, or the word paste", id="source")
        yield Plain(WHAT_TO_DO, id="state")
        with Container(id="tray"):
            yield DraftList(id="found")
            yield DraftView(id="one")
        yield KeyLine("import")

    def on_mount(self) -> None:
        """Begin at the field."""
        self.query_one("#source").focus()

    def on_descendant_focus(self) -> None:
        """Name the keys of the pane."""
        scopes = {"found": ("draft",), "original": ("line",)}.get(self.focused.id or "" if self.focused else "", ())
        self.query_one(KeyLine).show(*scopes, "import", *(("app",) if scopes else ()))

    @property
    def _at(self) -> int:
        """The number of what is at the cursor; -1 for nothing."""
        return int(self.query_one(DraftList).cursor_key or -1)

    @property
    def _draft(self) -> Draft | None:
        """The draft at the cursor; None for an error or nothing."""
        one = self._found[self._at] if self._at >= 0 else None
        return one if isinstance(one, Draft) else None

    # Reading

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Read what was named."""
        words = event.value
        event.input.clear()
        if words.strip() == PASTE:
            self.action_paste()
        elif words.strip():
            self._begin(lambda: sources_typed(words))

    def on_paste(self, event: events.Paste) -> None:
        """Read what was pasted."""
        event.stop()
        text = event.text
        if text.strip():
            self._begin(lambda: sources_in(text))

    def action_paste(self) -> None:
        """Ask for a text."""
        from tui.screens.paste import PasteScreen

        def answered(text: str | None) -> None:
            if text is not None:
                self._begin(lambda: sources_in(text))

        self.app.push_screen(PasteScreen(), answered)

    def _begin(self, sources: Callable[[], Sequence[Source]]) -> None:
        self._intakes.append(Intake(self._library, sources))
        if len(self._intakes) == 1:
            self._read_on()
        self._say_state()

    def _read_on(self) -> None:
        intake = self._intakes[0]
        send(self, lambda: self.PieceRead(intake, intake.piece()), "import", keep=True)

    def on_import_screen_piece_read(self, event: PieceRead) -> None:
        """Show what was found, and read on unless that was all or the reader stopped it."""
        was_empty = not self._found
        self._found = with_found(self._found, event.piece.found)
        if event.intake in self._intakes:
            if event.piece.ended:
                self._intakes.remove(event.intake)
            if self._intakes:
                self._read_on()
            self._said = f"reading {event.piece.number} of {event.piece.of} …" if self._intakes else ""
        self._show_found()
        if was_empty and self._found and self.focused is self.query_one("#source"):
            self.query_one(DraftList).focus()

    def on_failed(self, event: Failed) -> None:
        """Read no further; the app says why."""
        self._intakes.clear()
        self._said = ""
        self._say_state()

    # Showing

    def _show_found(self) -> None:
        self.query_one(DraftList).show(found_rows(self._found))
        self._say_state()
        self._show_one()

    def _say_state(self) -> None:
        said = "reading …" if self._intakes and not self._said else self._said
        parts = [state_line(self._found)] if self._found else []
        self.query_one("#state", Plain).show(" · ".join([*parts, *([said] if said else [])]))

    def on_lines_list_highlighted(self) -> None:
        """Show the one at the cursor."""
        self._show_one()

    def _show_one(self) -> None:
        one = self._found[self._at] if self._at >= 0 else None
        self.query_one(DraftView).show(one, again=self._at == self._shown)
        self._shown = self._at

    # Deciding

    def action_choose(self) -> None:
        """Accept the draft, or leave it out; in the original, put the line back or take it out."""
        if self.query_one(OriginalPane).has_focus:
            self.action_toggle_line()
        else:
            self.action_accept()

    def action_accept(self) -> None:
        """Accept the draft at the cursor, or leave it out."""
        draft = self._draft
        if self._at < 0:
            return
        if draft is None:
            self.notify("This could not be read; there is nothing to accept.", severity="warning")
        elif draft.there:
            self.notify(f"It would be left out: {draft.there}.", severity="warning")
        else:
            self._put(replace(draft, accepted=not draft.accepted))

    def action_accept_all(self) -> None:
        """Accept every draft that is new."""
        self._found = [replace(one, accepted=not one.there) if isinstance(one, Draft) else one for one in self._found]
        self._show_found()

    def on_original_pane_line_toggled(self, event: OriginalPane.LineToggled) -> None:
        """Put a line back or take it out."""
        self._toggle(event.line)

    def action_toggle_line(self) -> None:
        """Put the line at the cursor back or take it out."""
        if line := self.query_one(OriginalPane).line:
            self._toggle(line)

    def _toggle(self, line: OriginalLine) -> None:
        if draft := self._draft:
            self._try(lambda: with_line_toggled(draft, line))

    def action_edit(self) -> None:
        """Ask for other values of the fields."""
        if draft := self._draft:
            fields = known_fields(draft.article, draft.imported.fields)

            def answered(values: dict[str, str | None] | None) -> None:
                if values:
                    self._try(lambda: with_fields(draft, values))

            self.app.push_screen(EditScreen(draft.article.outlet, fields), answered)

    def action_undo(self) -> None:
        """Take the last change of the draft at the cursor back."""
        self._step(undone, "There is nothing to take back.")

    def action_redo(self) -> None:
        """Do the change again that was taken back last."""
        self._step(redone, "There is nothing to do again.")

    def _step(self, step: Callable[[Draft], Draft | None], nothing: str) -> None:
        if draft := self._draft:
            if changed := step(draft):
                self._put(changed)
            else:
                self.notify(nothing)

    def _try(self, change: Callable[[], Draft]) -> None:
        try:
            self._put(change())
        except RashomonError as error:
            self.notify(str(error), severity="warning")

    def _put(self, draft: Draft) -> None:
        self._found[self._at] = draft
        self._warned = False
        self._show_found()

    # Leaving

    def action_write(self) -> None:
        """Put the accepted drafts into the library."""
        library = self._library
        accepted = [one for one in self._found if isinstance(one, Draft) and one.accepted]
        if not accepted:
            self.notify("Nothing is accepted yet: enter accepts one, A all.", severity="warning")
        elif not is_under_way(self, "write"):
            self._intakes.clear()
            send(self, lambda: self.Written(keep_all(library, accepted)), "write", keep=True)

    def on_import_screen_written(self, event: Written) -> None:
        """Leave with what is in the library now."""
        self.dismiss(event.ids)

    def action_leave(self) -> None:
        """Stop reading; else leave, at once unless something accepted or changed would be lost."""
        if self._intakes:
            self._intakes.clear()
            self._said = "stopped; what was read stays"
            self._say_state()
        elif not self._warned and any(isinstance(one, Draft) and (one.accepted or one.before) for one in self._found):
            self._warned = True
            self.notify(NOT_WRITTEN, severity="warning")
        else:
            self.dismiss(())
