"""Notes find their words again, or none: never other words."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from briefings.notes.anchor import Selector, describe, locate
from tests.read_cases import Case, read_cases

TEXT = st.text(st.sampled_from("ab cd.“\n’é海1,"), max_size=60)


def marked(text: str) -> tuple[str, Span]:
    """A text and the span that stands in [[ ]]."""
    before, rest = text.split("[[")
    words, after = rest.split("]]")
    return before + words + after, Span(len(before), len(before) + len(words))


@pytest.mark.parametrize("case", read_cases("anchors"), ids=lambda case: case.title)
def test_finds_the_words_again(case: Case) -> None:
    old, new = case.input.split("\n====\n")
    place = locate(describe(*marked(old)), new)
    shown = f"{new[: place.start]}[[{place.of(new)}]]{new[place.end :]}" if place else "orphan"
    assert shown == case.expected


@given(TEXT, st.data())
def test_an_unchanged_text_gives_the_same_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    place = locate(describe(text, span), text)
    if span.of(text).strip():
        assert place == span
    else:
        assert place is None


@given(TEXT, TEXT, TEXT, TEXT)
def test_any_selector_gives_a_place_inside_the_text_or_none(exact: str, prefix: str, suffix: str, text: str) -> None:
    place = locate(Selector(exact, prefix, suffix, 7), text)
    assert place is None or 0 <= place.start < place.end <= len(text)


def test_without_surroundings_the_words_alone_decide() -> None:
    text = "The bay was calm. Two boats left."
    assert locate(Selector("Two boats", "", "", 0), text) == Span(18, 27)
    assert locate(Selector("Three boats", "", "", 0), text) is None


def test_without_surroundings_the_nearest_of_several() -> None:
    text = "a boat, a boat, a boat"
    assert locate(Selector("a boat", "", "", 15), text) == Span(16, 22)


def test_importing_notes_loads_no_rapidfuzz() -> None:
    code = "import sys, briefings.notes.note; sys.exit('rapidfuzz' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
