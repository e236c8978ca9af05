"""Which outlets are shown: a comparison and its tables seen through the choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefings.table import NOT_FOUND, Table
from briefings.tables import TABLES, coverage
from tests.briefings.harbour import comparison
from tui.chosen import Chosen, arranged
from tui.restricted import restricted
from tui.side_by_side import landmarks, status
from tui.views import VIEWS, Material, tables_of

ALL = Chosen.all(3)


def test_outlets_are_left_out_and_moved() -> None:
    assert ALL.without(1).order == (0, 2)
    assert ALL.without(1).hidden == (1,)
    assert ALL.moved(0, 2).order == (1, 2, 0)
    assert ALL.moved(2, -1).order == (0, 2, 1)
    assert ALL.moved(0, -1) == ALL
    assert ALL.without(0).without(1).without(2).order == (2,)


def test_the_choice_is_said() -> None:
    assert ALL.said() == "3 outlets"
    assert ALL.without(1).said() == "2 of 3 outlets (without B)"


def test_with_all_outlets_nothing_is_touched() -> None:
    whole = comparison()
    assert restricted(whole, ALL.moved(0, 1)) is whole


def test_what_only_outlets_left_aside_share_is_left_out() -> None:
    seen = restricted(comparison(), ALL.without(1))
    assert [point.label for point in seen.points] == ["ministers met in Vigo"]
    assert [index for index, _ in seen.points[0].members] == [0, 2]
    assert seen.runs == seen.near_copies == seen.carriers == seen.utterances == seen.cuts == seen.figure_groups == ()
    assert len(seen.choices) == 1
    assert [len(quotes) for quotes in seen.quotes] == [1, 0, 0]
    assert [len(one.points) for one in seen.emphasis] == [1, 1, 1]
    assert [len(one.words) for one in seen.distinctive] == [1, 0, 0]


def test_what_is_kept_goes_by_its_new_number() -> None:
    whole = comparison()
    first = whole.points[0]
    only_last = type(first)([first.members[0], first.members[2]], first.label)
    seen = restricted(replace(whole, points=(only_last, whole.points[1])), ALL.without(2))
    assert [point.label for point in seen.points] == [whole.points[1].label]
    assert {stress.point for one in seen.emphasis for stress in one.points} == {0}
    assert seen.choices == ()


def test_figures_are_judged_by_the_outlets_shown() -> None:
    whole = comparison()
    (group,) = whole.figure_groups
    (_, forty), (_, more) = group.members
    three = replace(whole, figure_groups=(replace(group, members=((0, forty), (1, more), (2, more))),))
    assert [group.relation for group in restricted(three, ALL.without(2)).figure_groups] == ["differ"]
    assert [group.relation for group in restricted(three, ALL.without(0)).figure_groups] == ["agree"]


@pytest.mark.parametrize("hidden", [0, 1, 2])
@pytest.mark.parametrize("view", [*TABLES, *VIEWS])
def test_no_table_names_an_outlet_that_is_left_out(view: str, hidden: int) -> None:
    chosen = ALL.without(hidden)
    seen = restricted(comparison(), chosen)
    made = [make(seen) for make in TABLES.get(view, ())] or tables_of(view, Material(seen))
    for table in (arranged(table, chosen) for table in made):
        assert "ABC"[hidden] not in table.columns
        for row in table.rows:
            assert len(row) == len(table.columns)
            assert not [cell for cell in row if cell.place and cell.place[0] == hidden]
            assert row[0].text != "ABC"[hidden]


def test_columns_of_outlets_stand_in_the_chosen_order() -> None:
    table = arranged(coverage(comparison()), ALL.moved(2, -2))
    assert table.columns == ("no.", "point", "C", "A", "B", "rests on")
    assert [cell.text for cell in table.rows[1]][2:5] == [NOT_FOUND, "¶2", "¶2"]


def test_a_table_without_outlets_stays() -> None:
    table = Table("t", ("who", "what"), ())
    assert arranged(table, ALL.without(0)) is not None
    assert arranged(table, ALL) is table


def test_landmarks_and_status_go_by_the_chosen_outlets() -> None:
    chosen = ALL.without(0).moved(2, -1)
    seen = restricted(comparison(), chosen)
    assert [sorted(point) for point in landmarks(seen, chosen)] == [[0, 1]]
    assert status(seen, 0, chosen).startswith("1 ministers met in Vigo   C ¶1  B ¶1\n")
    assert "other outlets shown" in status(seen, None, chosen)
