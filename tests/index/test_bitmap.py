"""Places as bits, and phrases of common words against phrases of rare ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index import bitmap
from index.places import _after

SIZE = 300
PLACES = st.lists(st.integers(0, SIZE - 1), unique=True, max_size=60).map(sorted)


@given(PLACES)
def test_a_bitmap_holds_its_places_in_order(places: list[int]) -> None:
    bits = bitmap.to_bytes(places, SIZE)
    assert list(bitmap.places_in(bits)) == places
    assert [place for place in range(-3, SIZE + 40) if bitmap.holds(bits, place)] == places


@given(PLACES, PLACES, st.integers(1, 5))
def test_what_follows_is_the_same_as_lists_and_as_bitmaps(first: list[int], second: list[int], slop: int) -> None:
    wanted = [place for place in second if any(0 < place - before <= slop for before in first)]
    for reached in (first, bitmap.to_bytes(first, SIZE)):
        for known in (second, bitmap.to_bytes(second, SIZE)):
            found = _after(reached, known, slop)
            assert (list(bitmap.places_in(found)) if isinstance(found, bytes) else found) == wanted


def test_a_rare_word_is_looked_up_in_the_list_of_a_common_one() -> None:
    assert _after([4, 40], list(range(5, 200, 3)), 1) == [5, 41]
