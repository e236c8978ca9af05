"""ZIP archives -> the files in them, without writing any to disk. Not here: what the files mean.

An archive is somebody else's: its sizes are checked before anything is unpacked, and again while it is.
"""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from briefings.errors import SourceError
from briefings.sources.decode import disarm
from briefings.sources.files import MOST_BYTES, too_large

MOST_MEMBERS = 5000
"""How many files an archive may hold."""
MOST_IN_ALL = 500 * 1024 * 1024
"""How much they may hold together once unpacked, in bytes."""
MOST_RATIO = 200
"""How many times larger than packed one may be: text is seldom ten times, a bomb a thousand times."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_MODEST = 1024 * 1024  # bytes below which the ratio says nothing
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_DOCUMENTS = ("[Content_Types].xml", "mimetype")  # office documents and e-books are archives too


def members(data: bytes, name: str = "") -> Iterator[tuple[str, bytes | SourceError]]:
    """(`name/member`, its bytes) of every file in a ZIP archive, in order; what is no archive as it stands.

    A member that cannot be had comes as the error that says why, and the others follow. Hidden files are left out, as
    in folders.
    """
    if not _is_archive(data):
        yield name, data
        return
    try:
        with open_zip(data, name) as archive:
            require_modest(archive, name)
            for entry in archive.infolist():
                if not (entry.is_dir() or _is_hidden(entry.filename)):
                    where = f"{name}/{disarm(entry.filename)}".replace("\n", " ")
                    yield where, _content(archive, entry, where)
    except SourceError as error:
        yield name, error


@contextmanager
def open_zip(data: bytes, name: str = "") -> Iterator[zipfile.ZipFile]:
    """The archive in `data`. Raises SourceError when its table of contents is damaged."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as problem:
        raise SourceError("The archive is damaged", where=name, remedy="Pack it again.") from problem
    with archive:
        yield archive


def require_modest(archive: zipfile.ZipFile, name: str = "") -> None:
    """Raise SourceError when an archive holds more files, or more bytes once unpacked, than are read."""
    entries = archive.infolist()
    if len(entries) > MOST_MEMBERS:
        raise SourceError(
            f"It holds {len(entries)} files, more than the {MOST_MEMBERS} that are read", where=name, remedy="Split it."
        )
    if sum(entry.file_size for entry in entries) > MOST_IN_ALL:
        raise SourceError(
            f"Unpacked it holds more than the {MOST_IN_ALL // 2**20} MB that are read", where=name, remedy="Split it."
        )
    for entry in entries:
        if entry.file_size > _MODEST and entry.file_size > MOST_RATIO * entry.compress_size:
            raise SourceError(
                f"A file in it grows more than {MOST_RATIO} times when it is unpacked",
                where=f"{name}/{disarm(entry.filename)}",
                remedy="Unpack it yourself if you trust it, and add the files.",
            )


def _is_archive(data: bytes) -> bool:
    """Whether `data` is a ZIP archive of files; an office document is one to `read_all`, a damaged one to `members`."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return not any(part in archive.NameToInfo for part in _DOCUMENTS)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return True


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(".") and part.strip(".") for part in parts) or parts[0] == "__MACOSX"


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str) -> bytes | SourceError:
    """The bytes of one member, or why it is not read."""
    if reason := refusal(entry):
        return SourceError(reason, where=where, remedy="Unpack it yourself, and add the file.")
    try:
        with archive.open(entry) as file:
            data = file.read(MOST_BYTES + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError, ValueError):
        return SourceError("This file of the archive is damaged", where=where, remedy="Pack it again.")
    if len(data) > MOST_BYTES:
        return too_large(where, MOST_BYTES)
    if _is_archive(data):
        return SourceError("An archive inside an archive is not opened", where=where, remedy="Unpack it, and add it.")
    return data


def refusal(entry: zipfile.ZipInfo) -> str:
    """Why a member is not unpacked; empty where nothing speaks against it."""
    parts = entry.filename.replace("\\", "/").split("/")
    if ".." in parts or not parts[0] or ":" in parts[0]:
        return "Its name points outside of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "It is a link, not a file"
    if entry.flag_bits & _ENCRYPTED:
        return "It is encrypted"
    if entry.compress_type not in _METHODS:
        return "It is packed in a way that is not read here"
    return ""
