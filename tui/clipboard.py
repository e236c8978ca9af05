"""The text on the system's clipboard, by the program that each system has for it. Not here: what the text means.

A terminal cannot be asked for it: most let a program write their clipboard and none read it, for good reasons. What
pyperclip does beyond this is writing; it waits for ever where a program hangs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping

from briefings.errors import SourceError
from briefings.sources.files import MOST_BYTES, too_large

CLIPBOARD = "clipboard"
"""What errors and lists call it."""
SECONDS = 10.0
"""How long a program may take; powershell needs two to start."""

_POWERSHELL = ("-NoProfile", "-NonInteractive", "-Command")
_GET = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
_OTHERWISE = "Paste into the program (`i`, then `p`), or pipe the text into `rashomon add -`."


def read_clipboard() -> str:
    """The text on the clipboard, with plain line ends.

    Raises SourceError when it holds no text, when the program for it is missing, fails, or does not answer.
    """
    programs = list(_programs(sys.platform, os.environ))
    command = next(([found, *rest] for name, *rest in programs if (found := shutil.which(name))), None)
    if command is None:
        raise SourceError(_missing([name for name, *_ in programs]), where=CLIPBOARD, remedy=_OTHERWISE)
    try:
        done = subprocess.run(  # noqa: S603
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "LC_CTYPE": "UTF-8"} if sys.platform == "darwin" else None,
        )
    except (OSError, subprocess.SubprocessError) as problem:
        slow = isinstance(problem, subprocess.TimeoutExpired)
        why = "did not answer" if slow else "could not be started"
        raise SourceError(f"The program for it, {command[0]}, {why}", where=CLIPBOARD, remedy=_OTHERWISE) from problem
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    if len(done.stdout) > MOST_BYTES:
        raise too_large(CLIPBOARD)
    if not text.strip():
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        why = f" ({said})" if done.returncode and said else ""
        raise SourceError(f"It holds no text{why}", where=CLIPBOARD, remedy="Copy the page's text, then try again.")
    return text


def _programs(platform: str, environment: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """The commands that print the clipboard on this system, the best first."""
    if platform == "darwin":
        yield "pbpaste", "-Prefer", "txt"
    elif platform == "win32":
        yield "powershell", *_POWERSHELL, _GET
    else:
        if environment.get("WAYLAND_DISPLAY"):
            yield "wl-paste", "--no-newline", "--type", "text"
        if environment.get("DISPLAY"):
            yield "xclip", "-selection", "clipboard", "-out"
            yield "xsel", "--clipboard", "--output"
        if environment.get("WSL_DISTRO_NAME"):
            yield "powershell.exe", *_POWERSHELL, _GET
        if environment.get("TERMUX_VERSION"):
            yield ("termux-clipboard-get",)


def _missing(names: list[str]) -> str:
    if not names:
        return "There is no desktop here whose clipboard could be read"
    return f"No program that reads it is installed: {' or '.join(names)}"
