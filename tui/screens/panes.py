"""The panes of the reader's screen: which are shown, how wide, the way from one to the next, and letters to jump to.

`ReaderScreen` is one of these. Looks are the style sheet's: here classes are set. In a terminal of less than 80
columns, and where the reader asks for it, one pane has the screen to itself; `tab` goes round. What is shown and how
wide is kept in the library, as what was read there is.
"""

from __future__ import annotations

from textual import events
from textual.widget import Widget

from briefings.library import Library
from tui.errand import send
from tui.pane_sizes import BELOW, HIDEABLE, PaneSizes, read_pane_sizes
from tui.screens.correcting import CorrectingScreen
from tui.widgets.jump_line import JumpLine
from tui.widgets.lines_list import LinesList
from tui.widgets.text_pane import TextPane

PANES = ("library", "text", "notes")
"""The ids of the panes, in the order of `tab`."""
NARROWEST, STEP = 16, 4
"""Cells."""
LOWEST = 4
"""Rows of the notes below a text."""
ALONE, NARROW = "-alone", "-narrow"
_CLASSES = tuple(f"-at-{name}" for name in PANES)


class PanesScreen(CorrectingScreen):
    """A screen with a library pane, a text and its notes."""

    library: Library
    _before_jump: Widget | None = None
    _sizes = PaneSizes()

    def pane(self, name: str) -> TextPane | LinesList:
        """The pane with this id."""
        return self.query_one("#text", TextPane) if name == "text" else self.query_one(f"#{name}", LinesList)

    @property
    def at_pane(self) -> str:
        """The pane the reader is in; the text where the reader is in none."""
        return next((name for name in PANES if self.has_class(f"-at-{name}")), "text")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Know in which pane the reader is."""
        name = event.widget.id
        if name in PANES and not self.has_class(f"-at-{name}"):
            self.remove_class(*_CLASSES).add_class(f"-at-{name}")
            if name in self._sizes.hidden:
                self._choose_sizes(self._sizes.toggled(name))

    # From one to the next

    def action_next_pane(self) -> None:
        """Go to the next pane."""
        self._go_by(1)

    def action_previous_pane(self) -> None:
        """Go to the previous pane."""
        self._go_by(-1)

    def _go_by(self, step: int) -> None:
        one, at = self.is_one_at_a_time, self.at_pane
        there = [name for name in PANES if not self.has_class(f"-no-{name}") and (one or self.pane(name).display)]
        self.pane(there[(there.index(at) + step) % len(there)] if at in there else "text").focus()

    # Which are shown

    def wear_sizes(self, kept: str) -> None:
        """Show the panes as they were `kept` at the last start."""
        self._sizes = read_pane_sizes(kept)
        self._size_panes()

    def _choose_sizes(self, sizes: PaneSizes) -> None:
        """Show the panes so, and at the next start too."""
        self._sizes, library = sizes, self.library
        self._size_panes()
        send(self, lambda: library.keep_panes(sizes.as_text()), "panes", keep=True)

    def _size_panes(self) -> None:
        """Hide what is hidden; a size that was chosen holds as far as this terminal has room for it."""
        for name in HIDEABLE:
            self.set_class(name in self._sizes.hidden, f"-no-{name}")
            styles, cells = self.pane(name).styles, self._sizes.cells
            styles.clear_rule("width")
            styles.clear_rule("height")
            if self.is_one_at_a_time:
                continue
            if name == "notes" and self.has_class(NARROW):
                if BELOW in cells:
                    styles.height = max(LOWEST, min(cells[BELOW], self.size.height // 2))
            elif name in cells:
                styles.width = max(NARROWEST, min(cells[name], self.size.width // 2))

    def action_toggle_pane(self, name: str) -> None:
        """Hide a pane, or show it again and go there."""
        self._choose_sizes(self._sizes.toggled(name))
        if name not in self._sizes.hidden:
            self.pane(name).focus()
        elif self.at_pane == name:
            self.pane("text").focus()

    def action_toggle_alone(self) -> None:
        """Give the pane the reader is in the whole screen, or show all of them again."""
        self.toggle_class(ALONE)
        self._size_panes()

    # How wide

    def action_resize_pane(self, step: int) -> None:
        """Make the pane wider or narrower; in the text, the library pane; notes below a text, higher or lower."""
        name = "library" if self.at_pane == "text" else self.at_pane
        pane = self.pane(name)
        if self.is_one_at_a_time or not pane.display:
            return
        if name == "notes" and self.has_class(NARROW):
            cells = max(LOWEST, min(pane.outer_size.height + step, self.size.height // 2))
            self._choose_sizes(self._sizes.sized(BELOW, cells))
        else:
            cells = max(NARROWEST, min(pane.outer_size.width + step * STEP, self.size.width // 2))
            self._choose_sizes(self._sizes.sized(name, cells))

    @property
    def is_one_at_a_time(self) -> bool:
        """Whether one pane has the screen."""
        return self.has_class(ALONE) or self.has_class("-one")

    def on_resize(self) -> None:
        """Take as much of what was chosen as this terminal has room for."""
        if self._sizes.cells:
            self._size_panes()

    # Jumping

    def action_jump(self) -> None:
        """Show a letter on every pane, paragraph and row that is on screen; the one pressed is gone to."""
        panes = [self.pane(name) for name in ("text", "notes", "library")]
        self._before_jump = self.focused
        self.query_one(JumpLine).offer([pane for pane in panes if pane.region.area])

    def on_jump_line_chosen(self, event: JumpLine.Chosen) -> None:
        """Go there; back to where the reader was where nothing has the key."""
        event.stop()
        if event.pane is None:
            (self._before_jump or self.pane("text")).focus()
            return
        event.pane.focus()
        if event.row is not None:
            event.pane.jump_to(event.row)
