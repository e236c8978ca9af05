"""The arithmetic that keeps the same point in view in every column. Pure: rows in, scroll offsets out.

A landmark is a point and the rows on which each column tells it; a column may lack it. In between landmarks, columns
follow by proportion. Landmarks may cross (two outlets tell two things in another order): for each pair of columns the
longest chain of landmarks in the same order in both carries the proportion (longest increasing subsequence, Fredman
1975), so that a column never scrolls back while another scrolls on.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cache


class Landmarks:
    """Where the points of a comparison stand in columns of some heights, seen through a view of some rows."""

    def __init__(self, places: Sequence[Mapping[int, range]], heights: Sequence[int], view: int) -> None:
        """Take, of each point, the rows of each column that tells it; `heights` and `view` in rows."""
        self._places = places
        self._heights = heights
        self._view = max(1, view)
        self._chain = cache(self._find_chain)

    def furthest(self, column: int) -> int:
        """The largest scroll offset of a column: its last row is then the view's last."""
        return max(0, self._heights[column] - self._view)

    def clamp(self, column: int, offset: int) -> int:
        """The nearest offset to `offset` to which the column can be scrolled."""
        return max(0, min(offset, self.furthest(column)))

    def line_up(self, active: int, rows: range, screen_row: int, point: int | None) -> list[int]:
        """The scroll offset of every column with `rows` of column `active` near `screen_row` of the view.

        point: what `rows` tell; every column that tells it has it on the same row of the view wherever the ends of the
        columns allow, and on screen always. The columns that do not follow by proportion.
        """
        place = self._places[point] if point is not None else {}
        told = {**place, active: rows}
        row = self._common_row(told, active, screen_row)
        return [
            self._offset(column, told[column], row)
            if column in told
            else self.clamp(column, self.across(active, column, rows.start) - row)
            for column in range(len(self._heights))
        ]

    def follow(self, active: int, offset: int) -> list[int]:
        """The scroll offset of every column where column `active` is scrolled to `offset` without its cursor."""
        offset = self.clamp(active, offset)
        middle = self._view // 2
        return [
            offset
            if column == active
            else self.clamp(column, self.across(active, column, min(offset + middle, self._heights[active])) - middle)
            for column in range(len(self._heights))
        ]

    def across(self, active: int, column: int, row: int) -> int:
        """The row of `column` beside `row` of `active`: by proportion between the landmarks around it."""
        if column == active:
            return row
        here, there = self._chain(active, column)
        index = max(1, min(bisect_right(here, row), len(here) - 1))
        left, right = here[index - 1], here[index]
        share = (row - left) / (right - left)
        return round(there[index - 1] + share * (there[index] - there[index - 1]))

    def _common_row(self, told: Mapping[int, range], active: int, screen_row: int) -> int:
        """The row of the view nearest to `screen_row` on which all columns can have their rows; else `active`'s."""
        low, high = self._reach(told)
        if low > high:
            low, high = self._reach({active: told[active]})
        return max(low, min(screen_row, high))

    def _reach(self, told: Mapping[int, range]) -> tuple[int, int]:
        """The first and the last row of the view to which all of the columns can be scrolled with all of their rows."""
        low = max(max(0, rows.start - self.furthest(column)) for column, rows in told.items())
        high = min(min(rows.start, self._last_row(rows)) for rows in told.values())
        return low, high

    def _last_row(self, rows: range) -> int:
        """The last row of the view on which `rows` can begin and still be seen whole, or begin at all."""
        return max(0, self._view - len(rows))

    def _offset(self, column: int, rows: range, screen_row: int) -> int:
        return self.clamp(column, rows.start - min(screen_row, self._last_row(rows)))

    def _find_chain(self, active: int, column: int) -> tuple[list[int], list[int]]:
        """Rows of both columns that belong together, growing in both, from their beginnings to their ends."""
        pairs = [(p[active].start, p[column].start) for p in self._places if active in p and column in p]
        chain = longest_chain(pairs)
        if not chain or chain[0][0] > 0:
            chain = [(0, 0), *chain]
        chain.append((max(self._heights[active], chain[-1][0] + 1), max(self._heights[column], chain[-1][1])))
        return [here for here, _ in chain], [there for _, there in chain]


def longest_chain(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """A longest choice of pairs that grows strictly in both numbers, in order."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[0], -pair[1]))
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, there) in enumerate(ordered):
        length = bisect_left(ends, there)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(ordered[index])
        index = before[index]
    return chain[::-1]
