"""Posting lists: where a word stands in the documents of a segment, as three flat arrays, and their bytes on disk.

Flat arrays are read by copying bytes: no object for each document or place is made before a query asks for it. Places
are counted through the whole segment, so that the places of two words can be compared without knowing their documents.
Not here: which word has which list (`codec.py`), making lists from documents (`inversion.py`).
"""

from __future__ import annotations

from array import array
from itertools import repeat
from operator import add
from typing import NamedTuple

_SIZE = 4


class PostingList(NamedTuple):
    """Where one word stands.

    documents: the numbers of the documents, ascending. weights: what it weighs in each, in their order.
    places: where it stands, ascending, counted through all documents of the segment; empty where a field keeps none.
    """

    documents: array[int]
    weights: array[float]
    places: array[int]

    def to_bytes(self) -> bytes:
        """The three arrays one after the other, in this machine's byte order."""
        return self.documents.tobytes() + self.weights.tobytes() + self.places.tobytes()

    @staticmethod
    def length(count: int) -> int:
        """How many bytes the documents and weights of a list take."""
        return 2 * _SIZE * count

    @classmethod
    def from_bytes(cls, data: bytes, count: int) -> PostingList:
        """The list that `to_bytes` wrote, or its first `length` bytes. count: how many documents it has."""
        cut = count * _SIZE
        return cls(array("I", data[:cut]), array("f", data[cut : 2 * cut]), array("I", data[2 * cut :]))

    def moved(self, documents: int, places: int) -> PostingList:
        """The list as it is where its segment follows `documents` documents that take `places` places."""
        return PostingList(
            array("I", map(add, self.documents, repeat(documents))),
            self.weights,
            array("I", map(add, self.places, repeat(places))),
        )

    def extend(self, other: PostingList) -> None:
        """Put a list of later documents behind this one."""
        self.documents.extend(other.documents)
        self.weights.extend(other.weights)
        self.places.extend(other.places)


def empty_list() -> PostingList:
    """A list without a document."""
    return PostingList(array("I"), array("f"), array("I"))
