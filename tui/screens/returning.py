"""The way back, and forward again, through what came over the text too: comparisons and searches.

`ReaderScreen` is one of these. A screen that was left for a text is kept as it was, so that the way back leads to the
same place in it. Not here: the order of what was open (`tui/history.py`).
"""

from __future__ import annotations

from itertools import count
from typing import Any

from textual.screen import Screen

from tui.history import Place
from tui.messages import CameBack, OpenArticle, OpenBriefing
from tui.screens.panes import PanesScreen

MOST_KEPT = 4
"""Screens that are kept: each holds texts and tables."""


class ReturningScreen(PanesScreen):
    """A screen with a desk, over which other screens come that can be come back to."""

    _over = ""
    """The screen that is over this one; of one that was left just now, until it is known whether it opened a text."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Screen[Any]] = {}
        self._numbers = count()

    def come_over(self, screen: Screen[Any]) -> None:
        """Show a screen over the text; the way back leads to it, too."""
        self._leave_over()
        self._keep(screen)
        self.app.push_screen(screen)

    def come_away(self) -> None:
        """Leave what is over the text, to open another; the way back leads to it as it is."""
        top = self.app.screen
        if top is not self and self._kept.get(self._over) is not top:
            self._keep(top)
        while self.app.screen is not self:
            self.app.pop_screen()

    def _keep(self, screen: Screen[Any]) -> None:
        """Remember a screen that is over the text; while none is open there is nothing to come back to."""
        if self.desk.reading.key:
            self._over = f"over-{next(self._numbers)}"
            self._kept[self._over] = screen
            self.desk.cover(self._over)
            self.app.install_screen(screen, self._over)
            self._let_go()

    def open_from_over(self) -> None:
        """A text is opened: where a screen was over the desk, the way back leads to that."""
        self._over = ""

    def on_screen_resume(self) -> None:
        """What was over the text was left. Whether it asks for a text is known once the messages so far are read."""
        if self._over:
            self.call_later(self._leave_over)

    def _leave_over(self) -> None:
        if self._over and self.app.screen is self:
            self._over = ""
            self.desk.history.uncovered()

    def go_back(self) -> None:
        """Go to what was open before, and to the screen that was over it."""
        self._arrive(self.desk.back())

    def action_forward(self) -> None:
        """Go forward again, after going back; from this screen, or one that the way led to."""
        if self.app.screen not in (self, self._kept.get(self._over)):
            return
        place = self.desk.forward()
        if place is None:
            self.notify("Nothing was gone back from.", markup=False)
        elif self.app.screen is not self:
            self.app.pop_screen()
        self._arrive(place)

    def _arrive(self, place: Place | None) -> None:
        screen = self._kept.get(place.over) if place else None
        self._over = place.over if place and screen else ""
        if screen:
            self.app.push_screen(screen, self._answered)
            screen.post_message(CameBack())

    def _answered(self, answer: object) -> None:
        """Open what a screen that was come back to was left for."""
        if isinstance(answer, OpenArticle | OpenBriefing):
            self.post_message(answer)

    def _let_go(self) -> None:
        """Keep no screen to which no way leads any more, and of the others those come to last."""
        there = self.desk.history.covers[-MOST_KEPT:]
        for key in [key for key in self._kept if key not in there]:
            screen = self._kept.pop(key)
            self.app.uninstall_screen(screen)
            if screen.is_attached and screen not in self.app.screen_stack:
                screen.remove()
