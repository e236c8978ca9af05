"""The notes pane: a list that knows how wide its comments may be. What the rows say is `tui/noting.py`'s."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from tui.widgets.lines_list import INDENT_CELLS, SIGN_CELLS, LinesList


class NotesList(LinesList):
    """The notes on one text."""

    @dataclass
    class RoomChanged(Message):
        """A comment has another room. list: where."""

        list: NotesList

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._room = 0

    @property
    def room(self) -> int:
        """The cells a line of a comment has; 0 while the pane is not on screen."""
        return max(0, self.scrollable_content_region.width - SIGN_CELLS - INDENT_CELLS)

    def on_resize(self) -> None:
        """Tell of another width."""
        if self.room != self._room:
            self._room = self.room
            self.post_message(self.RoomChanged(self))
