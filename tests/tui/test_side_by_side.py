"""A comparison as columns, and what is said of the point at the cursor."""

from __future__ import annotations

from dataclasses import replace

from briefings.article import Span
from tests.briefings.harbour import CRAB, GULL, TERN, comparison, words
from tui.columns import Column
from tui.side_by_side import bare_columns, columns, landmarks, status


def layer(column: Column, name: str) -> list[str]:
    return [span.of(column.text) for layer in column.layers if layer.name == name for span in layer.spans]


def test_a_column_has_outlet_credit_day_length_and_title() -> None:
    gull, tern, crab = columns(comparison(), {})
    assert gull.heading == ("Daily <Gull> · AP", f"6 May 2024 · {len(GULL.text.split())} words", "Boats | and *nets*")
    assert tern.heading[0] == "Evening Tern"
    assert tern.heading[2] == crab.heading[2] == "(no title)"
    assert "date unknown" in crab.heading[1]
    assert [column.letter for column in (gull, tern, crab)] == ["A", "B", "C"]


def test_what_is_retold_says_so() -> None:
    (column,) = bare_columns([replace(TERN, retold=True)])
    assert column.heading[1].startswith("retold · ")


def test_layers_say_what_was_found() -> None:
    gull, tern, crab = columns(comparison(), {CRAB.id: [Span(0, 9)]})
    assert layer(gull, "quote") == ["no net was cast,"]
    assert layer(gull, "figure") == ["Some 40"]
    assert layer(gull, "shared-run") == layer(tern, "shared-run") == ["ministers met in Vigo"]
    assert layer(crab, "note") == ["Ministers"]


def test_agency_copy_is_marked_while_it_is_left_out() -> None:
    assert layer(columns(comparison(), {})[0], "wire") == []
    assert layer(columns(replace(comparison(), wire=False), {})[0], "wire") == ["It rained."]


def test_before_anything_is_compared_nothing_is_said_to_be_alone() -> None:
    assert [(c.text, layer(c, "only")) for c in bare_columns([GULL, TERN])] == [(GULL.text, []), (TERN.text, [])]


def test_landmarks_are_the_places_of_the_points() -> None:
    first, second = landmarks(comparison())
    assert sorted(first) == [0, 1, 2]
    assert sorted(second) == [0, 1]
    assert second[1] == [words(TERN, 'Mora warned "no net was cast" in the bay.')]


def test_the_status_says_where_a_point_is_and_where_it_was_not_found() -> None:
    assert status(comparison(), 1) == (
        "2 =no net was cast   A ¶2  B ¶2   not found in the stored text: C\nrests on: no net was cast"
    )
    assert "not found" not in status(comparison(), 0)
    assert status(comparison(), None) == "only here: not found in the other stored texts"
