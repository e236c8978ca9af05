"""Where coders disagree: a list, each of which opens with both codings side by side, to be settled by a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message

from briefings.library import Library
from tui.coding import Draft
from tui.commands import bindings_of
from tui.disagreeing import Apart, apart_rows, read_apart
from tui.errand import Failed, is_under_way, send
from tui.screens.choosing_coders import ChoosingCodersScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain

WATCH_SECONDS = 1.0
"""How often the library is asked whether another window changed it."""
SETTLED = "Settled; the coders' own notes stay as they are."


class DisagreementsScreen(ChoosingCodersScreen[None]):
    """The disagreements of some coders of a library, of all to begin with."""

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
        super().__init__(library)
        self._apart = Apart()
        self._changes = -1
        self._only_open = False
        self._code = ""

    def compose(self) -> ComposeResult:
        """The list."""
        yield Plain("Disagreements · reading …", id="title")
        yield LinesList(id="apart")
        yield KeyLine("list", "disagreements", "app")

    def on_mount(self) -> None:
        """Read them, and again when another window changed something."""
        self.query_one(LinesList).focus()
        self._watch()
        self.set_interval(WATCH_SECONDS, self._watch)

    def read_again(self) -> None:
        """Read the disagreements of the coders that are chosen now."""
        library, coders = self.library, self.coders
        send(self, lambda: self.Read(read_apart(library, coders), library.changes), "apart")

    def _watch(self) -> None:
        """Read them where another window changed something."""
        library, coders, known = self.library, self.coders, self._changes

        def job() -> Message | None:
            changes = library.changes
            return None if changes == known else self.Read(read_apart(library, coders), changes)

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
        self.query_one(LinesList).show(apart_rows(apart, only_open=self._only_open, code=self._code))
        count = f"{len(apart.found)} of {', '.join(apart.coders)}, {apart.open} not settled"
        only = "only those not settled" if self._only_open else ""
        code = f"code: {self._code}" if self._code else ""
        self.query_one("#title", Plain).show(" · ".join(filter(None, ("Disagreements", count, only, code))))

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Show both codings side by side; keep what is settled between them."""
        from tui.screens.settle import SettleScreen

        library, coders, one = self.library, self.coders, self._apart.found[int(event.key)]

        def job(draft: Draft) -> Message:
            library.settle(one.beside, draft.codes, draft.comment, draft.author, one.span)
            return self.Read(read_apart(library, coders), library.changes, SETTLED)

        def answered(draft: Draft | None) -> None:
            if draft is not None:
                send(self, lambda: job(draft), "change", keep=True)

        self.app.push_screen(SettleScreen(self._apart, one), answered)

    def action_only_open(self) -> None:
        """Only those that are not settled yet, or all."""
        self._only_open = not self._only_open
        self._show()

    def action_all(self) -> None:
        """On every code, settled or not."""
        self._only_open, self._code = False, ""
        self._show()

    def action_agreement(self) -> None:
        """How far these coders agree; then the disagreements on the code that was chosen there."""
        from tui.screens.agreement import AgreementScreen, Left

        def answered(left: Left | None) -> None:
            if left is None:
                return
            if left.code:
                self._code = left.code
                self._show()
            if left.coders != self.coders:
                self.coders = left.coders
                self.read_again()

        self.app.push_screen(AgreementScreen(self.library, self.coders), answered)

    def action_leave(self) -> None:
        """Back to the notes."""
        self.dismiss()
