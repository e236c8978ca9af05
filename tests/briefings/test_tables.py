"""The tables of a comparison: what they show, and that their cells lead to words."""

from __future__ import annotations

import pytest

from briefings.article import Article
from briefings.framing.comparison import Comparison
from briefings.table import Table, as_text, percent
from briefings.tables import TABLES
from tests.briefings.harbour import comparison

MADE = [(view, make) for view, makes in TABLES.items() for make in makes]
each_table = pytest.mark.parametrize(("view", "make"), MADE, ids=[make.__name__ for _, make in MADE])


def rows(name: str) -> list[list[str]]:
    """The cells of the table of that name."""
    table: Table = next(make(comparison()) for _, make in MADE if make.__name__ == name)
    return [[cell.text for cell in row] for row in table.rows]


@each_table
def test_every_table_has_rows_that_fit_and_lead_to_words(view: str, make) -> None:  # type: ignore[no-untyped-def]
    whole = comparison()
    table = make(whole)
    assert table.rows or make.__name__ == "lone_figures"
    for row in table.rows:
        assert len(row) == len(table.columns)
        places = [cell.place for cell in row if cell.place]
        assert places or make.__name__ == "distinctive"
        assert all(span.of(whole.articles[index].text).strip() for index, span in places)


@each_table
def test_a_table_of_nothing_says_so(view: str, make) -> None:  # type: ignore[no-untyped-def]
    article = Article("a", "A", "It rained.")
    table = make(Comparison((article,), ((),), (), (), ((),), (), ((),), (), ((),)))
    assert as_text(table).startswith(f"{table.name}: none found")


def test_how_far_down_each_tells_a_point() -> None:
    assert rows("emphasis") == [
        ["ministers met in Vigo", "0% H L", "0% L", "0% L"],
        ["=no net was cast", "0%", "0%", "·"],
    ]


def test_what_each_leads_with() -> None:
    assert rows("leads")[2] == ["C", "–", "ministers met in Vigo", "40%", "ministers met in Vigo 40%"]


def test_whose_copy_two_share() -> None:
    assert rows("carriers") == [["A", "B", "20%", "30%", "5", "0", "A's, probably", "AP"]]


def test_near_copies_show_what_differs() -> None:
    assert rows("near_copies")[0][:5] == ["A ¶1", "B ¶1", "80%", "copy", "on Monday | –"]


def test_cuts_show_the_longest_version_first() -> None:
    assert rows("cuts") == [
        ["1", "A ¶2", "50%", "said", "4", "", ""],
        ["1", "B ¶2", "40%", "warned", "4", "cast", "cast"],
    ]


def test_choices_stand_in_the_columns_of_their_outlets() -> None:
    assert rows("choices") == [["ministers met in Vigo", "ministers … Vigo", "met", "", "gathered"]]


def test_who_speaks() -> None:
    assert rows("sources") == [[f"{at} ¶2", "Mora", "named", "1", "4", "0"] for at in "AB"]


@pytest.mark.parametrize(("share", "shown"), [(0.0, "0%"), (0.004, "<1%"), (0.256, "26%"), (1.0, "100%")])
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown
