"""Words that are cut or counted on screens: nothing is cut inside a fact, twice, or without saying so."""

from __future__ import annotations

import re

import pytest

from briefings.library import Library
from tests.reading import press, reading, shown
from tui.app import RashomonApp
from tui.widgets.column_view import fitted, whole_parts


@pytest.mark.parametrize("view", ["2", "3", "4"])
async def test_a_number_at_the_cursor_says_whose_words_it_goes_with(sample: Library, view: str) -> None:
    async with reading(sample, (120, 36)) as pilot:
        await press(pilot, "c", view)
        if view == "3":
            await press(pilot, "j", "j", "j")
        first, second = shown(pilot).splitlines()[-3:-1]
        assert re.match(r" 1   [A-E] \S.* ¶\d+$", first), shown(pilot)
        assert second.strip()


@pytest.mark.parametrize("view", ["1", "2", "3", "4", "5", "6"])
@pytest.mark.parametrize("width", [60, 80, 120])
async def test_nothing_ends_in_two_ellipses(sample: Library, view: str, width: int) -> None:
    async with reading(sample, (width, 24)) as pilot:
        await press(pilot, "c", view)
        for _ in range(4):
            assert "……" not in shown(pilot)
            assert "… …" not in shown(pilot)
            await press(pilot, "space")


def test_a_line_that_is_cut_behind_an_ellipsis_has_one() -> None:
    assert fitted("some boats … stayed in", 13) == "some boats…  "
    assert fitted("some boats… stayed in", 12) == "some boats… "
    assert fitted("some boats stayed in", 12).rstrip("… ") == "some boats"


async def test_a_title_that_is_too_long_ends_in_an_ellipsis(sample: Library) -> None:
    app = RashomonApp(sample, "a library with a name that goes on for longer than any line of 80 cells can ever hold")
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert shown(pilot).splitlines()[1].endswith("…")


@pytest.mark.parametrize("width", [120, 130, 150, 200])
async def test_no_fact_of_a_heading_is_cut(sample: Library, width: int) -> None:
    async with reading(sample, (width, 36)) as pilot:
        await press(pilot, "c")
        facts = next(line for line in shown(pilot).splitlines() if "date unknown" in line)
        for heading in facts.split("│"):
            assert re.fullmatch(r" retold · date unknown( · \d+ words| …) *", heading), shown(pilot)


def test_facts_are_kept_whole_as_long_as_they_fit() -> None:
    assert whole_parts("one · two · three", 17) == "one · two · three"
    assert whole_parts("one · two · three", 16) == "one · two …"
    assert whole_parts("one · two · three", 10) == "one …"
    assert whole_parts("one", 1) == "one"


async def test_what_is_not_found_here_is_named_rather_than_how_many_columns_there_are(sample: Library) -> None:
    async with reading(sample, (120, 36)) as pilot:
        await press(pilot, "c")
        seen = 0
        for _ in range(20):
            await press(pilot, "right_square_bracket")
            rule = next(line for line in shown(pilot).splitlines() if "─" in line)
            for part in rule.split("│"):
                assert not re.search(r"not found here.*of 5", part) or "…" not in part, shown(pilot)
                seen += "not found here" in part
        assert seen


async def test_the_themes_say_that_enter_keeps(sample: Library) -> None:
    async with reading(sample, (80, 24)) as pilot:
        await press(pilot, "f2")
        assert "enter keep" in shown(pilot)
        assert "esc leave" in shown(pilot)
