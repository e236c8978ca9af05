"""The places of very common words as bitmaps, a bit a place: those of a whole segment are shifted and joined at once.

Lists of numbers for rare words and bitmaps for common ones are the hybrid of J. S. Culpepper and A. Moffat, Efficient
set intersection for inverted indexing, ACM TOIS 2010. Pure. Not here: which words are common (`codec.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_BYTE = re.compile(rb"[^\0]")
_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]


def to_bytes(places: Iterable[int], size: int) -> bytes:
    """The bitmap of `places`, which are below `size`."""
    bits = bytearray((size >> 3) + 2)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def holds(bits: bytes, place: int) -> bool:
    """Whether a bitmap has a place."""
    return 0 <= place < len(bits) << 3 and bool(bits[place >> 3] >> (place & 7) & 1)


def beside(bits: bytes, places: Iterable[int], step: int) -> list[int]:
    """Those of `places` that have a place of the bitmap `step` after them; step: 1 or -1."""
    # the bits around the bitmap's ends are never set, so one place off either end is no place of it
    return [place for place in places if bits[place + step >> 3] >> (place + step & 7) & 1]


def followers(bits: bytes, others: bytes, slop: int) -> bytes:
    """The places of `others` that follow one of `bits` by 1 to `slop`, as a bitmap."""
    near = int.from_bytes(bits, "little") << 1
    reached = 1
    while reached < slop:  # what is shifted once reaches twice as far
        step = min(reached, slop - reached)
        near |= near << step
        reached += step
    return (near & int.from_bytes(others, "little")).to_bytes(len(others), "little")


def places_in(bits: bytes) -> Iterator[int]:
    """The places of a bitmap, in order."""
    for match in _BYTE.finditer(bits):
        first = match.start() << 3
        for bit in _BITS[bits[match.start()]]:
            yield first + bit
