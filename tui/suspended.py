"""The reader's own editor in the app's place: the terminal is given away until it is closed. Not here: which editor."""

from __future__ import annotations

from pathlib import Path

from textual.app import App, SuspendNotSupported

from briefings.errors import RashomonError
from tui.editor import edit


def edit_outside(app: App[None], path: Path) -> None:
    """Open `path` in the reader's editor and return when it is closed. Raises RashomonError where that cannot be."""
    try:
        with app.suspend():
            edit(path)
    except SuspendNotSupported as error:
        remedy = f"Edit {path} in another window: what you save is read at once."
        raise RashomonError("this terminal cannot be given to an editor", remedy=remedy) from error
