"""Which rows of a widget that draws its own look different now: only those go to the terminal. Shared by the panes."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import groupby, zip_longest

from textual.geometry import Region


def changed_rows(before: Sequence[Hashable], now: Sequence[Hashable], width: int) -> list[Region]:
    """The regions of the rows whose state is another than before; rows under each other are one region."""
    rows = [y for y, (old, new) in enumerate(zip_longest(before, now)) if old != new]
    regions = []
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        together = [y for _, y in run]
        regions.append(Region(0, together[0], width, len(together)))
    return regions
