"""Paths -> the bytes of the files they name. Not here: what the bytes mean."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from briefings.errors import SourceError

MOST_BYTES = 50 * 1024 * 1024
"""The largest source that is read, in bytes."""


_ADDRESS = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*://", re.IGNORECASE)  # RFC 3986, section 3.1


MOST_PAGE = 10 * 1024 * 1024
"""The longest text that is read as one page, in code points: ten thick books."""


def require_page(text: str, where: str) -> None:
    """Raise SourceError for a text that is longer than any page."""
    if len(text) > MOST_PAGE:
        raise SourceError(
            f"It is one text of more than {MOST_PAGE // 2**20} million characters", where=where, remedy="Split it."
        )


def too_large(where: str, most: int = MOST_BYTES) -> SourceError:
    """The error of a source with more than `most` bytes."""
    return SourceError(f"It holds more than the {most // 2**20} MB that are read", where=where, remedy="Split it.")


def expand(paths: Iterable[str | Path]) -> list[Path | SourceError]:
    """The files that `paths` name: files as they are, folders with everything below them in name order.

    Hidden files and folders inside a folder are left out. A link inside a folder that leads out of it comes as the
    error that says so: who gave the folder may not know what else it would read. Raises SourceError for a path where
    nothing stands.
    """
    return [file for path in paths for file in _files(_path(path), os.path.realpath(path))]


def load(path: str | Path) -> bytes:
    """The bytes of one file. Raises SourceError when it is missing, a folder, too large, or may not be read."""
    path = _path(path)
    try:
        if path.is_dir():
            raise SourceError("It is a folder, not a file", where=str(path), remedy="Name a file in it.")
        if path.stat().st_size > MOST_BYTES:
            raise too_large(str(path))
        return path.read_bytes()
    except FileNotFoundError as problem:
        raise _missing(path) from problem
    except OSError as problem:
        raise SourceError(
            f"It cannot be read ({problem.strerror or problem})", where=str(path), remedy="Check its permissions."
        ) from problem


def _path(name: str | Path) -> Path:
    """`name` as a path. Raises SourceError for an address."""
    if _ADDRESS.match(str(name)):
        raise SourceError(
            "Only http and https addresses are fetched", where=str(name), remedy="Save the page, and add the file."
        )
    return Path(name)


def _files(path: Path, root: str) -> list[Path | SourceError]:
    """The files of a path in the folder `root`, which is spelled without links."""
    if not path.is_dir():
        if not path.exists():
            raise _missing(path)
        return [path]
    try:
        inside = sorted(path.iterdir())
    except OSError as problem:
        raise SourceError(
            f"It cannot be read ({problem.strerror or problem})", where=str(path), remedy="Check its permissions."
        ) from problem
    return [file for entry in inside if not entry.name.startswith(".") for file in _inside(entry, root)]


def _inside(entry: Path, root: str) -> list[Path | SourceError]:
    """The files of one entry of a folder; a link to a folder is not followed, so that no circle is walked."""
    if entry.is_symlink() and not Path(os.path.realpath(entry)).is_relative_to(root):
        return [SourceError("It is a link that leads out of its folder", where=str(entry), remedy="Add what it names.")]
    if entry.is_dir():
        return [] if entry.is_symlink() else _files(entry, root)
    return [entry] if entry.is_file() else []


def _missing(path: Path) -> SourceError:
    return SourceError("There is no such file", where=str(path), remedy="Check the path.")
