"""A point keeps its number while a comparison lasts: in gutter, status, margin, tables, whoever is hidden."""

from __future__ import annotations

import re

from textual.pilot import Pilot

from briefings.library import Library
from briefings.tables import coverage
from tests.briefings.harbour import comparison
from tests.reading import press, reading, shown
from tui.chosen import Chosen
from tui.margin import asides
from tui.restricted import restricted
from tui.side_by_side import labels, status

STATUS = re.compile(r"^\s*(\d+) (\S.*?)   [A-E] ¶", re.MULTILINE)


def at_cursor(pilot: Pilot[None]) -> tuple[str, str]:
    """Number and name of the point at the cursor, as the lines under the columns say."""
    told = STATUS.search(shown(pilot))
    assert told, shown(pilot)
    return told[1], told[2]


async def test_numbers_stay_on_screen_when_an_outlet_is_hidden(sample: Library) -> None:
    async with reading(sample, (200, 40)) as pilot:
        await press(pilot, "c")
        named = {}
        for _ in range(12):
            await press(pilot, "right_square_bracket")
            number, name = at_cursor(pilot)
            named[name] = number
        await press(pilot, "g", "l", "x", "h")
        again = {}
        for _ in range(12):
            await press(pilot, "right_square_bracket")
            number, name = at_cursor(pilot)
            again[name] = number
            assert f"▸{number}" in shown(pilot).replace(" ", ""), shown(pilot)
        both = named.keys() & again.keys()
        assert len(both) > 3
        assert {name: named[name] for name in both} == {name: again[name] for name in both}
        await press(pilot, "2")
        rows = [re.match(r"\W*(\d+)\s+(\S.*?)  ", line) for line in shown(pilot).splitlines()]
        in_table = {row[2].strip(): row[1] for row in rows if row}
        assert len(in_table.keys() & named.keys()) > 3, shown(pilot)
        assert all(in_table[name] == number for name, number in named.items() if name in in_table)


def test_every_name_of_a_point_begins_with_its_number() -> None:
    chosen = Chosen.all(3)
    swapped = comparison()
    assert labels(swapped) == ["1 ministers met in Vigo", "2 =no net was cast"]
    without_first = type(swapped)(
        **{name: getattr(swapped, name) for name in swapped.__slots__} | {"points": swapped.points[1:], "emphasis": ()}
    )
    seen = restricted(without_first, chosen.without(2))
    assert labels(seen) == ["2 =no net was cast"]
    assert status(seen, 0, chosen.without(2)).startswith("2 =no net was cast   A ¶2  B ¶2")
    assert [row[0].text for row in coverage(seen).rows] == ["2"]
    assert [aside.name for aside in asides(seen, 0)] == ["2 =no net was cast"]
    assert [aside.name for aside in asides(seen, 2)] == ["not found here: 2 =no net was cast"]
