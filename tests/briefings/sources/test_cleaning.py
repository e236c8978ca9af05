"""The article in a pasted page: tests/cases/cleaning.md."""

import pytest

from briefings.sources.clean import clean
from briefings.sources.decode import normalise
from briefings.sources.lines import split_lines
from tests.read_cases import read_cases

CASES = read_cases("cleaning")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_the_article_is_found(case):
    page = clean(case.input)
    assert "\n\n".join(page.lines[number].text for number in page.body) == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_kept_spans_hold_the_paragraphs(case):
    kept = [" ".join(normalise(span.of(case.input)).split()) for span in clean(case.input).kept]
    assert "\n\n".join(kept) == case.expected


@pytest.mark.parametrize("text", ["Home\nNews\nSport\nSign in", "• Home\n• About Us\n\n© 2024 Harbour Post", "12:30"])
def test_a_page_without_sentences_has_no_article(text):
    assert clean(text).body == []


def test_blank_lines_however_many_are_one_gap() -> None:
    lines = split_lines("One.\n" + "   \n" * 50_000 + "Two.\nThree.\n")
    assert [(line.text, line.gap) for line in lines] == [("One.", True), ("Two.", True), ("Three.", False)]
