"""Asks whether articles that only the archive has are to be taken into the library. It takes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.commands import bindings_of
from tui.noting import shortened
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain

WHAT = "In the archive, not in this library"
WHY = "Taken into the library, it is read, noted and compared like any other. Its original does not come with it."
LONGEST, MOST = 200, 6
"""Code points of a name; names that are shown."""


class TakeScreen(ModalScreen[bool]):
    """Names the articles; answers with whether to take them."""

    CSS_PATH = "take.tcss"
    BINDINGS = bindings_of("take")

    def __init__(self, names: Sequence[str]) -> None:
        """names: what each article is called."""
        super().__init__()
        self._names = names

    def compose(self) -> ComposeResult:
        """The articles, what taking means, the keys."""
        more = len(self._names) - MOST
        with Vertical(id="take"):
            yield Plain(WHAT, id="take-what")
            for name in self._names[:MOST]:
                yield Plain(shortened(name, LONGEST))
            if more > 0:
                yield Plain(f"and {more} more")
            yield Plain(WHY, id="take-why")
            yield KeyLine("take")

    def action_take(self) -> None:
        """Take them."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave them in the archive."""
        self.dismiss(False)
