"""The list of what an import found: going to a row shows it, and nothing else happens by that."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from tui.commands import bindings_of
from tui.widgets.lines_list import LinesList


class DraftList(LinesList, inherit_bindings=False):
    """Articles that were read, and what could not be; what is done to one is the screen's."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("draft")

    def action_select(self) -> None:
        """A click goes to its row and does no more."""
