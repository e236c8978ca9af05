"""The errors a reader can meet. Each says what is wrong, where, and what to do; the front end shows it once."""

from __future__ import annotations


class RashomonError(Exception):
    """Something the program could not do, in the reader's words.

    what: what is wrong, one sentence without a full stop.
    where: the file, line, id or field it concerns; empty where there is no place.
    remedy: what to do about it, one sentence; empty where nothing helps.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{place}{self.what}.{remedy}"


class LibraryError(RashomonError):
    """A folder that is not a library, cannot be opened, or was written by a newer version."""


class UnknownArticle(RashomonError):
    """No article in the library has this id."""


class UnknownNote(RashomonError):
    """No note in the library has this id."""


class SourceError(RashomonError):
    """A source that cannot be read, decoded or recognised."""


class NoArticle(SourceError):
    """A source that was read, but in which no article stands."""


class BriefingError(RashomonError):
    """A briefing file whose header or citations cannot be understood."""


class CodebookError(RashomonError):
    """A codebook file that cannot be understood."""


class NotesError(RashomonError):
    """A file of notes that cannot be exported to or imported from."""


class EngineError(RashomonError):
    """A search engine that cannot be opened, built or reached."""


class Stopped(RashomonError):
    """Long work was stopped by the reader."""
