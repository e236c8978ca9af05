"""The field a comment is written in, of several lines. It reads no Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from briefings.sources.decode import disarm
from tui.commands import bindings_of
from tui.widgets.plain import one_by_one


class CommentArea(TextArea):
    """Enter says that the comment is written."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of("comment")

    @dataclass
    class Submitted(Message):
        """The comment is written. area: where."""

        area: CommentArea

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(text, placeholder=placeholder, id=id)
        self._given, self._shown = text, self.text
        self.move_cursor(self.document.end)

    @property
    def comment(self) -> str:
        """What is written, without white space around it; where nothing was changed, what was given."""
        return (self._given if self.text == self._shown else self.text).strip()

    def get_line(self, line_index: int) -> Text:
        """A line as it is drawn: nothing in it can be obeyed by a terminal."""
        return Text(one_by_one(self.document.get_line(line_index)), end="", no_wrap=True)

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
