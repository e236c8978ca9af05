"""What each view shows, and what a cell of it rests on."""

from __future__ import annotations

import pytest

from briefings.table import Cell, Table
from tests.briefings.harbour import GULL, comparison, words
from tui.grid import Grid, Spot
from tui.views import MIN_CONTEXT, VIEWS, Material, asked_word, outlet_at, rests_on, tables_of

HERE = (1, words(GULL, "Vigo"))
FURTHER = (2, words(GULL, "Mora"))
GRID = Grid(
    [Table("t", ("who", "A", "B", "word"), ((Cell("no."), Cell("·"), Cell("¶2", HERE), Cell("nets", FURTHER)),))], 80
)


@pytest.mark.parametrize("view", VIEWS[1:])
def test_every_view_has_tables(view: str) -> None:
    made = tables_of(view, Material(comparison()))
    assert len(made) > 1
    assert len({table.name for table in made}) == len(made)


def test_the_texts_have_none() -> None:
    assert tables_of("text", Material(comparison())) == []


def test_the_uses_of_a_word_come_first_and_fit_the_width() -> None:
    names = [table.name for table in tables_of("wording", Material(comparison(), {}, "Vigo", 60))]
    assert names[:2] == ["“Vigo” in each text", "Every use of “Vigo”"]
    for width in (30, 60, 120):
        table = tables_of("wording", Material(comparison(), {}, "Vigo", width))[1]
        assert len(table.columns[1]) >= MIN_CONTEXT
        assert max(sum(len(cell.text) for cell in row) for row in table.rows) <= max(width, 3 * MIN_CONTEXT)


def test_a_cell_rests_on_its_own_words_else_on_the_nearest_of_its_row() -> None:
    assert rests_on(GRID, Spot(0, 0, 2)) == HERE
    assert rests_on(GRID, Spot(0, 0, 3)) == FURTHER
    assert rests_on(GRID, Spot(0, 0, 0)) == HERE


def test_what_was_not_found_rests_on_nothing() -> None:
    assert rests_on(GRID, Spot(0, 0, 1)) is None


def test_the_outlet_of_a_cell_is_its_columns_or_that_of_its_words() -> None:
    assert [outlet_at(GRID, Spot(0, 0, column), 3) for column in range(4)] == [1, 0, 1, 2]
    assert outlet_at(GRID, None, 3) is None


def test_a_word_is_taken_from_the_cell_else_from_its_row() -> None:
    said = Table("t", ("word", "words"), ((Cell("nets"), Cell("Some 40 boats stayed out of the bay")),))
    grid = Grid([said, Table("t", ("x",), ((Cell("·"),),))], 80)
    assert asked_word(grid, Spot(0, 0, 0)) == "nets"
    assert asked_word(grid, Spot(0, 0, 1)) == "nets"
    assert asked_word(grid, Spot(1, 0, 0)) == ""
    assert asked_word(grid, None) == ""
    assert asked_word(Grid([Table("t", ("no.", "x"), ((Cell("12"), Cell("·")),))], 80), Spot(0, 0, 0)) == ""
    assert asked_word(Grid([Table("t", ("x",), ((Cell("“Ada Quill”"),),))], 80), Spot(0, 0, 0)) == "Ada Quill"
