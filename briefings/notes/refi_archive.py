"""The files of a `.qdpx` archive, which is somebody else's: nothing is written to disk, nothing outside is followed,
sizes are checked before anything is unpacked and again while it is. Not here: what the files mean.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote

from briefings.errors import NotesError, SourceError
from briefings.notes.refi_xml import MOST_XML
from briefings.sources.archive import MOST_IN_ALL, open_zip, refusal, require_modest

INTERNAL = "internal://"
"""How the path of a file in the archive begins (section 8.3)."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError)


class Project:
    """An open `.qdpx` archive."""

    def __init__(self, archive: zipfile.ZipFile, where: str) -> None:
        self._archive = archive
        self._where = where
        self._entries = {_key(entry.filename): entry for entry in archive.infolist() if not entry.is_dir()}
        self._read_so_far = 0

    @property
    def description(self) -> bytes:
        """The bytes of the one `.qde` file, which says what the project holds. Raises NotesError."""
        found = [key for key in self._entries if key.endswith(".qde") and "/" not in key]
        if len(found) != 1:
            what = f"a project holds one .qde file, and this holds {len(found)}"
            raise NotesError(what, where=self._where, remedy="Export the project again.")
        return self._read(self._entries[found[0]])

    def source(self, path: str) -> bytes | None:
        """The bytes of the file at an internal path; None where it is outside of the archive, or not in it.

        Raises NotesError for one that is damaged, too large or a link, and where a project names its files so often
        that all that is read of them is too large.
        """
        if not path.startswith(INTERNAL):
            return None
        written = path.removeprefix(INTERNAL).lstrip("/")  # some write three slashes, some a space as %20
        names = (_key(name) for name in (written, unquote(written)))
        found = (self._entries.get(key) for name in names for key in (f"sources/{name}", name))
        entry = next(filter(None, found), None)
        return None if entry is None else self._read(entry)

    def _read(self, entry: zipfile.ZipInfo) -> bytes:
        where = f"{self._where}/{entry.filename}"
        if reason := refusal(entry):
            raise NotesError(reason, where=where, remedy="Export the project again.")
        try:
            with self._archive.open(entry) as file:
                data = file.read(MOST_XML + 1)
        except _DAMAGED as error:
            raise NotesError("a file of the project is damaged", where=where, remedy="Export it again.") from error
        if len(data) > MOST_XML:
            what = f"a file of the project holds more than the {MOST_XML // 2**20} MB that are read"
            raise NotesError(what, where=where, remedy="Export fewer sources at a time.")
        self._read_so_far += len(data)
        if self._read_so_far > MOST_IN_ALL:
            what = f"the project names the same files so often that it holds more than {MOST_IN_ALL // 2**20} MB"
            raise NotesError(what, where=self._where, remedy="Export fewer sources at a time.")
        return data


@contextmanager
def open_project(data: bytes, where: str = "") -> Iterator[Project]:
    """The project in `data`. Raises NotesError for what is no archive, or holds more than is read."""
    try:
        with open_zip(data, where) as archive:
            require_modest(archive, where)
            yield Project(archive, where)
    except SourceError as error:
        raise NotesError(error.what, where=error.where, remedy=error.remedy) from error


def _key(name: str) -> str:
    """A name as programs find it again: the standard's own example writes one name in two cases."""
    return name.replace("\\", "/").removeprefix("./").casefold()
