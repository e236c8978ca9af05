"""Editing a file with the reader's own editor: `VISUAL`, else `EDITOR`, else what the system has.

Whoever calls it gives the terminal away meanwhile: the app suspends itself. Not here: what the file means.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from briefings.errors import RashomonError

_USUAL = ("sensible-editor", "nano", "vi", "notepad")


def edit(path: Path) -> None:
    """Open `path` in the editor and return when it is closed. Raises RashomonError where none can be started."""
    command = editor()
    try:
        status = subprocess.run([*command, str(path)], check=False).returncode  # noqa: S603 -- the reader's own command
    except OSError as error:
        what = f"the editor {command[0]!r} cannot be started ({error.strerror})"
        raise RashomonError(what, where=str(path), remedy="Name another in EDITOR.") from error
    if status:
        what = f"the editor {command[0]!r} ended with status {status}"
        raise RashomonError(what, where=str(path), remedy="Look at the file, or name another editor in EDITOR.")


def editor() -> list[str]:
    """The editor as a command and its arguments. Raises RashomonError where none is named and none found."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named, posix=os.name != "nt")
    except ValueError as error:
        raise RashomonError(f"EDITOR is no command: {named}", remedy="Mend its quotation marks.") from error
    found = words or [name for name in _USUAL if shutil.which(name)][:1]
    if not found:
        raise RashomonError("no editor was found", remedy="Name one in EDITOR.")
    return found
