"""Words across outlets: counts, where in a text, lines."""

from __future__ import annotations

from dataclasses import replace

from briefings.article import Span
from briefings.table import NOT_FOUND
from briefings.word_tables import STRIP, dispersion, terms, uses
from tests.briefings.harbour import GULL, TERN, comparison, words


def test_terms_say_how_often_each_outlet_has_a_word_and_where_that_is_notable() -> None:
    table = terms(comparison())
    assert table.columns == ("word", "A", "B", "C")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["boats", "1+", "1", NOT_FOUND],
        ["rained", "1", f"{NOT_FOUND}−", NOT_FOUND],
    ]
    assert table.rows[0][1].place == (0, words(GULL, "boats"))
    assert table.rows[0][2].place == (1, words(TERN, "boats"))
    assert table.rows[1][2].place is None


def test_terms_are_counted_without_agency_copy_where_it_is_left_out() -> None:
    rained = terms(replace(comparison(), wire=False)).rows[1]
    assert rained[0].text == "rained"
    assert rained[1].text == NOT_FOUND


def test_a_longer_word_is_not_a_use_of_a_shorter_one() -> None:
    whole = comparison()
    gull = replace(GULL, text="A boatswain has boats-and-oars, and the boats’ owners have boats.")
    seen = replace(whole, articles=(gull, *whole.articles[1:]), wire_paragraphs=((), (), ()))
    (boats, _) = terms(seen).rows
    assert boats[1].text == "2+"


def test_a_strip_shows_where_in_the_text_a_word_is_used() -> None:
    text = "net " + "x" * 96 + " net net"
    table = dispersion([replace(GULL, text=text), TERN], "net", 4)
    assert [[cell.text for cell in row] for row in table.rows] == [["A", "3", "│··┃"], ["B", "1", "··│·"]]
    assert table.rows[0][2].place == (0, Span(0, 3))
    assert all(len(row[2].text) == STRIP for row in dispersion([GULL], "no such word").rows)
    assert dispersion([GULL], "no such word").rows[0][1].text == NOT_FOUND


def test_lines_have_the_word_in_one_column() -> None:
    table = uses([GULL, TERN], "vigo", 12)
    assert [row[0].text for row in table.rows] == ["A ¶1", "B ¶1"]
    assert [row[2].text for row in table.rows] == ["Vigo", "Vigo"]
    assert {len(row[1].text) for row in table.rows} == {12}
    assert table.rows[0][1].text.endswith("met in")
    assert table.rows[0][3].text.startswith("on Monday")
    assert all(cell.place == (0, words(GULL, "Vigo")) for cell in table.rows[0])
