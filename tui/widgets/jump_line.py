"""The line that waits for a letter: panes, paragraphs and rows on screen have one each. It goes nowhere itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase
from typing import TYPE_CHECKING, TypeAlias

from textual import events
from textual.message import Message

from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain
from tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from tui.widgets.compare_pane import ComparePane

Pane: TypeAlias = "TextPane | LinesList | ComparePane"
LETTERS = ascii_lowercase + ascii_uppercase
WAITING = "jump: press a letter · any other key stays here"


class JumpLine(Plain, can_focus=True):
    """Shows letters on panes while it is offered; the next key is an answer, whatever it is."""

    DEFAULT_CSS = """
    JumpLine { display: none; height: 1; background: $panel; color: $foreground; padding: 0 1; text-style: bold; }
    JumpLine.-open { display: block; }
    """

    @dataclass
    class Chosen(Message):
        """A key was pressed. pane: whose letter it is, None for none. row: of a place in it, None for the pane."""

        pane: Pane | None
        row: int | None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(WAITING, id=id)
        self._places: dict[str, tuple[Pane, int | None]] = {}
        self._panes: Sequence[Pane] = ()
        self._lettered: list[tuple[Pane, str]] = []

    def offer(self, panes: Sequence[Pane]) -> None:
        """Put letters on panes, and on places in them in their order, as far as letters go; wait for one."""
        several = panes if len(panes) > 1 else ()
        places: list[tuple[Pane, int | None]] = [(pane, None) for pane in several]
        places += [(pane, row) for pane in panes for row in pane.jump_rows()]
        self._places = dict(zip(LETTERS, places, strict=False))
        # Where nothing else stands on the border: what does may change while the letters are there.
        self._panes = panes
        self._lettered = [(pane, "border_subtitle" if pane.border_title else "border_title") for pane in several]
        for pane in panes:
            rows = {row: letter for letter, (of, row) in self._places.items() if of is pane and row is not None}
            pane.show_letters(rows)
        for letter, (pane, side) in zip(LETTERS, self._lettered, strict=False):
            setattr(pane, side, f"({letter}) {pane.id}")
        self.add_class("-open")
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """The answer: a letter, or anything else to stay."""
        event.stop()
        event.prevent_default()
        self._answer(*self._places.get(event.character or "", (None, None)))

    def on_blur(self) -> None:
        """Going elsewhere by mouse is an answer, too."""
        self._take_letters_away()

    def _answer(self, pane: Pane | None, row: int | None) -> None:
        self._take_letters_away()
        self.post_message(self.Chosen(pane, row))

    def _take_letters_away(self) -> None:
        for pane in self._panes:
            pane.show_letters({})
        for pane, side in self._lettered:
            setattr(pane, side, "")
        self._places, self._panes, self._lettered = {}, (), []
        self.remove_class("-open")
