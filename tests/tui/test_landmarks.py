"""Columns scrolled together: the point at the cursor is on screen wherever it is told, at every width."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefings.article import Span
from tests.moving import MOVES, column, columns_of, press
from tui.columns import Columns
from tui.landmarks import Landmarks, longest_chain


def first_row_on_screen(columns: Columns, number: int, span: Span) -> int:
    return columns.layouts[number].row_of(span.start) - columns.offsets[number]


@given(st.integers(0, 10_000), st.integers(80, 200), st.integers(1, 60), st.lists(st.sampled_from(MOVES), max_size=25))
@settings(max_examples=150, deadline=None)
def test_the_cursors_point_is_on_screen_in_every_column_that_has_it(
    seed: int, width: int, view: int, moves: list[str]
) -> None:
    columns = columns_of(seed)
    count = len(columns.columns)
    columns.fit([width // count - 6] * count, view)
    for move in moves:
        press(columns, move)
        for number, layout in enumerate(columns.layouts):
            assert 0 <= columns.offsets[number] <= max(0, layout.height - view)
            told = columns.told_at(number)
            if told and not move.startswith("scroll"):
                row = first_row_on_screen(columns, number, told)
                assert 0 <= row < view, (move, number)
                assert row + len(layout.rows_of(told)) <= max(view, len(layout.rows_of(told)))


@given(st.integers(0, 10_000), st.integers(5, 40), st.integers(0, 5))
@settings(max_examples=100, deadline=None)
def test_all_stand_on_the_same_row_where_the_ends_allow(seed: int, view: int, jumps: int) -> None:
    columns = columns_of(seed)
    columns.fit([30] * len(columns.columns), view)
    for _ in range(jumps):
        columns.to_point(1)
    if columns.point is None:
        return
    carriers = {number: columns.told_at(number) for number in range(len(columns.columns)) if columns.told_at(number)}
    rows = {number: first_row_on_screen(columns, number, span) for number, span in carriers.items() if span}
    for number, row in rows.items():
        at_end = columns.offsets[number] in (0, max(0, columns.layouts[number].height - view))
        long = any(len(columns.layouts[n].rows_of(s)) + row >= view for n, s in carriers.items() if s)
        assert row == rows[columns.active] or at_end or long


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 80)), max_size=12))
def test_proportion_never_goes_back(pairs: list[tuple[int, int]]) -> None:
    places = [{0: range(a, a + 1), 1: range(b, b + 1)} for a, b in pairs]
    landmarks = Landmarks(places, [51, 81], 10)
    across = [landmarks.across(0, 1, row) for row in range(51)]
    assert across == sorted(across)
    assert across[0] >= 0
    assert across[-1] <= 81
    for here, there in longest_chain(pairs):
        assert landmarks.across(0, 1, here) == there


def test_the_longest_chain_leaves_out_what_crosses() -> None:
    assert longest_chain([(0, 5), (1, 1), (2, 2), (3, 9), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert longest_chain([(1, 4), (1, 2), (2, 3)]) == [(1, 2), (2, 3)]
    assert longest_chain([]) == []


def test_a_column_without_the_point_stands_between_its_neighbours() -> None:
    places = [{0: range(10, 11), 1: range(20, 21)}, {0: range(20, 21), 1: range(60, 61)}, {0: range(15, 16)}]
    landmarks = Landmarks(places, [100, 200], 10)
    assert landmarks.across(0, 1, 15) == 40
    assert landmarks.line_up(0, range(15, 16), 4, 2) == [11, 36]


def test_columns_move_alone_when_unlocked_and_align_on_request() -> None:
    one, two = column("A", 1, 30), column("B", 2, 30)
    columns = Columns([one, two], [{0: one.sentences[20], 1: two.sentences[3]}])
    columns.fit([30, 30], 10)
    columns.locked = False
    columns.to_point(1)
    assert columns.offsets[0] > 0
    assert columns.offsets[1] == 0
    columns.to_column(1)
    assert columns.cursor_span == two.sentences[0]
    columns.to_column(0)
    columns.align()
    rows = [first_row_on_screen(columns, 0, one.sentences[20]), first_row_on_screen(columns, 1, two.sentences[3])]
    assert rows[0] == rows[1]


def test_points_are_gone_through_in_the_order_of_the_active_column() -> None:
    one, two = column("A", 1, 6), column("B", 2, 6)
    shared = {0: one.sentences[2], 1: two.sentences[2]}
    columns = Columns([one, two], [{0: one.sentences[4], 1: two.sentences[0]}, shared, shared])
    columns.fit([30, 30], 10)
    seen = []
    for _ in range(4):
        columns.to_point(1)
        seen.append(columns.point)
    assert seen == [1, 2, 0, 0]
    columns.to_point(-1)
    assert columns.point == 2
    columns.to_column(1)
    assert columns.point == 2
    assert columns.cursor_span == two.sentences[2]


def test_says_which_sentences_are_only_here() -> None:
    one, two = column("A", 1, 4), column("B", 2, 4)
    columns = Columns([one, two], [{0: [one.sentences[1], one.sentences[3]], 1: two.sentences[0]}])
    assert columns.only_here(0) == [one.sentences[0], one.sentences[2]]
    assert columns.told(0) == [(one.sentences[1], 0), (one.sentences[3], 0)]
