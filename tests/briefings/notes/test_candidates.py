"""Candidates for an orphan are the words a person would look at first, and are never taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from briefings.notes.anchor import Selector, describe, locate
from briefings.notes.candidates import candidates
from tests.read_cases import Case, read_cases

TEXT = st.text(st.sampled_from("ab cd.“\n’é海1,"), max_size=60)


@pytest.mark.parametrize("case", read_cases("candidates"), ids=lambda case: case.title)
def test_offers_places(case: Case) -> None:
    old, new = case.input.split("\n====\n")
    before, words, after = old.replace("]]", "[[").split("[[")
    selector = describe(before + words + after, Span(len(before), len(before) + len(words)))
    assert locate(selector, new) is None
    offered = [span.of(new) for span, _ in candidates(selector, new)]
    assert "\n".join(offered or ["none"]) == case.expected


@given(TEXT, TEXT, TEXT, TEXT, st.integers(1, 4))
def test_places_are_apart_inside_the_text_and_in_order(a: str, b: str, c: str, text: str, limit: int) -> None:
    offered = candidates(Selector(a, b, c, 3), text, limit)
    assert len(offered) <= limit
    assert [score for _, score in offered] == sorted((score for _, score in offered), reverse=True)
    for span, score in offered:
        assert 0 <= span.start < span.end <= len(text)
        assert 0 < score <= 1
        assert not any(span.overlaps(other) for other, _ in offered if other != span)


def test_words_that_stand_as_they_were_come_first() -> None:
    text = "The pier was wet. A gull sat on the pier. The pier was closed at noon."
    selector = describe(text, Span(18, 40))
    assert candidates(selector, text)[0] == (Span(18, 40), 1.0)
