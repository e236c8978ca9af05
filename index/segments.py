"""An open index: the words of its segments, their posting lists, the lengths and days of its documents.

What never changes in a segment is read once and kept while the index is opened again and again beside its writer. Not
here: what a query makes of it (`scoring.py`), how it is kept on disk (`codec.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from whoosh.util.numeric import byte_to_length

from index.lists import PostingList

if TYPE_CHECKING:
    from index.shelf import Files


class Opened:
    """The files of one segment, open, and what was read of them. Its documents are numbers from 0 to `count`.

    size: how many places they take.
    """

    def __init__(self, files: Files, segment: Any) -> None:
        """Raises OSError where a file is gone."""
        self._files = files
        self._segment = segment
        self._codec = segment.codec()
        self.terms = self._codec.terms_reader(files, segment)
        self._documents = self._codec.per_document_reader(files, segment)
        self._lengths: dict[str, array[int]] = {}
        self.count: int = segment.doc_count_all()
        self.size: int = segment.places
        self.totals: dict[str, int] = dict(segment._fieldlengths)
        columns = ("date", "start", *(f"_{field}_len" for field in self.totals))
        self._columns = {column: self._bytes_of(column) for column in columns}
        if self.count:
            self.stored(0)  # what is opened at first use may have been swept by another program until then

    def words(self, field: str, start: str) -> list[str]:
        """The words of `field` that begin with `start`, in order."""
        found: list[str] = self.terms.lexicon(field).beginning(start)
        return found

    def documents(self, field: str, word: str) -> int:
        """In how many documents a word stands, removed ones included."""
        found: int = self.terms.lexicon(field).count(word)
        return found

    def lengths(self, field: str) -> array[int]:
        """How many words each document has in `field`, as Whoosh rounds it."""
        lengths = self._lengths.get(field)
        if lengths is None:
            known = list(map(byte_to_length, range(256)))
            lengths = array("L", map(known.__getitem__, self._column(f"_{field}_len", "B", 0)))
            self._lengths[field] = lengths
        return lengths

    @cached_property
    def days(self) -> array[int]:
        """The day (ordinal) of each document, 0 where it is unknown."""
        return self._column("date", "I", 0)

    @cached_property
    def starts(self) -> array[int]:
        """The first place of each document; places are counted through the segment."""
        return self._column("start", "I", 0)

    def stored(self, number: int) -> dict[str, Any]:
        """The stored fields of a document."""
        found: dict[str, Any] = self._documents.stored_fields(number)
        return found

    def _column(self, field: str, typecode: str, default: int) -> array[int]:
        """A numeric column, whole; Whoosh leaves out defaults at its end."""
        found = array(typecode)
        found.frombytes(self._columns.pop(field, b""))
        if sys.byteorder == "little":
            found.byteswap()
        found.extend([default] * (self.count - len(found)))
        return found

    def _bytes_of(self, field: str) -> bytes:
        """The bytes of a column; none where it has only defaults."""
        name = self._codec.column_filename(self._segment, field)
        if not self._files.file_exists(name):
            return b""
        with self._files.open_file(name) as file:
            return bytes(file.read())

    def close(self) -> None:
        """Release the files."""
        self.terms.close()
        self._documents.close()


class Segment:
    """One part of an open index. removed: the numbers of its documents that are no longer in the library."""

    def __init__(self, opened: Opened, segment: Any) -> None:
        self.opened = opened
        self.segment = segment
        self.count = opened.count
        self.removed: set[int] = set(segment.deleted_docs())

    def postings(self, field: str, word: str, *, placed: bool = False) -> PostingList | None:
        """Where a word stands, removed documents included; None where it stands nowhere.

        placed: whether its places are wanted, too.
        """
        found: PostingList | None = self.opened.terms.postings(field, word, placed=placed)
        return found

    def bitmap(self, field: str, word: str) -> bytes | None:
        """The bitmap of the places of a common word; None where it is not common."""
        found: bytes | None = self.opened.terms.bitmap(field, word)
        return found

    def number(self, id: str) -> int | None:
        """The number of the document with this id; None where it is not here, or removed."""
        found = self.postings("id", id)
        return next((number for number in found.documents if number not in self.removed), None) if found else None

    def documents_at(self, places: Iterable[int]) -> dict[int, int]:
        """How many of these places (in order) each document holds."""
        starts, found = self.opened.starts, dict[int, int]()
        number, end = -1, -1
        for place in places:
            if place >= end:
                number = bisect_right(starts, place) - 1
                end = starts[number + 1] if number + 1 < len(starts) else sys.maxsize
                found[number] = 0
            found[number] += 1
        return found


class Segments:
    """An open index."""

    def __init__(self, files: Files, segments: Iterable[Any], before: Segments | None = None) -> None:
        """segments: Whoosh's. before: the same index opened earlier; its open files are taken over, except those
        that are not needed any more: they are closed, and `before` is not used afterwards. Raises OSError.
        """
        known = {name: part.opened for name, part in before.parts.items()} if before else {}
        self.parts: dict[str, Segment] = {}
        fresh: list[Opened] = []
        try:
            for segment in segments:
                name = segment.segment_id()
                if name not in known:
                    fresh.append(Opened(files, segment))
                self.parts[name] = Segment(known.get(name) or fresh[-1], segment)
        except BaseException:
            for opened in fresh:
                opened.close()
            raise
        for name, opened in known.items():
            if name not in self.parts:
                opened.close()

    @property
    def count(self) -> int:
        """How many documents the index holds."""
        return sum(part.count - len(part.removed) for part in self.parts.values())

    def words(self, field: str, start: str) -> set[str]:
        """The words of `field` that begin with `start`."""
        return {word for part in self.parts.values() for word in part.opened.words(field, start)}

    def documents(self, field: str, word: str) -> int:
        """In how many documents a word stands, removed ones of a segment not yet rewritten included."""
        return sum(part.opened.documents(field, word) for part in self.parts.values())

    def average(self, field: str) -> float:
        """How many words a document has in `field` on average; 1 at least."""
        total = sum(part.opened.totals.get(field, 0) for part in self.parts.values())
        return max(1.0, total / max(1, sum(part.count for part in self.parts.values())))

    def close(self) -> None:
        """Release the files."""
        for part in self.parts.values():
            part.opened.close()
