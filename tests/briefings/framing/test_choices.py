"""Choices of words on a point."""

import pytest

from briefings.article import Span
from briefings.framing.choices import Choice, find_choices
from briefings.framing.passages import Aligner, Point
from briefings.framing.quotes import find_quotes
from briefings.framing.reuse import Words
from tests.read_cases import Case, read_cases


def choices(texts: list[str]) -> list[Choice]:
    """The choices of texts of one sentence each, which are taken to be one point."""
    spans = [Span(0, len(text)) for text in texts]
    point = Point(list(enumerate(spans)), "")
    aligner = Aligner(texts, [[span] for span in spans])
    return find_choices(aligner, [point], [Words(text) for text in texts], [find_quotes(text) for text in texts])


@pytest.mark.parametrize("case", read_cases("choices"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    texts = case.input.split("\n---\n")
    found = [
        " | ".join(choice.words[n].of(text) if n in choice.words else "·" for n, text in enumerate(texts))
        for choice in choices(texts)
    ]
    assert found == [line for line in case.expected.splitlines() if line]


def test_a_choice_names_the_shared_words_it_rests_on() -> None:
    texts = ["The harbour patrol detained 14,212 smugglers.", "The harbour patrol arrested 14,000 smugglers."]
    (choice,) = choices(texts)
    assert (choice.point, choice.basis) == (0, "synonyms")
    assert choice.slot == "harbour … patrol … 14,212 … smugglers"
    assert [span.of(texts[index]) for index, span in choice.beside if index == 1] == [
        "harbour",
        "patrol",
        "14,000",
        "smugglers",
    ]


def test_between_neighbours_each_has_one_telling_word() -> None:
    (choice,) = choices(
        ["The law requires captains to pay.", "The law compels captains to pay.", "The law now asks captains to pay."]
    )
    assert (choice.basis, sorted(choice.words)) == ("neighbours", [0, 1])
