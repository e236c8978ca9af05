"""Documents -> a segment: where each spelling stands is noted in memory, then everything is written at once.

Whoosh's own writer makes an object of every posting and sorts them all. Here a document costs one look-up and one
append a word; forms, stems and the documents of a word are found at the end, once for each spelling and not for each
word of each text. Not here: what goes into which field (`documents.py`), the bytes (`codec.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from whoosh.columns import NumericColumn

from index.analysis import WORD, form_and_stem
from index.codec import ListCodec
from index.documents import fields_of, schema
from index.fields import TITLE_WEIGHT
from index.lists import PostingList

if TYPE_CHECKING:
    from index.engine import Document
    from index.shelf import Files

GAP = 100
"""Places left free between a title and its text, between quotes, and between documents: no phrase runs across."""

NUMBER = NumericColumn("I", default=0)
"""A column of whole numbers."""

Places = dict[str, "array[int]"]
"""Where each spelling, or each name, stands."""


class Inversion:
    """A segment being made. count: how many documents it has. size: how many places they take, a measure of memory."""

    def __init__(self, files: Files, name: str) -> None:
        """files: where to write. name: the index's."""
        codec = ListCodec()
        self._schema = schema()
        self.segment = codec.new_segment(files, name)
        self._per_document = codec.per_document_writer(files, self.segment)
        self._words = codec.field_writer(files, self.segment)
        self._texts: dict[str, Places] = {}
        self._names: dict[str, Places] = {}
        self._documents = array("I")  # the document of each place
        self.count = 0
        self.size = 0

    def add(self, document: Document) -> None:
        """Put a document behind those that are there."""
        kept = fields_of(document)
        writer = self._per_document
        writer.start_doc(self.count)
        writer.add_column_value("start", NUMBER, self.size)
        writer.add_column_value("date", NUMBER, kept.day)
        end = self.size
        for field, parts in kept.texts.items():
            length, last = self._add_texts(self._texts.setdefault(field, defaultdict(partial(array, "I"))), parts)
            writer.add_field(field, self._schema[field], None, length)
            end = max(end, last)
        for field, name in kept.names.items():
            self._names.setdefault(field, defaultdict(partial(array, "I")))[name].append(self.count)
        for field, value in kept.stored.items():
            writer.add_field(field, self._schema[field], value, 0)
        writer.finish_doc()
        self._documents.extend(repeat(self.count, end + GAP - self.size))
        self.count += 1
        self.size = end + GAP

    def _add_texts(self, places: Places, parts: tuple[str, ...]) -> tuple[int, int]:
        """Note where the words of a field's texts stand; gives how many they are, and the place after the last."""
        start, length = self.size, 0
        for text in parts:
            words = WORD.findall(text)
            for place, word in enumerate(words, start):
                places[word].append(place)
            length += len(words)
            start += len(words) + GAP
        return length, start

    def finish(self) -> Any:
        """Write everything; gives Whoosh's segment, to be named in a table of contents."""
        self.segment.set_doc_count(self.count)
        self.segment.places = self.size
        self._per_document.close()
        for field, places in self._texts.items():
            stems = _gathered(places, 1)
            self._words.add_field(field, self._lists(stems, self._titles() if field == "words" else {}), self.size)
        forms = (one for one in _gathered(self._texts.get("words", {}), 0) if form_and_stem(one[0])[1] != one[0])
        self._words.add_field("forms", self._lists(forms, {}), self.size)
        for field, names in self._names.items():
            self._words.add_field(field, ((name, _unplaced(names[name])) for name in sorted(names)), self.size)
        self._words.close()
        return self.segment

    def _titles(self) -> dict[str, Counter[int]]:
        """How often each stem stands in the title of each document."""
        return {stem: self._counted(places) for stem, places in _gathered(self._texts.get("title", {}), 1)}

    def _counted(self, places: array[int]) -> Counter[int]:
        """How many of these places each document holds, in order."""
        return Counter(map(self._documents.__getitem__, places))

    def _lists(
        self, words: Iterator[tuple[str, array[int]]], titles: dict[str, Counter[int]]
    ) -> Iterator[tuple[str, PostingList]]:
        for word, places in words:
            counts = self._counted(places)
            documents = array("I", counts)
            for document, times in titles[word].items() if word in titles else ():
                counts[document] += times * (TITLE_WEIGHT - 1)
            yield word, PostingList(documents, array("f", counts.values()), places)


def _unplaced(documents: array[int]) -> PostingList:
    """The list of a name: where it stands in a document does not matter."""
    return PostingList(documents, array("f", repeat(1.0, len(documents))), array("I"))


def _gathered(places: Places, part: int) -> Iterator[tuple[str, array[int]]]:
    """Each form (part 0) or stem (1) in order, with the places of all its spellings, in order."""
    spellings: defaultdict[str, list[array[int]]] = defaultdict(list)
    for spelling, found in places.items():
        spellings[form_and_stem(spelling)[part]].append(found)
    for word in sorted(spellings):
        found, *others = spellings[word]
        yield word, array("I", sorted(chain(found, *others))) if others else found
