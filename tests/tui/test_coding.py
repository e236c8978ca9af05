"""Codes as they are given in a dialog: by number, by key, by typing; and the letters that stand for them."""

from __future__ import annotations

import pytest

from briefings.notes.code import Code
from briefings.notes.codebook import Codebook
from tui.coding import Coding, sign, signs

BOOK = Codebook(
    (
        Code("Weather", "w", "What the sky did."),
        Code("Flood", "2", parent="Weather"),
        Code("People", is_codable=False),
        Code("Crew", parent="People"),
        Code("Law, order and peace", "l"),
    )
)


def typed(*parts: str, given: tuple[str, ...] = ()) -> Coding:
    """What comes of a field in which this stood, one after the other."""
    coding = Coding(BOOK, given)
    for part in parts:
        coding = coding.written(part)
    return coding


def test_a_digit_alone_gives_its_code_and_takes_it_back() -> None:
    assert typed("1").chosen == ("Weather",)
    assert typed("1", "2", "3").chosen == ("Weather", "Flood", "Crew")
    assert typed("1", "2", "1").chosen == ("Flood",)
    assert typed("1").typed == ""


def test_a_digit_in_a_word_and_one_that_gives_nothing_are_letters() -> None:
    assert (typed("G", "G2").chosen, typed("G", "G2").typed) == ((), "G2")
    assert typed("9").typed == "9"


@pytest.mark.parametrize(
    ("value", "chosen", "rest"),
    [
        ("weather,", ("Weather",), ""),
        ("WEATHER, cr", ("Weather",), "cr"),
        ("w,", ("Weather",), ""),
        ("tone, crew,tone,", ("tone", "Crew"), ""),
        (" , ,", (), ""),
        ("law, or", (), "law, or"),
        ("law, order and peace,", ("Law, order and peace",), ""),
        ("people,", ("people",), ""),
    ],
)
def test_a_comma_ends_a_code(value: str, chosen: tuple[str, ...], rest: str) -> None:
    assert (typed(value).chosen, typed(value).typed) == (chosen, rest)


def test_enter_shows_what_was_meant_before_it_is_kept() -> None:
    begun, is_done = typed("we").entered()
    assert (begun.chosen, is_done) == (("Weather",), False)
    assert begun.entered() == (begun, True)


@pytest.mark.parametrize(("value", "name"), [("crew", "Crew"), ("tone", "tone"), ("Law, order and peace", None)])
def test_enter_keeps_a_whole_name_known_or_not(value: str, name: str | None) -> None:
    coding, is_done = typed(value).entered()
    assert (coding.chosen, is_done) == ((name or value,), True)


def test_the_arrows_go_through_what_is_offered() -> None:
    coding = typed("e")
    assert [code.name for code in Coding(BOOK).offered] == ["Weather", "Flood", "Crew", "Law, order and peace"]
    assert coding.is_unknown
    assert coding.moved(1).at is None
    coding, is_done = Coding(BOOK).moved(1).moved(1).entered()
    assert (coding.chosen, coding.at, is_done) == (("Flood",), 1, False)
    assert coding.entered()[0].chosen == ()
    assert Coding(BOOK).moved(-1).at == 0
    assert Coding(BOOK).moved(1).moved(99).at == 3


def test_a_key_comes_before_names_that_begin_with_it() -> None:
    book = Codebook((Code("Crew"), Code("Harbour", "c")))
    assert [code.name for code in Coding(book, typed="c").offered] == ["Harbour", "Crew"]


def test_the_last_code_is_taken_away() -> None:
    assert typed("1", "2").without_last().chosen == ("Weather",)
    assert Coding().without_last().chosen == ()


def test_letters_stand_for_codes() -> None:
    assert (sign(BOOK, "weather"), sign(BOOK, "Crew"), sign(BOOK, "tone"), sign(BOOK, "")) == ("w", "C", "T", "✎")
    assert signs(BOOK, ("Weather", "Flood", "Weather")) == "w2"
    assert signs(BOOK, ()) == "✎"
