"""`rashomon [LIBRARY]`: the reader. The only command that loads the app."""

from __future__ import annotations

import argparse
import gc
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from briefings.errors import LibraryError, RashomonError
from briefings.library import Library
from briefings.library_folder import default_folder, require_place
from tui.verbs.choice import has_library

OBJECTS_OF_A_START = 1_000_000
"""So many new objects before they are looked through for what can be freed: more than a start makes, all of which stay.

A sixth of the time to the first frame went there. The app sets another measure once that is drawn."""


def run(options: argparse.Namespace) -> int:
    """Open the reader on the library that was named, else the reader's own, else the sample."""
    folder = options.word or options.library
    if folder and not Path(folder).expanduser().exists():
        raise LibraryError(
            "this is neither a command nor a library folder",
            where=str(folder),
            remedy="`rashomon --help` lists the commands; `rashomon --library FOLDER add FILE` makes a library.",
        )
    options.library = folder
    sample = options.sample or not has_library(options)
    if not sample:
        require_place(Path(folder).expanduser() if folder else default_folder(), create=False)
    _require_terminal()
    gc.set_threshold(OBJECTS_OF_A_START)
    with _opened(options, sample) as library:
        from tui.app import RashomonApp
        from tui.settings import read_settings, settings_file
        from tui.themes import suits_terminal

        kept_in = settings_file()
        settings = read_settings(kept_in)
        settings = settings if settings.theme else replace(settings, theme=suits_terminal())
        app = RashomonApp(library, _name(library, sample), settings, kept_in)
        app.run()
    return 2 if app.return_code else 0


def _opened(options: argparse.Namespace, sample: bool) -> Library:
    if sample:
        from tui.sample import open_sample

        return open_sample()
    return Library.open(options.library, create=False)


def _name(library: Library, sample: bool) -> str:
    if sample:
        return "Sample: five reports retold, not the outlets' own words · `rashomon add FILE` makes a library of yours"
    return str(library.folder)


def _require_terminal() -> None:
    from tui.screens.sizes import is_too_small, too_small

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise RashomonError("the reader needs a terminal", remedy="`rashomon --help` lists commands that do not.")
    size = shutil.get_terminal_size()
    if is_too_small(*size):
        raise RashomonError(too_small(*size), remedy="Make it larger and try again.")
