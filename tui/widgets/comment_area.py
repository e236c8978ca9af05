"""The field a comment is written in, of several lines. It reads no Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from briefings.sources.decode import disarm
from tui.commands import bindings_of


class CommentArea(TextArea):
    """Enter says that the comment is written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("comment")

    @dataclass
    class Submitted(Message):
        """The comment is written. area: where."""

        area: CommentArea

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(disarm(text), placeholder=placeholder, id=id)
        self.move_cursor(self.document.end)

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = disarm(event.text)
