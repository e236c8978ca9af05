"""Where coders disagree: a list, each of which opens with both codings side by side, to be settled by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from briefings.library import Library
from tui.coding import Draft
from tui.commands import bindings_of
from tui.disagreeing import Apart, apart_rows, read_apart
from tui.errand import Failed, is_under_way, send
from tui.noting import author
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain

WATCH_SECONDS = 1.0
"""How often the library is asked whether another window changed it."""
SETTLED = "Settled; the coders' own notes stay as they are."


class DisagreementsScreen(Screen[None]):
    """The disagreements of all coders of a library."""

    CSS = """
    DisagreementsScreen #title { height: 1; background: $panel; padding: 0 1; text-style: bold; }
    DisagreementsScreen #apart { height: 1fr; }
    """
    BINDINGS = bindings_of("disagreements")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "disagreements", "app")

    @dataclass
    class Read(Message):
        """The disagreements were read. apart: them. changes: how far the library was. said: what was done before."""

        apart: Apart
        changes: int
        said: str = ""

    def __init__(self, library: Library) -> None:
        """library: whose notes."""
        super().__init__()
        self._library = library
        self._apart = Apart()
        self._changes = -1
        self._only_open = False

    def compose(self) -> ComposeResult:
        """The list."""
        yield Plain("Disagreements · reading …", id="title")
        yield LinesList(id="apart")
        yield KeyLine("list", "disagreements", "app")

    def on_mount(self) -> None:
        """Read them, and again when another window changed something."""
        self.query_one(LinesList).focus()
        self._read()
        self.set_interval(WATCH_SECONDS, self._read)

    def _read(self) -> None:
        library, known = self._library, self._changes

        def job() -> Message | None:
            changes = library.changes
            return None if changes == known else self.Read(read_apart(library), changes)

        if not is_under_way(self, "apart"):
            send(self, job, "apart")

    def on_failed(self, event: Failed) -> None:
        """Where there are no two coders there is nothing to show."""
        if self._changes < 0:
            self.dismiss()

    def on_disagreements_screen_read(self, event: Read) -> None:
        """List them."""
        if event.said:
            self.notify(event.said, markup=False)
        self._apart, self._changes = event.apart, event.changes
        self._show()

    def _show(self) -> None:
        apart = self._apart
        self.query_one(LinesList).show(apart_rows(apart, only_open=self._only_open))
        shown = " · only those not settled" if self._only_open else ""
        count = f"{len(apart.found)} of {', '.join(apart.coders)}, {apart.open} not settled"
        self.query_one("#title", Plain).show(f"Disagreements · {count}{shown}")

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Show both codings side by side; keep what is settled between them."""
        from tui.screens.settle import SettleScreen

        library, one = self._library, self._apart.found[int(event.key)]

        def job(draft: Draft) -> Message:
            library.settle(one.beside, draft.codes, draft.comment, author(), one.span)
            return self.Read(read_apart(library), library.changes, SETTLED)

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                send(self, lambda: job(draft), "change", keep=True)

        self.app.push_screen(SettleScreen(self._apart, one), answered)

    def action_only_open(self) -> None:
        """Only those that are not settled yet, or all."""
        self._only_open = not self._only_open
        self._show()

    def action_leave(self) -> None:
        """Back to the notes."""
        self.dismiss()
