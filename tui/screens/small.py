"""What is shown while the terminal is too small to read in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.screens.sizes import MIN_COLUMNS, MIN_ROWS


class SmallScreen(ModalScreen[None]):
    """Covers the reader until the terminal is made larger."""

    CSS = "SmallScreen { align: center middle; background: $background; } SmallScreen Static { width: auto; }"

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(f"Make the terminal larger: {MIN_COLUMNS}x{MIN_ROWS} or more.", markup=False)
