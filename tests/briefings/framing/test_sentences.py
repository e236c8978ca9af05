"""Sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.sentences import LONGEST, PART, sentences
from tests.read_cases import Case, read_cases

PIECES = [
    "Mr. ",
    "U.S. ",
    "a.m. ",
    "“",
    "”",
    '"',
    "’",
    "(",
    ")",
    "[",
    "]",
    ". ",
    "? ",
    "… ",
    "\n",
    "\n\n",
    "• ",
    "1. ",
    " ",
]
WORDS = ["The", "boat", "sank", "Ana", "27", "😢", "Ríos", "é\u0301"]
news_like = st.lists(st.sampled_from(PIECES + WORDS), max_size=60).map("".join)


@pytest.mark.parametrize("case", read_cases("sentences"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    found = [span.of(case.input).replace("\n", "⏎") for span in sentences(case.input)]
    assert found == case.expected.splitlines()


@given(st.one_of(news_like, st.text(max_size=200)))
def test_sentences_are_in_order_and_cover_every_character_once(text: str) -> None:
    found = sentences(text)
    assert all(span.start < span.end for span in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(span.of(text) == span.of(text).strip() for span in found)
    covered = {place for span in found for place in range(span.start, span.end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in covered)


@given(news_like)
def test_no_sentence_starts_with_a_closing_mark_after_another(text: str) -> None:
    found = sentences(text)
    for one, other in pairwise(found):
        if one.end == other.start:
            assert text[other.start] != "”"


def test_an_empty_text_has_none() -> None:
    assert sentences("") == [] == sentences(" \n\n ")


def test_a_text_without_any_stop_is_one_sentence() -> None:
    text = "word " * (LONGEST // 5)
    assert sentences(text) == [(0, len(text) - 1)]


@pytest.mark.parametrize("word", ["word ", "a line\n", "x" * 400 + " ", "xy z " * 150 + "  "])
def test_one_longer_than_any_sentence_is_cut_between_words(word: str) -> None:
    text = word * 8_000
    parts = sentences(text)
    assert [piece for span in parts for piece in span.of(text).split()] == text.split()
    assert all(span.end - span.start <= PART or " " not in span.of(text) for span in parts)
