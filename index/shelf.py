"""The folder of an index: which of its files belong to it, whether they are whole and ours, and who may write.

A manifest names the files of the index with their hashes and is sealed. Writing goes on beside the files it names; then
a new manifest takes its place in one step, and files no manifest names are swept. So a killed writer, a damaged or
foreign file cost a rebuild at worst, and never a search. A file whose size, times and place on the disk are those of
when it was written is taken for whole: to hash a large index takes longer than to search it. Not here: what the files
hold (`documents.py`, Whoosh).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.util.filelock import FileLock

from briefings.errors import EngineError
from index.manifest import Manifest

MANIFEST = "manifest.json"
LOCK = "writer.lock"
_POLL = 0.05


class Files(FileStorage):
    """Whoosh's view of the folder: a table of contents exists for it only when the manifest names it or it wrote it.

    Files the manifest names are never deleted by Whoosh, only swept after the next manifest is in place.
    """

    def __init__(self, folder: Path, trusted: dict[str, str], stamps: dict[str, list[int]] | None = None) -> None:
        """trusted: the hashes of the files the manifest names. stamps: what the disk said of each."""
        super().__init__(str(folder))
        self.trusted = trusted
        self._sizes = {name: stamp[0] for name, stamp in (stamps or {}).items()}
        self.written: set[str] = set()

    def list(self) -> list[str]:
        """The names Whoosh may see."""
        known = self.trusted.keys() | self.written
        return [name for name in super().list() if name in known or not name.endswith(".toc")]

    def file_exists(self, name: str) -> bool:
        """Whether there is a file of this name. Raises OSError where one that was whole is gone, or of another size."""
        if name in self._sizes and os.stat(self._fpath(name)).st_size != self._sizes[name]:
            raise OSError("a file of the search index was cut")
        return bool(super().file_exists(name))

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:
        """Give a file its final name, in place of a leftover of a killed writer."""
        os.replace(self._fpath(oldname), self._fpath(newname))
        self.written.add(newname)

    def delete_file(self, name: str) -> None:
        """Delete a file of the writing under way."""
        if name not in self.trusted:
            super().delete_file(name)


class Shelf:
    """The folder of one library's index."""

    def __init__(self, folder: Path, library: str, schema: str) -> None:
        """folder: where the files are. library: its identity. schema: the version a manifest must have."""
        self.folder = folder
        self.library = library
        self.schema = schema
        self._whole: dict[str, tuple[str, list[int]]] = {}
        self._trusts_stamps = True

    def mark(self) -> tuple[int, int, int] | None:
        """What changes when the manifest does; None without one. One look at the disk."""
        try:
            status = (self.folder / MANIFEST).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_ino, status.st_size

    def manifest(self) -> Manifest | None:
        """The manifest, if it is ours, of this library and schema, and every file it names is whole; else None."""
        try:
            found = Manifest.from_bytes((self.folder / MANIFEST).read_bytes())
            if (found.schema, found.library) != (self.schema, self.library):
                return None
            return found if all(self._is_whole(found, name) for name in found.files) else None
        except (OSError, ValueError):
            return None

    def is_damaged(self) -> bool:
        """Whether the index cannot be trusted, looking at every byte of its files again."""
        self._whole.clear()
        self._trusts_stamps = False
        try:
            return self.manifest() is None
        finally:
            self._trusts_stamps = True

    def drop_if_damaged(self, seconds: float) -> bool:
        """Forget an index that cannot be trusted, so that it is built anew; whether it could not.

        seconds: how long to wait for a writer, whose index is a new one.
        """
        if not self.is_damaged():
            return False
        with self.writing(seconds) as mine:
            if mine and self.is_damaged():
                self.forget()
        return True

    def forget(self) -> None:
        """Take the manifest away: the index is built anew before the next search. The caller is the one writer."""
        (self.folder / MANIFEST).unlink(missing_ok=True)

    def _is_whole(self, manifest: Manifest, name: str) -> bool:
        """Whether a file is as it was written: its stamp is the same, or else its bytes are."""
        digest, stamp = manifest.files[name], _stamp(self.folder / name)
        if self._whole.get(name) != (digest, stamp):
            known = self._trusts_stamps and manifest.stamps.get(name) == stamp
            self._whole[name] = digest if known else self._hash(name), stamp
        return self._whole[name][0] == digest

    def _hash(self, name: str, *, sync: bool = False) -> str:
        """The hash of a file. sync: whether to wait until its bytes are on the disk."""
        with (self.folder / name).open("rb") as file:
            if sync:
                with contextlib.suppress(OSError):  # where only a writer may ask for it
                    os.fsync(file.fileno())
            return hashlib.file_digest(file, "blake2b").hexdigest()

    def publish(self, manifest: Manifest, names: list[str]) -> Manifest:
        """Put `manifest`, with the files `names`, in place of the one before, and sweep what it does not name."""
        known = {name: manifest.files.get(name) or self._hash(name, sync=True) for name in names}
        whole = replace(manifest, files=known, stamps={name: _stamp(self.folder / name) for name in names})
        fresh = self.folder / f"{MANIFEST}.new"
        with fresh.open("wb") as file:
            file.write(whole.to_bytes())
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self.folder / MANIFEST)
        self._whole = {name: (digest, whole.stamps[name]) for name, digest in known.items()}
        self._sweep(known)
        return whole

    def _sweep(self, known: dict[str, str]) -> None:
        for entry in self.folder.iterdir():
            if entry.name in known or entry.name in (MANIFEST, LOCK):
                continue
            with contextlib.suppress(OSError):  # still open in another window (Windows): swept after the next writing
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    @contextlib.contextmanager
    def writing(self, seconds: float) -> Iterator[bool]:
        """Be the one writer, waiting up to `seconds` for another; gives whether it came to that.

        Raises EngineError when the folder cannot be written.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(str(self.folder / LOCK))
            until = time.monotonic() + seconds
            while not (mine := lock.acquire()) and time.monotonic() < until:
                time.sleep(_POLL)
        except OSError as error:
            raise EngineError(
                f"the search index cannot be written ({error.strerror})",
                where=str(self.folder),
                remedy="Free the folder's space or rights, or search is not possible in this library.",
            ) from error
        try:
            yield mine
        finally:
            if mine:
                lock.release()


def _stamp(file: Path) -> list[int]:
    """What the disk says of a file: size, times (ns) and number. No program can set the time of the last change of all.

    Raises OSError where it is not there.
    """
    status = file.stat()
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
