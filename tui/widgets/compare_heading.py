"""The lines above a comparison: what is compared, all that is switched, and the views with their keys."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.commands import commands_of
from tui.switches import heading, tab_places
from tui.widgets.plain import harmless


class CompareHeading(Widget):
    """As many lines as hold everything; only a long title is cut."""

    DEFAULT_CSS = """
    CompareHeading {
        height: auto;
        background: $panel;
        color: $foreground;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        padding: 0 1;
    }
    """

    def __init__(self, title: str, *, id: str | None = None) -> None:
        """title: of the meeting."""
        super().__init__(id=id)
        self.set_reactive(CompareHeading.auto_links, False)  # a name that can be clicked looks as it did
        self._meeting = title
        self._said: list[str] = []
        self._view = "text"
        self._lines: list[str] = []

    def show(self, said: list[str], view: str) -> None:
        """Say other things. said: what is switched. view: the one on screen."""
        if (said, view) != (self._said, self._view):
            self._said, self._view = said, view
            self._make()

    def on_resize(self) -> None:
        """Break the lines for the new width."""
        self._make()

    def _make(self) -> None:
        before = len(self._lines)
        self._lines = heading(self._meeting, self._said, self._view, max(1, self.content_size.width))
        self.refresh(layout=len(self._lines) != before)

    def render(self) -> Content:
        """The lines; a click on a view's name does what its key does."""
        lines = [harmless(line) for line in self._lines]
        made = list(map(Content, lines))
        actions = {command.id.partition(".")[2]: command.action for command in commands_of("comparison")}
        for view, line, start, end in tab_places(lines) if self._said else ():
            made[line] = made[line].stylize(Style.from_meta({"@click": f"screen.{actions[view]}"}), start, end)
        return Content("\n").join(made)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """How many lines there are at a width."""
        return len(heading(self._meeting, self._said, self._view, max(1, width))) if self._said else 1
