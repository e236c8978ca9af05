"""Noun-like phrases of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.framing.phrases import LEAST, MOST, phrases


def found(sentence: str) -> list[str]:
    return [span.of(sentence) for span in phrases(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The council wants more aid to the islands.", ["more aid", "more aid to the islands", "aid to the islands"]),
        ("Governor Ana Ruiz left.", ["Governor Ana Ruiz"]),
        ("Crews met the Secretary of State at sea.", ["Secretary of State", "Secretary of State at sea"]),
        ("In June they counted 4,120 cyclists who crossed.", ["4,120 cyclists"]),
        ("It was said to reopen in May.", []),
        ("He praised Ana Ruiz’s boat", ["Ana Ruiz’s boat"]),
        ("It passed by a vote of 81-18.", ["vote of 81-18"]),
        ("Salt, cod and ice melted quickly.", ["cod and ice"]),
    ],
)
def test_phrases_stand_by_themselves(sentence: str, expected: list[str]) -> None:
    assert sorted(found(sentence)) == sorted(expected)


@pytest.mark.parametrize("cut", ["Ana", "State at", "Ruiz’s boat", "Ana Ruiz’s"])
def test_no_phrase_starts_or_ends_inside_a_name(cut: str) -> None:
    sentence = "The Secretary of State at Oslo Harbour saw Governor Ana Ruiz’s boat sink."
    assert all(not phrase.endswith(cut) or phrase.startswith("Governor") for phrase in found(sentence))
    assert not any(phrase.split()[0] in ("State", "Harbour", "Ana", "Ruiz’s") for phrase in found(sentence))


WORDS = """
the Ana Ruiz of State and 4,120 cyclists crossed said in more “aid” island, islands’ it . - ’s
"""
SENTENCES = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@given(SENTENCES)
def test_phrases_are_of_two_to_six_words_and_dangle_at_neither_end(sentence: str) -> None:
    for phrase in found(sentence):
        words = phrase.split()
        assert LEAST <= len(words) <= MOST
        assert phrase == phrase.strip()
        assert words[0].lower() not in {"the", "of", "in", "and", "it"}
        assert words[-1].lower() not in {"the", "of", "in", "and", "it", "more"}
