"""The way a reader went from text to text, back and forward as in a browser. Pure."""

from __future__ import annotations

from typing import NamedTuple

from briefings.article import Span


class Place(NamedTuple):
    """A place in a text, or a screen over it.

    key: the text's. offset: as `Reading.kept_offset` gives it. lit: what was found there, too. over: the screen that
    was over the text, such as a comparison; empty for none.
    """

    key: str
    offset: int = 0
    lit: tuple[Span, ...] = ()
    over: str = ""


class History:
    """The places that were opened, one after the other, and at which of them the reader is."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at = -1

    def opened(self, key: str, left: Place | None) -> None:
        """The text `key` was opened from the place `left`; what was ahead of it is forgotten.

        left: None for a text that was opened from nowhere, or anew.
        """
        if left is None and self._places:
            return
        if left is not None:
            self._leave(left)
        self._places[self._at + 1 :] = [Place(key)]
        self._at += 1

    def covered(self, here: Place, over: str) -> None:
        """The screen called `over` came over the text at the place `here`; what was ahead of it is forgotten."""
        self._leave(here)
        self._places[self._at + 1 :] = [here._replace(over=over)]
        self._at += 1

    def uncovered(self) -> None:
        """The screen over the text was left, and nothing was opened from it: it is ahead now."""
        if self._at > 0 and self._places[self._at].over:
            self._at -= 1

    @property
    def covers(self) -> list[str]:
        """The screens on the way, those come to last at the end."""
        return [place.over for place in self._places if place.over]

    def back(self, here: Place) -> Place | None:
        """Go one place back from `here`; None at the first."""
        return self._step(-1, here)

    def forward(self, here: Place) -> Place | None:
        """Go one place forward from `here`; None at the last."""
        return self._step(1, here)

    def _step(self, step: int, here: Place) -> Place | None:
        if not 0 <= self._at + step < len(self._places):
            return None
        self._leave(here)
        self._at += step
        return self._places[self._at]

    def _leave(self, here: Place) -> None:
        """Remember where in its text the reader was; not of a text that has not come on screen yet."""
        if self._at >= 0 and self._places[self._at].key == here.key:
            self._places[self._at] = here._replace(over=self._places[self._at].over)
