"""The list of what an import found: going to a row shows it, and only a key accepts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from tui.commands import bindings_of
from tui.widgets.lines_list import LinesList


class DraftList(LinesList, inherit_bindings=False):
    """Articles that were read, and what could not be."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("draft")

    @dataclass
    class Accepted(Message):
        """A row is to be accepted, or left out again. key: the row's."""

        key: str

    def action_select(self) -> None:
        """A click goes to its row and does no more."""

    def action_accept(self) -> None:
        """Ask for the row at the cursor to be accepted, or left out again."""
        if key := self.cursor_key:
            self.post_message(self.Accepted(key))
