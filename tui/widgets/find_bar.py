"""The line in which words are looked for in the open text. It knows no text: it says what is asked, and is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from tui.commands import bindings_of
from tui.widgets.plain import Plain, PlainInput


class FindBar(Horizontal):
    """The words looked for, and how many places they have. On screen from `f` to `esc`."""

    DEFAULT_CSS = """
    FindBar {
        display: none;
        height: 1;
        background: $panel;
        padding: 0 1;
        &.-open { display: block; }
        #find-label { width: 6; text-style: bold; }
        #find-words { width: 1fr; height: 1; border: none; padding: 0; background: $surface; }
        #find-words:focus { border: none; }
        #find-count { width: auto; min-width: 12; padding-left: 2; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("find")

    @dataclass
    class Asked(Message):
        """Other words are asked for. words: as typed."""

        words: str

    @dataclass
    class Stepped(Message):
        """The next place is asked for. back: the previous one."""

        back: bool

    @dataclass
    class Entered(Message):
        """The words are those that were meant: reading goes on among them."""

    @dataclass
    class Left(Message):
        """Looking for words is over."""

    def compose(self) -> ComposeResult:
        """The words and their count."""
        yield Plain("find", id="find-label")
        yield PlainInput(id="find-words")
        yield Plain(id="find-count")

    @property
    def is_open(self) -> bool:
        """Whether words are being looked for."""
        return self.has_class("-open")

    @property
    def words(self) -> str:
        """The words looked for; empty where none are."""
        return self.query_one(Input).value if self.is_open else ""

    def open(self) -> None:
        """Let words be typed; those that stand here are gone on with."""
        self.add_class("-open")
        self.query_one(Input).focus()
        self.query_one(Input).cursor_position = len(self.words)

    def close(self) -> None:
        """Look for nothing any more."""
        self.remove_class("-open")
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""
        self.say("")

    def say(self, said: str) -> None:
        """Say how many there are."""
        self.query_one("#find-count", Plain).show(said)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Ask for what is typed now."""
        event.stop()
        if self.is_open:
            self.post_message(self.Asked(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on reading."""
        event.stop()
        self.post_message(self.Entered())

    def action_next(self) -> None:
        """Go to the next place."""
        self.post_message(self.Stepped(back=False))

    def action_previous(self) -> None:
        """Go to the previous place."""
        self.post_message(self.Stepped(back=True))

    def action_leave(self) -> None:
        """Leave looking for words."""
        self.post_message(self.Left())
