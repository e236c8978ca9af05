"""Words shown as they are: no markup is read in them, and nothing in them can reach the terminal as a command."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.content import Content
from textual.widgets import Input, Static

from tui.width import drawn


def harmless(words: str) -> str:
    """`words`, of one line or several, as they can be given to a terminal: control characters as pictures."""
    return "\n".join(map(drawn, words.split("\n")))


def one_by_one(line: str) -> str:
    """A line as `harmless`, every character drawn with one character, so that a cursor in it stands where it is."""
    glyphs = ((char, drawn(char)) for char in line.replace("\t", " "))
    return "".join(glyph if len(glyph) == 1 else char for char, glyph in glyphs)


class Plain(Static):
    """Some words of an article, a briefing or a note, or about them."""

    def __init__(self, words: str = "", *, id: str | None = None) -> None:
        super().__init__(Content(harmless(words)), id=id)

    def show(self, words: str) -> None:
        """Show other words."""
        self.update(Content(harmless(words)))


class PlainInput(Input):
    """A line to write in. What stands in it already is gone on with, not written over."""

    def __init__(self, value: str = "", *, placeholder: str = "", id: str | None = None) -> None:
        super().__init__(value, placeholder=placeholder, highlighter=_Harmless(), select_on_focus=False, id=id)


class _Harmless(Highlighter):
    """Draws a line that is written; the value is left as it is."""

    def highlight(self, text: Text) -> None:
        text.plain = one_by_one(text.plain)
