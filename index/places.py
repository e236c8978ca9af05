"""Where phrases and exact words stand in a segment, from the places of their stems.

Places are counted through the segment, so a phrase is found among numbers, without a look at documents. The places of a
common word are a bitmap, those of others a sorted list. Not here: what a document scores for them (`scoring.py`), what
is lit in a text (`matches.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import repeat
from operator import add
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term

from index.analysis import stem
from index.bitmap import beside, followers, holds, places_in

if TYPE_CHECKING:
    from index.segments import Segment

Places = Sequence[int] | bytes
"""A sorted list of places, or their bitmap."""

_LONG = 3
"""A form begins with the first two letters of its stem where the stem is longer than this, else with the first."""
_FEW = 16
"""A list so many times shorter than another is looked up in it place by place."""


def places_of(part: Segment, query: Term | Phrase) -> Sequence[int]:
    """Where the words of a leaf of a query tree stand, in order; of a phrase, its last words."""
    if isinstance(query, Phrase):
        return phrase_places(part, query.fieldname, query.words, query.slop)
    return exact_places(part, query.text) if query.fieldname == "exact" else _listed(part, query.fieldname, query.text)


def phrase_places(part: Segment, field: str, words: list[str], slop: int) -> Sequence[int]:
    """Where the last words of a phrase stand, in order: each word at most `slop` places after the one before."""
    reached = _places(part, field, words[0])
    for word in words[1:]:
        if not reached:
            break
        reached = _after(reached, _places(part, field, word), max(slop, 1))
    return list(places_in(reached)) if isinstance(reached, bytes) else reached


def exact_places(part: Segment, form: str) -> Sequence[int]:
    """Where a word stands in this very form, capitals and accents aside; in order."""
    own = stem(form)
    if own != form:
        return _listed(part, "forms", form)
    start = own[: 2 if len(own) > _LONG else 1]
    others = [other for other in part.opened.words("forms", start) if stem(other) == own]
    inflected = set[int]().union(*(_listed(part, "forms", other) for other in others))
    return [place for place in _listed(part, "words", own) if place not in inflected]


def _places(part: Segment, field: str, word: str) -> Places:
    if field == "exact":
        return exact_places(part, word)
    common = part.bitmap(field, word)
    return _listed(part, field, word) if common is None else common


def _listed(part: Segment, field: str, word: str) -> Sequence[int]:
    found = part.postings(field, word, placed=True)
    return found.places if found else ()


def _after(reached: Places, known: Places, slop: int) -> Places:
    """The places of `known` that follow one of `reached` by at most `slop`."""
    steps = range(1, slop + 1)
    if isinstance(reached, bytes):
        if isinstance(known, bytes):
            return followers(reached, known, slop)
        if slop == 1:
            return beside(reached, known, -1)
        return [place for place in known if any(holds(reached, place - step) for step in steps)]
    if isinstance(known, bytes):
        if slop == 1:
            return [place + 1 for place in beside(known, reached, 1)]
        return sorted({place + step for place in reached for step in steps if holds(known, place + step)})
    if slop > 1:
        ahead = [-slop - 1, *reached]
        return [place for place in known if place - ahead[bisect_left(reached, place)] <= slop]
    if len(reached) * _FEW < len(known):
        return [place + 1 for place in reached if _is_in(known, place + 1)]
    return sorted(set(map(add, reached, repeat(1))).intersection(known))


def _is_in(known: Sequence[int], place: int) -> bool:
    at = bisect_left(known, place)
    return at < len(known) and known[at] == place
