"""Codes x outlets, and the notes behind them."""

from __future__ import annotations

from dataclasses import replace

from briefings.code_tables import NONE_MADE, UNCODED, coded, codes
from briefings.notes.note import Note, new_note
from tests.briefings.harbour import CRAB, GULL, TERN, words

ARTICLES = (GULL, TERN, CRAB)


def notes() -> dict[str, list[Note]]:
    late = new_note(GULL, words(GULL, "rained"), "weather", ("scene",), "Ann")
    early = new_note(GULL, words(GULL, "Vigo"), "", ("scene", "place"), "Ann")
    lost = replace(new_note(TERN, words(TERN, "Port staff"), "gone", ("source",), "Ben"), span=None)
    return {GULL.id: [late, early], TERN.id: [lost], CRAB.id: [new_note(CRAB, words(CRAB, "formula"), "odd")]}


def test_codes_are_counted_by_outlet_and_open_their_first_words() -> None:
    table = codes(ARTICLES, notes())
    assert table.columns == ("code", "A", "B", "C")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["place", "1", NONE_MADE, NONE_MADE],
        ["scene", "2", NONE_MADE, NONE_MADE],
        ["source", NONE_MADE, "1", NONE_MADE],
        [UNCODED, NONE_MADE, NONE_MADE, "1"],
    ]
    assert table.rows[1][1].place == (0, words(GULL, "Vigo"))
    assert table.rows[2][2].place is None


def test_every_note_that_has_its_place_is_listed_by_place() -> None:
    rows = [[cell.text for cell in row] for row in coded(ARTICLES, notes()).rows]
    assert rows == [
        ["A ¶1", "scene, place", "Vigo", "", "Ann"],
        ["A ¶3", "scene", "rained", "weather", "Ann"],
        ["C ¶2", "", "formula", "odd", ""],
    ]


def test_without_notes_there_is_no_row() -> None:
    assert codes(ARTICLES, {}).rows == coded(ARTICLES, {}).rows == ()
