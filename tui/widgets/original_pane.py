"""The widget that shows an original line by line and lets lines be put back or taken out. It changes nothing itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from briefings.sources.original import OriginalLine
from tui.commands import bindings_of
from tui.original import NO_LINES, ShownLines, shown_lines
from tui.widgets.text_pane import TextPane


class OriginalPane(TextPane, inherit_bindings=False):
    """The lines of an original: `+` became text, `-` did not; the cursor moves by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text-pane--dropped"}
    DEFAULT_CSS = "OriginalPane { .text-pane--dropped { text-style: dim; } }"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("line")

    @dataclass
    class LineToggled(Message):
        """A line is to be put back or taken out: its mark was clicked. line: as it is now."""

        line: OriginalLine

    def __init__(self, *, id: str | None = None) -> None:
        self._lines = NO_LINES
        super().__init__(id=id)

    def show_lines(self, lines: Sequence[OriginalLine]) -> None:
        """Show an original, the cursor on the first line that is kept."""
        self._lines = shown_lines(lines)
        kept = next((span.start for span, line in zip(self._lines.spans, lines, strict=True) if line.kept), 0)
        self.show(
            self._lines.text,
            sentences=self._lines.spans,
            layers=self._lines.layers(),
            paragraphs_numbered=False,
            cursor=kept,
        )
        self._say_count()

    def mark_lines(self, lines: Sequence[OriginalLine]) -> None:
        """Show which lines are kept now; they are the lines shown, and the cursor stays."""
        self._lines = ShownLines(self._lines.text, self._lines.spans, tuple(lines))
        self.set_layers(self._lines.layers())
        self._say_count()

    @property
    def line(self) -> OriginalLine | None:
        """The line at the cursor; None where there is none."""
        return self._lines.line_at(self.cursor_span.start) if self._lines.lines else None

    def _say_count(self) -> None:
        self.border_title = f"Original · {self._lines.count()}"

    def on_text_pane_activated(self, event: TextPane.Activated) -> None:
        """Ask for the line whose mark was clicked to be changed; a click on its words goes there only."""
        event.stop()
        line = self._lines.line_at(event.offset)
        if line and not event.exact:
            self.post_message(self.LineToggled(line))
