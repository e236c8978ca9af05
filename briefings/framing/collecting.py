"""Python's cyclic garbage collector, paused while many objects are made that stay. Knows nothing of comparisons."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Pause the collector, as far as it was on.

    A comparison makes a great many small objects, none of them in a cycle, and the collector would walk through all of
    them again and again: three of the eight seconds that 100 reports took. Whoever finds it paused leaves it so.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
