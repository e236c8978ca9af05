"""What is lit in a text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import tokens
from index.matches import matches

TEXT = (
    "Ministers met; the meeting ended. José López’s fleet: no fishing quotas, quotas fixed. U.S. boats, cross-border."
)
LIT = {
    "meeting": ["meeting"],
    "meets": ["meeting"],
    "lopez": ["López’s"],
    '"fishing quotas"': ["fishing quotas"],
    '"fishing fixed"~3': ["fishing quotas, quotas fixed"],
    '"quotas fishing"': [],
    "quotas": ["quotas", "quotas"],
    '"fishing quotas" quotas': ["fishing quotas", "quotas"],
    "min*": ["Ministers"],
    "quota~": ["quotas", "quotas"],
    "flet~": ["fleet"],
    "boats NOT fleet": ["boats"],
    "boats -fleet": ["boats"],
    "boats OR fleet": ["fleet", "boats"],
    "US": ["U.S."],
    "cross-border": ["cross-border"],
    "outlet:boats": [],
    "title:boats": ["boats"],
    "date:2023": [],
    "": [],
    "zeppelin": [],
}


@pytest.mark.parametrize("query", LIT)
def test_a_query_lights(query: str) -> None:
    assert [span.of(TEXT) for span in matches(query, TEXT)] == LIT[query]


@given(
    st.text(alphabet="abé-.'’ \n1,U🙂", max_size=60), st.sampled_from(["a", "a*", "ab~", '"a b"', "u", '"a b"~3', "?"])
)
def test_spans_are_in_order_apart_and_inside(text: str, query: str) -> None:
    spans = matches(query, text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))


@given(st.text(max_size=80))
def test_every_word_of_a_text_lights_itself(text: str) -> None:
    for word in tokens(text):
        assert any(span.start == word.start for span in matches(f'"{text[word.start : word.end]}"', text))


def test_words_carry_their_place_form_and_stem() -> None:
    found = [(text.form, text.stem) for text in tokens("O’Brien’s 191,113 U.N. Straße 2.5 negotiations")]
    assert found == [
        *[("obrien", "obrien"), ("191113", "191113"), ("un", "un"), ("strasse", "strass"), ("2.5", "2.5")],
        ("negotiations", "negoti"),
    ]
