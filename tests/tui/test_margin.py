"""The margin of an article: what it says of the other outlets, and where its notes stand."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace
from typing import cast

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.style import Style

from tests.briefings.harbour import CRAB, comparison, words
from tests.moving import MOVES, columns_of, press
from tui.margin import Aside, asides, placed
from tui.widgets.compare_margin import MarginView
from tui.widgets.layer_styles import LayerStyles


def margin(index: int, order: tuple[int, ...] = ()) -> dict[str, Aside]:
    return {aside.name: aside for aside in asides(comparison(), index, order)}


def test_a_point_says_where_the_others_have_it_and_how_they_put_it() -> None:
    first, second = margin(0).values()
    assert first.name == "1 ministers met in Vigo"
    assert first.span == comparison().points[0].members[0][1]
    assert first.lines == ("B ¶1", "C ¶1 “gathered” for “met”")
    assert second.lines == ("B ¶2 without “cast”", "not found in the stored text: C")


def test_a_gap_is_named_where_it_would_stand() -> None:
    gap = margin(2)["not found here: 2 =no net was cast"]
    assert gap.point is None
    assert gap.span == words(CRAB, "Ministers gathered in Vigo.")
    assert gap.lines == ("A ¶2  B ¶2",)


def test_an_outlet_that_chose_the_same_words_does_not_differ() -> None:
    whole = comparison()
    (choice,) = whole.choices
    third = replace(choice, words={**choice.words, 1: words(whole.articles[1], "met")})
    seen = replace(whole, choices=(third,))
    lines = asides(seen, 0)[0].lines
    assert not any(line.startswith("B") and "for" in line for line in lines)
    assert any("“gathered” for “met”" in line for line in lines)


def test_only_the_outlets_shown_are_told_of() -> None:
    assert margin(0, (0, 2))["1 ministers met in Vigo"].lines == ("C ¶1 “gathered” for “met”",)
    assert "not found in the stored text: C" in margin(0, (0, 2))["2 =no net was cast"].lines


def test_figures_that_are_put_otherwise_are_told() -> None:
    whole = comparison()
    (group,) = whole.figure_groups
    sentence = words(whole.articles[1], "Port staff counted 45 boats.")
    point = replace(whole.points[1], members=[whole.points[1].members[0], (1, sentence)])
    seen = replace(whole, points=(point,), choices=(), cuts=())
    (aside,) = asides(seen, 0)
    assert aside.lines[0] == "B ¶2 45 for Some 40"
    assert group.relation == "differ"


rows_and_heights = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 6)), min_size=1, max_size=15)


@given(rows_and_heights, st.data())
def test_notes_never_overlap_and_the_one_at_the_cursor_is_beside_its_sentence(
    notes: list[tuple[int, int]], data: st.DataObject
) -> None:
    rows, heights = sorted(row for row, _ in notes), [height for _, height in notes]
    pivot = data.draw(st.integers(0, len(notes) - 1))
    starts = placed(rows, heights, pivot)
    assert starts[pivot] == rows[pivot]
    for number in range(1, len(starts)):
        assert starts[number - 1] + heights[number - 1] <= starts[number]
    if all(row + height <= after for row, height, after in zip(rows, heights, rows[1:], strict=False)):
        assert starts == rows


@given(st.integers(0, 10_000), st.integers(30, 120), st.integers(8, 50), st.lists(st.sampled_from(MOVES), max_size=20))
@settings(max_examples=60, deadline=None)
def test_the_note_at_the_cursor_is_on_screen_after_every_move(
    seed: int, width: int, view: int, moves: list[str]
) -> None:
    chance = random.Random(seed)
    columns = columns_of(seed)
    columns.fit([width] * len(columns.columns), view)
    notes = [
        Aside(span, f"note {number}", ("of some words " * chance.randint(0, 3),), number)
        for number, span in enumerate(columns.cursors[0].sentences)
        if chance.random() < 0.6
    ]
    margin = MarginView(columns, 0, 30, 3, cast(LayerStyles, defaultdict(Style)), notes)
    for move in moves:
        press(columns, move)
        if columns.active or move.startswith("scroll"):
            continue
        margin.look()
        shown = [state[0] for state in margin.states[4:]]
        for note in notes:
            if note.span == columns.cursor_span:
                assert shown.count(f" {note.name}") == 1
