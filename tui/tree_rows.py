"""Rows of the library pane, made when they are looked at: lists of articles may be of any length. Pure.

Not here: which groups there are, and which of them are open (`tree.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import overload

from briefings.library import Heading
from tui.lazy_rows import LazyRows
from tui.widgets.lines_list import Row

ARTICLE = "article:"


class ArticleRows(Sequence[Row]):
    """A row for each of some articles."""

    def __init__(self, headings: Sequence[Heading], make: Callable[[Heading], Row]) -> None:
        """headings: of the articles. make: the row of one."""
        self._headings = headings
        self._make = make

    def __len__(self) -> int:
        return len(self._headings)

    @overload
    def __getitem__(self, number: int) -> Row: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...
    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        """A row, or some."""
        if isinstance(number, slice):
            return ArticleRows(self._headings[number], self._make)
        return self._make(self._headings[number])

    def number_of(self, key: str) -> int | None:
        """Which row has this key; None where none has."""
        return self._numbers.get(key.removeprefix(ARTICLE)) if key.startswith(ARTICLE) else None

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        return {heading.id: number for number, heading in enumerate(self._headings)}

    def prepare(self) -> ArticleRows:
        """Number the articles now, so that `number_of` is quick in a long list; for workers."""
        _ = self._numbers
        return self


class TreeRows(LazyRows[Row]):
    """Lists of rows that follow each other; an article may have a row in several of them."""

    def __init__(self, parts: Sequence[Sequence[Row]]) -> None:
        """parts: the lists."""
        self._parts = parts
        self._starts = list(accumulate(map(len, parts), initial=0))
        self._make = parts.__getitem__

    def rows_of(self, key: str) -> Sequence[int]:
        """The numbers of the rows with this key, in order."""
        return list(self._rows_of(key))

    def _rows_of(self, key: str) -> Iterator[int]:
        for start, part in zip(self._starts, self._parts, strict=False):
            if isinstance(part, ArticleRows):
                if (number := part.number_of(key)) is not None:
                    yield start + number
            else:
                yield from (start + number for number, row in enumerate(part) if row.key == key)
