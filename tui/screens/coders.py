"""Whose notes are compared: the people who made notes, of whom two or more are chosen. It reads nothing; it answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.commands import bindings_of
from tui.disagreeing import FEWEST
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList, Row
from tui.widgets.plain import Plain

TOO_FEW = "Mark two coders or more with x."


class CodersScreen(ModalScreen[tuple[str, ...] | None]):
    """Offers coders; answers with those that are marked, or with nothing."""

    CSS_PATH = "coders.tcss"
    BINDINGS = bindings_of("coders")

    def __init__(self, coders: Mapping[str, int], chosen: Collection[str]) -> None:
        """coders: name -> how many notes. chosen: those that are compared now."""
        super().__init__()
        self._coders = coders
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The coders, those that are compared now marked."""
        with Vertical(id="coders"):
            yield Plain("Whose notes are compared? x marks, enter compares those that are marked.", id="coders-what")
            yield LinesList(id="coders-list")
            yield KeyLine("list", "coders")

    def on_mount(self) -> None:
        """List them."""
        coders = self.query_one(LinesList)
        coders.show([Row(f"{name}  {many:,} notes", key=name) for name, many in self._coders.items()])
        coders.mark(name for name in self._coders if name in self._chosen)
        coders.focus()

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Answer with those that are marked, in the order they are listed."""
        marked = self.query_one(LinesList).marked
        if len(marked) < FEWEST:
            self.notify(TOO_FEW, severity="warning", markup=False)
        else:
            self.dismiss(tuple(name for name in self._coders if name in marked))

    def action_leave(self) -> None:
        """Compare those that were compared."""
        self.dismiss(None)
