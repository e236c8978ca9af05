"""Texts that only the archive has: they are read in the preview, and taken into the library before they are opened.

Not here: the dialog that asks (`take.py`), how an article is brought over (`Searcher.take`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message
from textual.screen import ScreenResultType

from briefings.article import Article
from tui.errand import send
from tui.screens.previewing import PreviewingScreen

ONLY_READ_HERE = "Only the archive has this briefing: it can be read here, and not be taken."


class TakingScreen(PreviewingScreen[ScreenResultType]):
    """A screen whose list may hold texts that the library does not have."""

    @dataclass
    class Taken(Message):
        """Articles were brought into the library. articles: them. then: what the reader asked for."""

        articles: tuple[Article, ...]
        then: Callable[[], None]

    @property
    def elsewhere(self) -> frozenset[str]:
        """The keys of the texts that only the archive has."""
        raise NotImplementedError

    def open_chosen(self, shown: PreviewingScreen.Previewed) -> None:
        """Open a text; offer to take it first where the library does not have it."""
        key, heading = shown.reading.key, shown.reading.heading
        if key not in self.elsewhere:
            self.open(shown)
        elif key.startswith("article:"):
            self.offer([key], [" · ".join(heading[1::-1])], lambda: self.open(shown))
        else:
            self.notify(ONLY_READ_HERE, markup=False)

    def offer(self, keys: Sequence[str], names: Sequence[str], then: Callable[[], None]) -> None:
        """Ask whether articles are to be taken; if so, do that, and `then` what the reader asked for.

        keys: `article:ID` of each. names: what each is called.
        """
        from tui.screens.take import TakeScreen

        searcher, ids = self._searcher, [key.removeprefix("article:") for key in keys]

        def answered(is_wanted: bool | None) -> None:
            if is_wanted:
                send(self, lambda: self.Taken(searcher.take(ids), then), "take", keep=True)

        self.app.push_screen(TakeScreen(names), answered)

    def on_taking_screen_taken(self, event: Taken) -> None:
        """Say so; go on with what the reader asked for."""
        many = len(event.articles)
        which = event.articles[0].outlet if many == 1 else f"{many} articles"
        self.notify(f"Taken into the library: {which}.", markup=False)
        event.then()
