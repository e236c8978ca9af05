"""Words in one text: accents, case and quotation marks aside, at exact offsets."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from tui.finding import beside, nearest, places_of

TEXT = "Señora Łucja asked: “Where’s the STRASSE?”\n\nNobody on the Straße knew; the señora left."


def found(words: str, text: str = TEXT) -> list[str]:
    return [span.of(text) for span in places_of(words, text)]


def test_case_accents_and_quotation_marks_make_no_difference() -> None:
    assert found("senora") == ["Señora", "señora"]
    assert found("SEÑORA lucja") == ["Señora Łucja"]
    assert found("\"where's") == ["“Where’s"]
    assert found("strasse") == ["STRASSE", "Straße"]


def test_words_are_found_across_the_end_of_a_paragraph_and_in_the_middle_of_a_word() -> None:
    assert found("strasse?” nobody") == ["STRASSE?”\n\nNobody"]
    assert found("ora") == ["ora", "ora"]


def test_a_letter_is_found_with_the_accents_drawn_over_it() -> None:
    assert found("cafe", "cafe\u0301s") == ["cafe\u0301"]


def test_nothing_is_found_of_nothing_and_signs_are_only_signs() -> None:
    assert found("") == found("  ") == found("\u0301") == []
    assert found("(45.", "about (45.5) and (4505)") == ["(45."]


def test_one_character_that_is_folded_to_several_is_found_whole() -> None:
    assert found("f", "a ﬁne") == ["ﬁ"]
    assert found("ine", "a ﬁne") == ["ﬁne"]


@given(st.text(max_size=60), st.data())
def test_any_part_of_a_text_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    text = unicodedata.normalize("NFC", text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spans = places_of(text[start:end], text)
    assert spans == sorted(spans)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    if text[start:end].strip().isalnum() and text[start:end].isascii():
        assert any(span.start <= start + len(text[start:end]) and span.end > start for span in spans)


def test_the_places_go_round() -> None:
    places = [Span(4, 6), Span(10, 12), Span(20, 22)]
    assert [nearest(places, offset) for offset in (0, 4, 5, 20, 21)] == [0, 0, 1, 2, 0]
    assert [beside(places, offset, back=False) for offset in (0, 4, 10, 20)] == [0, 1, 2, 0]
    assert [beside(places, offset, back=True) for offset in (4, 10, 15, 30)] == [2, 0, 1, 2]
