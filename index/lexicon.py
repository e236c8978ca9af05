"""The words an index has, in order, kept in memory: what patterns are tried on.

Whoosh reads its word list from disk, and more than the words, each time; a segment's words never change, so they are
read once, at the first pattern. Not here: which of them a pattern stands for (`expansion.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

_LAST = "\U0010ffff"


class Lexicon:
    """The words of an open index, by field."""

    def __init__(self, reader: IndexReader, before: Lexicon | None = None) -> None:
        """reader: the index. before: the lexicon of an earlier reader, whose segments need not be read again."""
        self._parts: dict[str, _Part] = {}
        for leaf, _ in reader.leaf_readers():
            segment: Any = leaf.segment()
            name = segment.segment_id() if segment else ""
            known = before._parts.get(name) if before else None
            self._parts[name] = _Part(leaf, known.lists if known else {})

    def words(self, field: str, start: str) -> set[str]:
        """The words of `field` that begin with `start`."""
        return {word for part in self._parts.values() for word in part.words(field, start)}

    def documents(self, field: str, word: str) -> int:
        """In how many documents a word stands, removed ones of a segment not yet rewritten included."""
        return sum(part.leaf.doc_frequency(field, word) for part in self._parts.values())


class _Part:
    """The words of one segment. lists: those read so far, by field."""

    def __init__(self, leaf: Any, lists: dict[str, list[str]]) -> None:
        self.leaf = leaf
        self.lists = lists

    def words(self, field: str, start: str) -> list[str]:
        words = self.lists.get(field)
        if words is None:
            words = self.lists[field] = sorted(raw.decode() for raw in self.leaf.lexicon(field))
        return words[bisect_left(words, start) : bisect_left(words, start + _LAST)]
