"""How a segment is kept on disk: Whoosh's third format, with words and posting lists of our own in it.

A codec is Whoosh's place for this. Its own lists are blocks of pickled and compressed tuples, written and read posting
by posting, and its words a hash table on disk; ours are flat arrays (`lists.py`) and a sorted list (`lexicon.py`),
written and read whole. Columns, stored fields, segments and tables of contents are Whoosh's; its own searcher, which
steps from posting to posting, does not read these lists. Not here: what a query makes of a list (`scoring.py`).
"""

# mypy: allow-untyped-calls, disable-error-code="misc"

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3Codec

from index import bitmap
from index.lexicon import Lexicon
from index.lists import PostingList

if TYPE_CHECKING:
    from whoosh.codec.base import Segment

COMMON = 128
"""A word that takes more than one place in so many is kept as a bitmap too: a bit for each place of a segment."""

_BITMAPS = "/bitmaps"


class ListCodec(W3Codec):
    """Whoosh's third format with flat posting lists."""

    def field_writer(self, storage: Any, segment: Segment) -> ListWriter:
        """What writes the words of a segment and their lists."""
        return ListWriter(
            segment.create_file(storage, self.TERMS_EXT),
            segment.create_file(storage, self.POSTS_EXT),
        )

    def terms_reader(self, storage: Any, segment: Segment) -> ListReader:
        """What reads the words of a segment and their lists."""
        return ListReader(
            segment.open_file(storage, self.TERMS_EXT),
            segment.open_file(storage, self.POSTS_EXT),
        )


class ListWriter:
    """Writes the words of fields and their lists."""

    def __init__(self, words: Any, lists: Any) -> None:
        """words, lists: the files."""
        self._words = words
        self._lists = lists
        self._place = 0
        self._fields: list[tuple[str, list[int]]] = []

    def add_field(self, field: str, found: Iterable[tuple[str, PostingList]], size: int) -> None:
        """Write the words of a field, in order, with their lists, which are not empty, and bitmaps of common words.

        size: how many places the segment's documents take.
        """
        bitmaps: list[tuple[str, bytes]] = []

        def lists() -> Iterator[tuple[str, int, bytes]]:
            for word, known in found:
                if len(known.places) * COMMON > size:
                    bitmaps.append((word, bitmap.to_bytes(known.places, size)))
                yield word, len(known.documents), known.to_bytes()

        self._add(field, lists())
        self._add(f"{field}{_BITMAPS}", ((word, 0, bits) for word, bits in bitmaps))

    def _add(self, field: str, found: Iterable[tuple[str, int, bytes]]) -> None:
        words, counts, sizes = [], [], []
        start = self._place
        for word, count, data in found:
            self._lists.write(data)
            words.append(word)
            counts.append(count)
            sizes.append(len(data))
            self._place += len(data)
        data, lengths = Lexicon.to_bytes(words, counts, sizes)
        self._words.write(data)
        self._fields.append((field, [start, *lengths]))

    def close(self) -> None:
        """Write what fields there are, and release the files."""
        contents = json.dumps(self._fields).encode()
        self._words.write(contents + len(contents).to_bytes(8, "big"))
        self._words.close()
        self._lists.close()


class ListReader:
    """Reads the words of a segment and their lists; the words of a field are read when they are first asked for."""

    def __init__(self, words: Any, lists: Any) -> None:
        self._file = words
        self._lists = lists
        self._read: dict[str, Lexicon] = {}
        words.seek(-8, 2)
        end = words.tell()
        length = int.from_bytes(words.read(8), "big")
        contents = json.loads(_whole(words, end - length, length))
        self._fields: dict[str, tuple[int, int, list[int]]] = {}
        at = 0
        for field, (start, *lengths) in contents:
            self._fields[field] = (at, start, lengths)
            at += sum(lengths)

    def lexicon(self, field: str) -> Lexicon:
        """The words of a field."""
        known = self._read.get(field)
        if known is None:
            at, start, lengths = self._fields.get(field, (0, 0, [0, 0, 0]))
            data = _whole(self._file, at, sum(lengths))
            known = self._read[field] = Lexicon.from_bytes(data, lengths, start)
        return known

    def postings(self, field: str, word: str, *, placed: bool = True) -> PostingList | None:
        """Where a word stands; None where it does not. placed: whether its places are wanted, most of the list."""
        words = self.lexicon(field)
        number = words.number(word)
        if number is None:
            return None
        (start, end), count = words.extent(number), words.counts[number]
        length = end - start if placed else PostingList.length(count)
        return PostingList.from_bytes(_whole(self._lists, start, length), count)

    def bitmap(self, field: str, word: str) -> bytes | None:
        """The bitmap of a word's places; None where it is not common."""
        words = self.lexicon(f"{field}{_BITMAPS}")
        number = words.number(word)
        if number is None:
            return None
        start, end = words.extent(number)
        return _whole(self._lists, start, end - start)

    def fields(self) -> Iterator[str]:
        """The fields that have words."""
        return (field for field in self._fields if not field.endswith(_BITMAPS))

    def close(self) -> None:
        """Release the files."""
        self._file.close()
        self._lists.close()


def _whole(file: Any, at: int, length: int) -> bytes:
    """The bytes of a file at a place. Raises OSError where it is shorter: it was cut since it was opened."""
    found = bytes(file.get(at, length))
    if len(found) < length:
        raise OSError("a file of the search index was cut")
    return found
