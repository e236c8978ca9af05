"""The folder of a library: where it is, and whether one is there or may be made. Not here: what it holds."""

from __future__ import annotations

import os
from pathlib import Path

from briefings.errors import LibraryError

DATABASE = "library.db"
ENVIRONMENT = "RASHOMON_LIBRARY"
_OURS = {DATABASE, "briefings", "codebook.md", "index", ".git", ".gitignore", ".DS_Store"}


def default_folder() -> Path:
    """The reader's library: what `RASHOMON_LIBRARY` names, else a folder in the platform's user data folder."""
    named = os.environ.get(ENVIRONMENT)
    return Path(named).expanduser() if named else data_folder() / "library"


def data_folder() -> Path:
    """The program's folder in the platform's user data folder."""
    from platformdirs import user_data_path

    return user_data_path("rashomon", appauthor=False)


def is_library(folder: Path) -> bool:
    """Whether `folder` holds a library's file."""
    return (folder / DATABASE).is_file()


def require_place(folder: Path, create: bool) -> None:
    """Raise LibraryError unless a library is in `folder`, or may be made there."""
    if is_library(folder):
        return
    if folder.exists() and not folder.is_dir():
        raise LibraryError("this is a file, not a library folder", where=str(folder), remedy="Name a folder.")
    if not create:
        raise LibraryError(
            "there is no library here",
            where=str(folder),
            remedy="`rashomon --library FOLDER add FILE` makes one.",
        )
    try:
        strange = sorted(entry.name for entry in folder.iterdir() if entry.name not in _OURS) if folder.exists() else []
    except OSError as error:
        raise LibraryError(f"the folder cannot be read ({error.strerror})", where=str(folder)) from error
    if strange:
        raise LibraryError(
            f"the folder holds other files ({', '.join(strange[:3])}) and no library",
            where=str(folder),
            remedy="Name a library, or an empty or new folder.",
        )
