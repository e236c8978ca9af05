"""Which outlets a reader chose, in which order, and the tables seen through that choice. Pure.

Not here: a comparison seen through it (`restricted.py`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from briefings.table import Table, letter

FEWEST = 1
"""Outlets that stay on screen."""


@dataclass(frozen=True)
class Chosen:
    """The outlets on screen, as indexes of articles, in the order they are shown. count: how many there are."""

    order: tuple[int, ...]
    count: int

    @classmethod
    def all(cls, count: int) -> Chosen:
        """Every outlet, in the order of the comparison."""
        return cls(tuple(range(count)), count)

    @property
    def hidden(self) -> tuple[int, ...]:
        """The outlets that are left aside."""
        return tuple(index for index in range(self.count) if index not in self.order)

    def without(self, index: int) -> Chosen:
        """The choice without an outlet; the last one stays."""
        left = tuple(other for other in self.order if other != index)
        return replace(self, order=left) if len(left) >= FEWEST else self

    def only(self, indexes: Collection[int]) -> Chosen:
        """The choice of these outlets alone, where there is any among them."""
        return replace(self, order=tuple(i for i in self.order if i in indexes) or self.order)

    def moved(self, index: int, step: int) -> Chosen:
        """The choice with an outlet so many places further right, or left where negative."""
        order = list(self.order)
        at = order.index(index)
        order.insert(max(0, min(at + step, len(order) - 1)), order.pop(at))
        return replace(self, order=tuple(order))

    def said(self) -> str:
        """The choice in words: `5 outlets`, `3 of 5 outlets (without B, D)`."""
        if not self.hidden:
            return f"{self.count} outlets"
        return f"{len(self.order)} of {self.count} outlets (without {', '.join(map(letter, self.hidden))})"


def arranged(table: Table, chosen: Chosen) -> Table:
    """The table with the columns of the chosen outlets in their order, and no row of an outlet left aside."""
    letters = [letter(index) for index in range(chosen.count)]
    hidden = {letters[index] for index in chosen.hidden}
    at = {name: number for number, name in enumerate(table.columns) if name in letters}
    outlets = iter([at[letters[index]] for index in chosen.order if letters[index] in at])
    kept = [n for n, name in enumerate(table.columns) if name not in hidden]
    order = [next(outlets) if table.columns[n] in at else n for n in kept]
    if order == list(range(len(table.columns))) and not hidden:
        return table
    rows = [row for row in table.rows if row[0].text not in hidden or table.columns[0] not in ("in", "at")]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in order),
        rows=tuple(tuple(row[n] for n in order) for row in rows),
    )
