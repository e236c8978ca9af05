"""Tables in cells: how wide columns are, where moves lead, what is on screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.table import Cell, Table
from tui.grid import GAP, LEAST, LEAST_OF_NUMBERED, MOST_LINES, NUMBER, Grid, Spot, column_widths
from tui.width import cells


def numbered(rows: int, columns: int) -> Table:
    made = table(rows, columns, "some words ")
    return Table("Numbered", (NUMBER, *made.columns[1:]), made.rows)


def table(rows: int, columns: int, words: str = "w", name: str = "Made up") -> Table:
    made = tuple(tuple(Cell(f"{words}{row}{column}") for column in range(columns)) for row in range(rows))
    return Table(name, tuple(f"c{column}" for column in range(columns)), made)


texts = st.text(st.sampled_from("ab 漢é"), max_size=60)


@given(st.lists(st.tuples(texts, texts, texts), min_size=1, max_size=6), st.integers(20, 120))
def test_columns_need_no_more_than_there_is_unless_none_can_give(rows: list[tuple[str, ...]], room: int) -> None:
    made = Table("t", ("one", "two", "three"), tuple(tuple(map(Cell, row)) for row in rows))
    widths = column_widths(made, room)
    needed = [max(cells(heading), *(cells(row[n].text) for row in made.rows)) for n, heading in enumerate(made.columns)]
    assert all(width <= max(1, need) for width, need in zip(widths, needed, strict=True))
    if sum(widths) + GAP * 2 > room:
        assert all(width <= LEAST for width in widths)
    elif sum(needed) + GAP * 2 <= room:
        assert list(widths) == needed


@given(st.integers(1, 12), st.integers(1, 9), st.integers(12, 90), st.lists(st.sampled_from("hjklGg  "), max_size=30))
def test_the_cell_at_the_cursor_is_on_screen_after_every_move(rows: int, columns: int, width: int, keys: str) -> None:
    grid = Grid([table(0, 2), table(rows, columns, "some words "), numbered(rows, columns), table(2, 3)], width)
    spot, first = grid.first, 1
    moves = {"h": ("beside", -1), "l": ("beside", 1), "j": ("under", 1), "k": ("under", -1), " ": ("paged", 10)}
    moves |= {"g": ("under", -99), "G": ("under", 99)}
    assert spot is not None
    for key in keys:
        move, count = moves[key]
        spot = getattr(grid, move)(spot, count)
        first = grid.first_shown(spot, first)
        assert spot.column in [placed.column for placed in grid.placed(spot.table, first)]
        assert grid.cell(spot)
        assert all(grid.lines[line][1:3] == spot[:2] for line in grid.lines_of(spot))


def test_down_goes_through_all_tables_and_stops_at_the_last_row() -> None:
    grid = Grid([table(2, 3), table(0, 3), table(1, 2)], 80)
    assert grid.first == Spot(0, 0, 0)
    assert grid.under(Spot(0, 1, 2), 1) == Spot(2, 0, 1)
    assert grid.under(Spot(2, 0, 1), 1) == Spot(2, 0, 1)
    assert grid.under(Spot(2, 0, 1), -9) == Spot(0, 0, 1)


def test_a_numbered_row_keeps_its_number_and_its_name_while_it_goes_sideways() -> None:
    grid = Grid([numbered(2, 12)], LEAST_OF_NUMBERED)
    first = grid.first_shown(Spot(0, 0, 11), 1)
    shown = [placed.column for placed in grid.placed(0, first)]
    assert (shown[:2], shown[-1]) == ([0, 1], 11)
    narrow = Grid([numbered(2, 12)], LEAST_OF_NUMBERED - 1)
    shown = [placed.column for placed in narrow.placed(0, narrow.first_shown(Spot(0, 0, 11), 1))]
    assert (shown[0], shown[-1]) == (0, 11)
    assert 1 not in shown


def test_a_page_goes_about_as_many_lines_down() -> None:
    grid = Grid([table(100, 2)], 80)
    assert grid.paged(Spot(0, 3, 1), 20) == Spot(0, 23, 1)
    assert grid.paged(Spot(0, 23, 1), -20) == Spot(0, 3, 1)
    assert grid.paged(Spot(0, 99, 0), 20) == Spot(0, 99, 0)


def test_a_long_cell_takes_a_few_lines_and_no_more() -> None:
    long = Table("t", ("short", "long"), ((Cell("a"), Cell("word " * 12)), (Cell("b"), Cell("word " * 200))))
    grid = Grid([long], 40)
    assert len(grid.lines_of(Spot(0, 0, 0))) == 2
    assert len(grid.lines_of(Spot(0, 1, 0))) == MOST_LINES


def test_a_table_that_is_too_wide_keeps_its_first_column_and_goes_sideways() -> None:
    grid = Grid([table(1, 12, "quite a few words ")], 50)
    assert [placed.column for placed in grid.placed(0, 1)][:3] == [0, 1, 2]
    first = grid.first_shown(Spot(0, 0, 11), 1)
    assert grid.placed(0, first)[0].column == 0
    assert grid.placed(0, first)[-1].column == 11
    left, right = grid.is_cut(0, first)
    assert left > 0
    assert right == 0
    assert grid.first_shown(Spot(0, 0, 0), first) == 1


def test_a_click_finds_its_cell() -> None:
    grid = Grid([table(2, 3, "word ")], 80)
    line = grid.lines_of(Spot(0, 1, 0)).start
    x = grid.placed(0, 1)[2].x
    assert grid.spot_at(line, x, 1) == Spot(0, 1, 2)
    assert grid.spot_at(0, x, 1) is None
    assert grid.spot_at(99, x, 1) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, Spot(1, 0, 0)),
        (Spot(1, 9, 9), Spot(1, 1, 1)),
        (Spot(0, 0, 0), Spot(1, 0, 0)),
        (Spot(7, 0, 0), Spot(1, 0, 0)),
    ],
)
def test_a_place_that_is_gone_leads_to_the_nearest(before: Spot | None, after: Spot) -> None:
    assert Grid([table(0, 2), table(2, 2)], 80).nearest(before) == after


def test_no_rows_have_no_cell() -> None:
    assert Grid([table(0, 2)], 80).first is None
    assert Grid([], 80).nearest(None) is None
