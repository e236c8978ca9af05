"""The file a codebook stands in: read, read again when it changes, begun, added to. Not here: what stands in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from briefings.errors import CodebookError
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.codebook_bundled import STARTER, bundled
from briefings.notes.codebook_faults import faults
from briefings.notes.codebook_markdown import parse

NAME = "codebook.md"
"""What the file is called in a library."""
MOST_BYTES = 2 * 1024 * 1024
"""The largest codebook that is read, in bytes."""

_Stamp = tuple[int, int, int]


class CodebookFile:
    """The codebook in one file. `read` is cheap while the file stays as it is, so that whoever shows codes may ask
    each time; the starter serves where there is no file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp: _Stamp | None = None
        self._known = EMPTY
        self._error: CodebookError | None = None

    @property
    def last(self) -> Codebook:
        """The codes as they last could be read: what to go on with while the file is being mended."""
        return self._known

    def read(self) -> Codebook:
        """The codes of the file as it is now. Raises CodebookError, with the line, each time until it is mended."""
        stamp = self._look()
        if stamp != self._stamp:
            try:
                self._known, self._error = codebook(self.text(), str(self.path)), None
            except CodebookError as error:
                self._error = error
            self._stamp = stamp  # last: who reads beside us must not take the old codes for the new ones
        if self._error is not None:
            raise self._error
        return self._known

    def text(self) -> str:
        """The Markdown of the file; the starter's where there is no file. Raises CodebookError."""
        try:
            with self.path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except FileNotFoundError:
            return bundled(STARTER)
        except OSError as error:
            remedy = "Check its permissions."
            what = f"the codebook cannot be read ({error.strerror})"
            raise CodebookError(what, where=str(self.path), remedy=remedy) from error
        if len(data) > MOST_BYTES:
            what = f"the codebook holds more than the {MOST_BYTES // 2**20} MB that are read"
            raise CodebookError(what, where=str(self.path), remedy="Keep only the codes in it.")
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            what = "the codebook cannot be read: it is not UTF-8"
            raise CodebookError(what, where=str(self.path), remedy="Save it as UTF-8 text.") from error

    def begin(self, text: str | None = None) -> bool:
        """Write `text`, or the starter, where there is no file yet, for an editor to open; whether it did.

        Raises CodebookError where it cannot be written.
        """
        try:
            with self.path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(bundled(STARTER) if text is None else text)
        except FileExistsError:
            return False
        except OSError as error:
            raise self._unwritten(error) from error
        return True

    def write(self, text: str) -> None:
        """Put `text` in the place of what stands there: all of it or nothing. Raises CodebookError."""
        there = self.path.resolve()  # a link stays one
        beside = there.with_name(f"{there.name}.{os.getpid()}.new")
        try:
            with beside.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            if there.exists():
                shutil.copymode(there, beside)
            beside.replace(there)
        except OSError as error:
            beside.unlink(missing_ok=True)
            raise self._unwritten(error) from error

    def _look(self) -> _Stamp:
        """What changes whenever the file does; zeros where there is none."""
        try:
            seen = self.path.stat()
        except OSError:
            return (0, 0, 0)
        return (seen.st_mtime_ns, seen.st_size, seen.st_ino)

    def _unwritten(self, error: OSError) -> CodebookError:
        what = f"the codebook cannot be written ({error.strerror})"
        return CodebookError(what, where=str(self.path), remedy="Check the folder's permissions.")


def codebook(text: str, where: str) -> Codebook:
    """The codes of a Markdown text. Raises CodebookError with `where` and the line of the first fault."""
    found = faults(text)
    if found:
        first, more = found[0], len(found) - 1
        remedy = f"{first.remedy} {more} more: `rashomon codebook check`." if more else first.remedy
        raise CodebookError(first.what, where=f"{where}:{first.line}", remedy=remedy)
    return Codebook(tuple(parse(text)))
