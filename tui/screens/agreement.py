"""How far coders agree, code by code: counts and measures with intervals, and what was counted. It scores nobody.

Not here: the figures (`tui/agreeing.py`), where they disagree (`screens/disagreements.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message

from briefings.library import Library
from briefings.notes.coding import By
from briefings.notes.reliability import RESAMPLES
from tui.agreeing import Agreement, agreement_table, counted_in_words, read_agreement
from tui.commands import bindings_of
from tui.errand import Failed, send
from tui.screens.choosing_coders import ChoosingCodersScreen
from tui.widgets.compare_table import CompareTable
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain


@dataclass(frozen=True, slots=True)
class Left:
    """How the figures were left. coders: whose they were. code: the one to list the disagreements of; empty for all."""

    coders: tuple[str, ...]
    code: str = ""


class AgreementScreen(ChoosingCodersScreen[Left]):
    """The measures of some coders."""

    CSS = """
    AgreementScreen #title { height: 1; background: $panel; padding: 0 1; text-style: bold; }
    AgreementScreen #figures { height: 1fr; }
    AgreementScreen #counted { height: auto; max-height: 9; padding: 0 1; border-top: solid $border-blurred; }
    """
    BINDINGS = bindings_of("agreement")
    SCOPES: ClassVar[tuple[str, ...]] = ("table", "agreement", "app")

    @dataclass
    class Read(Message):
        """The figures were computed. agreement: them."""

        agreement: Agreement

    def __init__(self, library: Library, coders: Sequence[str]) -> None:
        """library: whose notes. coders: whose agreement; empty for all."""
        super().__init__(library, coders)
        self._by: By = "sentence"
        self._agreement = Agreement()

    def compose(self) -> ComposeResult:
        """The figures, and what was counted."""
        yield Plain("Agreement · counting …", id="title")
        yield CompareTable(id="figures")
        yield Plain(id="counted")
        yield KeyLine("agreement", "app")

    def on_mount(self) -> None:
        """Count."""
        self.query_one(CompareTable).focus()
        self.read_again()

    def read_again(self) -> None:
        """Compute the figures; first without the intervals, which take longer."""
        self._compute(0)

    def _compute(self, resamples: int) -> None:
        library, coders, by = self.library, self.coders, self._by
        send(self, lambda: self.Read(read_agreement(library, coders, by, resamples)), "agreement")

    def on_agreement_screen_read(self, event: Read) -> None:
        """Show them; draw for the intervals where they are not there yet."""
        self._agreement = agreement = event.agreement
        table = self.query_one(CompareTable)
        table.show([agreement_table(agreement)], table.spot)
        self.query_one("#title", Plain).show(f"Agreement · {agreement.title}")
        self.query_one("#counted", Plain).show(counted_in_words(agreement))
        if not agreement.resamples:
            self._compute(RESAMPLES)

    def on_failed(self, event: Failed) -> None:
        """Where there are no two coders there is nothing to show; the app says so."""
        if not self._agreement.coders:
            self.dismiss(Left(self.coders))

    def on_compare_table_cell_opened(self) -> None:
        """List the disagreements on the code."""
        spot = self.query_one(CompareTable).spot
        if spot is not None:
            self.dismiss(Left(self.coders, self._agreement.codes[spot.row].code))

    def action_by(self) -> None:
        """Count sentences, or characters."""
        self._by = "character" if self._by == "sentence" else "sentence"
        self.read_again()

    def action_leave(self) -> None:
        """Back to the disagreements, those on every code."""
        self.dismiss(Left(self.coders))
