"""An open index, read a block at a time: its words, its postings, the lengths and days of its documents.

Whoosh goes from document to document through objects; here a block of postings comes at once, and what never changes in
a segment (words, lengths, days) is read once and kept. Not here: what a query makes of it (`scoring.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from whoosh.reading import TermNotFound

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

_LAST = "\U0010ffff"

Block = tuple[Sequence[int], Sequence[float], Sequence[bytes]]
"""Documents of a segment, a word's weight in each, and its positions in each where the field keeps them."""


@dataclass(slots=True)
class Kept:
    """What was read of a segment and stays true when the index is opened again, by field (and word)."""

    words: dict[str, list[str]] = field(default_factory=dict)
    lengths: dict[str, array[int]] = field(default_factory=dict)
    days: dict[str, list[int]] = field(default_factory=dict)
    having: dict[tuple[str, str], int] = field(default_factory=dict)


class Segment:
    """One part of an open index. Its documents are numbers from 0 to `count`."""

    def __init__(self, leaf: Any, kept: Kept) -> None:
        self.leaf = leaf
        self.kept = kept
        self.count: int = leaf.doc_count_all()
        self.removed = (
            {number for number in range(self.count) if leaf.is_deleted(number)} if leaf.has_deletions() else set()
        )

    def words(self, field: str, start: str) -> list[str]:
        """The words of `field` that begin with `start`, in order."""
        words = self.kept.words.get(field)
        if words is None:
            words = self.kept.words[field] = sorted(raw.decode() for raw in self.leaf.lexicon(field))
        return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]

    def documents(self, field: str, word: str) -> int:
        """In how many documents a word stands, removed ones included."""
        having = self.kept.having.get((field, word))
        if having is None:
            having = self.kept.having[field, word] = self.leaf.doc_frequency(field, word)
        return having

    def lengths(self, field: str) -> array[int]:
        """How many words each document has in `field`, as Whoosh rounds it."""
        lengths = self.kept.lengths.get(field)
        if lengths is None:
            length = self.leaf.doc_field_length
            lengths = array("L", (length(number, field) or 0 for number in range(self.count)))
            self.kept.lengths[field] = lengths
        return lengths

    def days(self, field: str) -> list[int]:
        """The day (ordinal) of each document; a number no calendar has where unknown."""
        days = self.kept.days.get(field)
        if days is None:
            column = self.leaf.column_reader(field) if self.leaf.has_column(field) else ()
            days = self.kept.days[field] = list(column)
        return days

    def postings(self, field: str, word: str) -> Iterator[Block]:
        """Where a word stands, block by block; removed documents are still among them."""
        try:
            matcher = self.leaf.postings(field, word)
        except TermNotFound:
            return
        while hasattr(matcher, "child"):  # the filter of removed documents
            matcher = matcher.child
        while matcher.is_active():
            matcher._read_ids()
            matcher._read_weights()
            matcher._read_values()
            yield matcher._ids, matcher._weights, matcher._values
            matcher._next_block()


class Segments:
    """An open index."""

    def __init__(self, reader: IndexReader, before: Segments | None = None) -> None:
        """reader: Whoosh's. before: the same index opened earlier; what was read of its segments is not read again."""
        self.reader = reader
        self.parts: dict[str, Segment] = {}
        for leaf, _ in reader.leaf_readers():
            segment: Any = leaf.segment()
            name = segment.segment_id() if segment else ""
            known = before.parts.get(name) if before else None
            if segment:
                self.parts[name] = Segment(leaf, known.kept if known else Kept())

    @property
    def count(self) -> int:
        """How many documents the index holds."""
        return sum(part.count - len(part.removed) for part in self.parts.values())

    def words(self, field: str, start: str) -> set[str]:
        """The words of `field` that begin with `start`."""
        return {word for part in self.parts.values() for word in part.words(field, start)}

    def documents(self, field: str, word: str) -> int:
        """In how many documents a word stands, removed ones of a segment not yet rewritten included."""
        return sum(part.documents(field, word) for part in self.parts.values())

    def average(self, field: str) -> float:
        """How many words a document has in `field` on average; 1 at least."""
        total: int = sum(part.leaf.field_length(field) for part in self.parts.values())
        return max(1.0, total / max(1, sum(part.count for part in self.parts.values())))

    def close(self) -> None:
        """Release the files."""
        self.reader.close()
