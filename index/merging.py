"""Several segments -> one: lists joined word by word, documents that were removed left out.

Merging keeps the number of segments, and what was removed, small. Not here: when to merge (`indexing.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from heapq import merge as merged
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any

from index.codec import ListCodec
from index.documents import schema
from index.inversion import NUMBER
from index.lists import PostingList, empty_list
from index.segments import Segment
from index.shelf import Files


def merge(files: Files, name: str, parts: Sequence[Segment]) -> Any:
    """Write the documents of `parts` into one segment of the index `name`; gives Whoosh's segment."""
    codec = ListCodec()
    segment = codec.new_segment(files, name)
    moves = _write_documents(codec.per_document_writer(files, segment), parts)
    segment.set_doc_count(moves[-1].documents)
    segment.places = moves[-1].places
    words = codec.field_writer(files, segment)
    for field in sorted({field for part in parts for field in part.opened.terms.fields()}):
        words.add_field(field, _merged(field, parts, moves), segment.places)
    words.close()
    return segment


class _Move:
    """Where the documents of one segment go. documents, places: how many stand before them in the new one."""

    def __init__(self, part: Segment | None, documents: int, places: int) -> None:
        self.documents = documents
        self.places = places
        self._part = part
        self._numbers = self._kept(part) if part and part.removed else None

    def _kept(self, part: Segment) -> list[int]:
        """The new number of each document; -1 for those removed."""
        numbers, after = [], self.documents
        for number in range(part.count):
            numbers.append(-1 if number in part.removed else after)
            after += number not in part.removed
        return numbers

    def moved(self, found: PostingList) -> PostingList:
        """A list of the segment as it is in the new one."""
        if self._numbers is None or self._part is None:
            return found.moved(self.documents, self.places)
        pairs = [(n, w) for n, w in zip(found.documents, found.weights, strict=True) if self._numbers[n] >= 0]
        places = self._places(found.places)
        return PostingList(
            array("I", [self._numbers[number] for number, _ in pairs]),
            array("f", [weight for _, weight in pairs]),
            places,
        )

    def _places(self, places: array[int]) -> array[int]:
        kept = array("I")
        if self._part is None:
            return kept
        at = 0
        for number, times in self._part.documents_at(places).items():
            if number not in self._part.removed:
                kept.extend(place + self.places for place in places[at : at + times])
            at += times
        return kept


def _write_documents(writer: Any, parts: Sequence[Segment]) -> list[_Move]:
    """Write lengths, days and stored fields; gives the move of each segment, and one that stands for the end."""
    fields = schema()
    count, places, moves = 0, 0, []
    for part in parts:
        moves.append(_Move(part, count, places))
        lengths = {field: part.opened.lengths(field) for field in part.opened.totals}
        for number in range(part.count):
            if number in part.removed:
                continue
            writer.start_doc(count)
            writer.add_column_value("start", NUMBER, part.opened.starts[number] + places)
            if day := part.opened.days[number]:
                writer.add_column_value("date", NUMBER, day)
            for field, known in lengths.items():
                writer.add_field(field, fields[field], None, known[number])
            for field, value in part.opened.stored(number).items():
                writer.add_field(field, fields[field], value, 0)
            writer.finish_doc()
            count += 1
        places += part.opened.size
    writer.close()
    return [*moves, _Move(None, count, places)]


def _merged(field: str, parts: Sequence[Segment], moves: Sequence[_Move]) -> Iterator[tuple[str, PostingList]]:
    """Each word of a field that is left, in order, with its list in the new segment."""
    listed = [zip(part.opened.words(field, ""), repeat(number)) for number, part in enumerate(parts)]
    for word, found in groupby(merged(*listed), key=itemgetter(0)):
        whole = empty_list()
        for _, number in found:
            known = parts[number].postings(field, word, placed=True)
            if known:
                whole.extend(moves[number].moved(known))
        if whole.documents:
            yield word, whole
