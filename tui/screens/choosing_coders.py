"""What the disagreements and the figures of agreement share: some coders, and choosing others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual.message import Message
from textual.screen import Screen

from briefings.library import Library
from tui.disagreeing import coders_in
from tui.errand import send

Answer = TypeVar("Answer")


class ChoosingCodersScreen(Screen[Answer]):
    """A screen on what some coders did."""

    @dataclass
    class CodersRead(Message):
        """Who made notes was read. coders: name -> how many."""

        coders: Mapping[str, int]

    def __init__(self, library: Library, coders: Sequence[str] = ()) -> None:
        """library: whose notes. coders: those to compare; empty for all."""
        super().__init__()
        self.library = library
        self.coders = tuple(coders)

    def read_again(self) -> None:
        """Read what the coders did, after others were chosen."""
        raise NotImplementedError

    def action_coders(self) -> None:
        """Choose whose notes are compared."""
        library = self.library
        send(self, lambda: self.CodersRead(coders_in(library)), "coders")

    def on_choosing_coders_screen_coders_read(self, event: CodersRead) -> None:
        """Offer them."""
        from tui.screens.coders import CodersScreen

        def answered(chosen: tuple[str, ...] | None) -> None:
            if chosen is not None and chosen != self.coders:
                self.coders = chosen
                self.read_again()

        self.app.push_screen(CodersScreen(event.coders, self.coders or tuple(event.coders)), answered)
