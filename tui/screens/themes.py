"""The themes, each tried on as the cursor comes to it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tui.commands import bindings_of
from tui.themes import NAMES
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList, Row
from tui.widgets.plain import Plain


class ThemesScreen(ModalScreen[str | None]):
    """Answers with the theme that was chosen, or with nothing; the app wears it, or again what it wore before."""

    CSS_PATH = "themes.tcss"
    BINDINGS = bindings_of("themes")

    def compose(self) -> ComposeResult:
        """The list."""
        with Vertical(id="themes"):
            yield Plain("Themes", id="themes-what")
            yield LinesList(id="themes-list")
            yield KeyLine("themes")

    def on_mount(self) -> None:
        """List the themes, the cursor on the one that is worn."""
        self._worn = self.app.theme
        themes = self.query_one(LinesList)
        themes.show([Row(words, key=name) for name, words in NAMES.items()])
        themes.go_to(self._worn)
        themes.focus()

    def on_lines_list_highlighted(self, event: LinesList.Highlighted) -> None:
        """Try the theme on."""
        self.app.theme = event.key

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Keep the theme."""
        self.dismiss(event.key)

    def action_keep(self) -> None:
        """Keep the theme that is worn."""
        self.dismiss(self.app.theme)

    def action_leave(self) -> None:
        """Wear what was worn before."""
        self.app.theme = self._worn
        self.dismiss(None)
