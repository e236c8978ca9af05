"""Where phrases and exact words stand in a segment, from the places of their stems.

Places are counted through the segment, so a phrase is the intersection of sets of numbers, without a look at documents.
Not here: what a document scores for them (`scoring.py`), what is lit in a text (`matches.py`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term

from index.analysis import stem

if TYPE_CHECKING:
    from index.segments import Segment

_LONG = 3
"""A form begins with the first two letters of its stem where the stem is longer than this, else with the first."""


def phrase_places(part: Segment, field: str, words: list[str], slop: int) -> list[int]:
    """Where the last words of a phrase stand, in order: each word at most `slop` places after the one before."""
    places = [exact_places(part, word) if field == "exact" else _places(part, field, word) for word in words]
    if not all(places):
        return []
    return sorted(_next_to(places) if slop <= 1 else _near(places, slop))


def places_of(part: Segment, query: Term | Phrase) -> Collection[int]:
    """Where the words of a leaf of a query tree stand, in order; of a phrase, its last words."""
    if isinstance(query, Phrase):
        return phrase_places(part, query.fieldname, query.words, query.slop)
    return exact_places(part, query.text) if query.fieldname == "exact" else _places(part, query.fieldname, query.text)


def exact_places(part: Segment, form: str) -> Collection[int]:
    """Where a word stands in this very form, capitals and accents aside; in order."""
    own = stem(form)
    if own != form:
        return _places(part, "forms", form)
    start = own[: 2 if len(own) > _LONG else 1]
    others = [other for other in part.opened.words("forms", start) if stem(other) == own]
    inflected = set[int]().union(*(_places(part, "forms", other) for other in others))
    return [place for place in _places(part, "words", own) if place not in inflected]


def _places(part: Segment, field: str, word: str) -> array[int]:
    found = part.postings(field, word)
    return found.places if found else array("I")


def _next_to(places: list[Collection[int]]) -> set[int]:
    """The last places of words that follow one another, the rarest word first."""
    last = len(places) - 1
    order = sorted(range(len(places)), key=lambda word: len(places[word]))
    found = set(map(add, places[order[0]], repeat(last - order[0])))
    for word in order[1:]:
        found.intersection_update(map(add, places[word], repeat(last - word)))
        if not found:
            break
    return found


def _near(places: list[Collection[int]], slop: int) -> set[int]:
    reached = list(places[0])
    for known in places[1:]:
        ahead = [-slop - 1, *reached]
        reached = [place for place in known if 0 < place - ahead[bisect_left(reached, place)] <= slop]
    return set(reached)
