"""A place to paste or write a text of many lines. It reads nothing; it answers with the text, or None."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import TextArea

from briefings.sources.decode import disarm
from tui.commands import bindings_of
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain


class PasteArea(TextArea):
    """Lines to paste into; what a terminal would act on is dropped before it is put in."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = disarm(event.text)


class PasteScreen(ModalScreen[str | None]):
    """Asks for a text."""

    CSS_PATH = "paste.tcss"
    BINDINGS = bindings_of("paste")

    def compose(self) -> ComposeResult:
        """The dialog."""
        with Vertical(id="paste"):
            yield Plain("Paste the page, with all that stands around the article", id="paste-what")
            yield PasteArea(id="paste-text")
            yield KeyLine("paste")

    def action_read(self) -> None:
        """Answer with the text; with nothing where there is none."""
        self.dismiss(self.query_one(PasteArea).text.strip() or None)

    def action_leave(self) -> None:
        """Answer with nothing."""
        self.dismiss(None)
