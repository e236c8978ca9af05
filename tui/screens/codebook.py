"""The codebook: its codes, what is wrong with it, those to take codes from; edited in the reader's own editor.

What another program writes into the file is shown at once. Not here: what the rows say (`tui/codebooks.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen

from briefings.errors import RashomonError
from briefings.library import Library
from tui.codebooks import BUNDLED, Shown, codebook_rows, read_shown, take_bundled
from tui.commands import bindings_of
from tui.errand import Failed, is_under_way, send
from tui.suspended import edit_outside
from tui.widgets.key_line import KeyLine
from tui.widgets.lines_list import LinesList
from tui.widgets.plain import Plain

LOOK_SECONDS = 1.0
"""How often the file is looked at."""


class CodebookScreen(Screen[None]):
    """The codes of a library."""

    CSS = """
    CodebookScreen #title { height: 1; background: $panel; padding: 0 1; text-style: bold; }
    CodebookScreen #problem { height: auto; max-height: 4; padding: 0 1; color: $text-error; text-style: bold; }
    CodebookScreen #codes { height: 1fr; }
    """
    BINDINGS = bindings_of("codebook")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "codebook", "app")

    @dataclass
    class Read(Message):
        """The codebook was read. shown: it. said: what was done before."""

        shown: Shown
        said: str = ""

    def __init__(self, library: Library) -> None:
        """library: whose codes."""
        super().__init__()
        self._library = library
        self._shown: Shown | None = None

    def compose(self) -> ComposeResult:
        """What is wrong, and the codes."""
        yield Plain("Codebook", id="title")
        yield Plain(id="problem")
        yield LinesList(id="codes")
        yield KeyLine("list", "codebook", "app")

    def on_mount(self) -> None:
        """Read it, and again whenever its file changes."""
        self.query_one("#problem").display = False
        self.query_one(LinesList).focus()
        self._look()
        self.set_interval(LOOK_SECONDS, self._look)

    def _look(self) -> None:
        library = self._library
        if not is_under_way(self, "codebook"):
            send(self, lambda: self.Read(read_shown(library)), "codebook")

    def on_codebook_screen_read(self, event: Read) -> None:
        """Show it, where it is another than is shown."""
        if event.said:
            self.notify(event.said, markup=False)
        if event.shown == self._shown:
            return
        self._shown = shown = event.shown
        where = str(self._library.codebook_file.path) if shown.is_there else "none yet: e writes one, enter takes one"
        self.query_one("#title", Plain).show(f"Codebook · {where}")
        problem = self.query_one("#problem", Plain)
        problem.display = bool(shown.problem)
        problem.show(f"! {shown.problem}")
        self.query_one(LinesList).show(codebook_rows(shown))

    def on_lines_list_selected(self, event: LinesList.Selected) -> None:
        """Take the codes of a bundled codebook in; edit a code."""
        library = self._library
        if not event.key.startswith(BUNDLED):
            self.action_edit()
            return
        name = event.key.removeprefix(BUNDLED)

        def job() -> Message:
            said = take_bundled(library, name)
            return self.Read(read_shown(library), said)

        send(self, job, "change", keep=True)

    def action_edit(self) -> None:
        """Open the file in the reader's own editor, a new one where there is none; then look what was written."""
        file = self._library.codebook_file
        try:
            file.begin()
            edit_outside(self.app, file.path)
        except RashomonError as error:
            self.post_message(Failed(error))
        self._look()

    def action_leave(self) -> None:
        """Back to the reader."""
        self.dismiss()
