"""`rashomon doctor`: whether everything the program needs is there and sound."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from importlib.metadata import version

from briefings.errors import RashomonError
from briefings.library import Library
from index import archive_in_use, notice_of, open_engine
from tui.screens.sizes import is_too_small, too_small
from tui.verbs.choice import has_library, open_library
from tui.verbs.output import print_json, print_table

_LIBRARIES = ("textual", "whoosh3", "markdown-it-py", "sentencex", "rapidfuzz", "trafilatura")
_Check = tuple[str, bool, str]


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `doctor` takes."""
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print each check; status 1 when one fails."""
    checks = [*_program(), *_terminal(), *_library(options)]
    if options.json:
        print_json([{"check": name, "ok": ok, "found": found} for name, ok, found in checks])
    else:
        print_table(
            "", ("check", "", "found"), [(name, "ok" if ok else "PROBLEM", found) for name, ok, found in checks]
        )
    return 0 if all(ok for _, ok, _ in checks) else 1


def _program() -> Iterator[_Check]:
    yield "program", True, f"rashomon {version('rashomon')}, Python {platform.python_version()}"
    yield "packages", True, ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    yield "SQLite", sqlite3.sqlite_version_info >= (3, 24), sqlite3.sqlite_version


def _terminal() -> Iterator[_Check]:
    size = shutil.get_terminal_size()
    small = is_too_small(*size)
    yield "terminal size", not small, too_small(*size) if small else f"{size.columns}x{size.lines}"
    colour = "NO_COLOR is set" if os.environ.get("NO_COLOR") else os.environ.get("COLORTERM") or "16 or 256 colours"
    yield "colour", True, colour


def _library(options: argparse.Namespace) -> Iterator[_Check]:
    if not options.sample and not has_library(options):
        yield "library", True, "none yet: the reader opens the bundled sample"
        return
    try:
        with open_library(options) as library:
            sound, held = library.is_sound(), len(library.headings())
            yield (
                "library",
                sound,
                f"{held} article{'s' * (held != 1)} in {library.folder}" + ("" if sound else ", damaged"),
            )
            yield from _engine(library)
    except RashomonError as error:
        yield "library", False, str(error)


def _engine(library: Library) -> Iterator[_Check]:
    """What is searched, whether it answers, and how its index stands."""
    try:
        engine = open_engine(library)
        try:
            status, notice = engine.status(), notice_of(engine)
        finally:
            engine.close()
    except RashomonError as error:
        yield "engine", False, str(error)
        return
    answers = f"the archive {status.folder}, which answers" if archive_in_use() else "Whoosh, on this machine"
    yield "engine", not notice, notice or answers
    yield "index", True, f"{status.documents} documents, {status.waiting} waiting (a search brings them in)"
