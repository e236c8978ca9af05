"""Where notes are to be written, and in which format. It writes nothing; it answers with a path."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from briefings.notes.exchange import FORMATS
from tui.commands import bindings_of
from tui.widgets.key_line import KeyLine
from tui.widgets.plain import Plain, PlainInput


class SendingNotesScreen(ModalScreen[str | None]):
    """Asks for the name of a new file; its suffix tells the format."""

    CSS = """
    SendingNotesScreen { align: center middle; }
    SendingNotesScreen #sending {
        width: 76; max-width: 95%; height: auto; max-height: 90%;
        border: round $accent; background: $surface; padding: 0 1;
    }
    SendingNotesScreen #sending-what { height: auto; text-style: bold; }
    SendingNotesScreen #sending-path { height: 1; border: none; border-left: outer $accent; padding: 0 1; margin: 1 0; }
    SendingNotesScreen #sending-formats { height: auto; }
    """
    BINDINGS = bindings_of("sending")

    def __init__(self, what: str) -> None:
        """what: which notes, in words."""
        super().__init__()
        self._what = what

    def compose(self) -> ComposeResult:
        """What is written, where to, and the formats."""
        with Vertical(id="sending"):
            yield Plain(f"Write {self._what} to a new file", id="sending-what")
            yield PlainInput(placeholder="path, for example notes.jsonl", id="sending-path")
            yield Plain("\n".join(f"{form.suffix:8} {form.about}" for form in FORMATS.values()), id="sending-formats")
            yield KeyLine("sending")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the path."""
        if path := event.value.strip():
            self.dismiss(path)

    def action_leave(self) -> None:
        """Write nothing."""
        self.dismiss(None)
