"""Rows made when they are looked at, for lists of a hundred thousand entries. Pure.

Not here: drawing them (`widgets/lines_list.py`), what a row says (who makes the list says).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Generic, TypeVar, overload

RowType = TypeVar("RowType")
KEPT = 512
"""How many entries are kept made: several screens full."""


class LazyRows(Sequence[RowType], Generic[RowType]):
    """The rows of entries that follow each other, each with a key of its own."""

    _starts: list[int]
    _make: Callable[[int], Sequence[RowType]]

    def __init__(self, keys: Sequence[str], heights: Iterable[int], make: Callable[[int], Sequence[RowType]]) -> None:
        """keys: of the entries. heights: how many rows each has. make: the rows of the entry of a number."""
        self._keys = keys
        self._starts = list(accumulate(heights, initial=0))
        self._make = lru_cache(maxsize=KEPT)(make)

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, number: int) -> RowType: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[RowType]: ...
    def __getitem__(self, number: int | slice) -> RowType | Sequence[RowType]:
        """A row, or some."""
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        if not -len(self) <= number < len(self):
            raise IndexError(number)
        number %= len(self)
        entry = bisect_right(self._starts, number) - 1
        return self._make(entry)[number - self._starts[entry]]

    def rows_of(self, key: str) -> Sequence[int]:
        """The numbers of the rows of the entry with this key; none where there is no such entry."""
        entry = self._entries.get(key)
        return range(0) if entry is None else range(self._starts[entry], self._starts[entry + 1])

    @cached_property
    def _entries(self) -> dict[str, int]:
        return {key: entry for entry, key in enumerate(self._keys)}
