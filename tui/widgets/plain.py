"""Words shown as they are: no markup is read in them, and nothing in them can reach the terminal as a command."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.width import drawn


def harmless(words: str) -> str:
    """`words`, of one line or several, as they can be given to a terminal: control characters as pictures."""
    return "\n".join(map(drawn, words.split("\n")))


class Plain(Static):
    """Some words of an article, a briefing or a note, or about them."""

    def __init__(self, words: str = "", *, id: str | None = None) -> None:
        super().__init__(Content(harmless(words)), id=id)

    def show(self, words: str) -> None:
        """Show other words."""
        self.update(Content(harmless(words)))
