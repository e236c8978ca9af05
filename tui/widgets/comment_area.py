"""The field a comment is written in, of several lines. It reads no Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from briefings.sources.decode import disarm


class CommentArea(TextArea):
    """Enter says that the comment is written; which key breaks a line is the screen's to say."""

    @dataclass
    class Submitted(Message):
        """The comment is written. area: where."""

        area: CommentArea

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(disarm(text), placeholder=placeholder, id=id)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted(self))
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = disarm(event.text)
