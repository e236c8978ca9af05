"""The article in a pasted page: tests/cases/cleaning.md."""

import re

import pytest

from briefings.sources import phrases
from briefings.sources.clean import clean
from briefings.sources.decode import normalise
from briefings.sources.lines import split_lines
from briefings.sources.page_lines import words_of
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


@pytest.mark.parametrize(
    "stamp",
    ["Friday, 3 March 2021", "an hour ago", "Posted today", "3 Mar 2021", "Yesterday 14.20", "Published: 2021-03-04"],
)
def test_a_time_by_itself_is_a_stamp(stamp: str) -> None:
    assert phrases.is_stamp(stamp)


@pytest.mark.parametrize("words", ["Friesland", "Monland and", "and", "Ida Holm", "A sailor and a keeper"])
def test_a_name_with_the_letters_of_a_day_is_no_stamp(words: str) -> None:
    assert not phrases.is_stamp(words)


@pytest.mark.parametrize(
    "label", ["Reject All", "Manage cookies", "12 replies", "Sort by: Newest", "Photo of the day", "SHARE THIS STORY"]
)
def test_labels_are_known_whatever_their_case(label: str) -> None:
    assert phrases.is_label(label)
    assert phrases.is_label(label.upper())


def test_a_huge_page_keeps_its_article() -> None:
    story = [
        f"The keeper counted {n} nights without light, and fishing crews sent a letter about it." for n in range(9)
    ]
    names = [f"Berth {n}" for n in range(15_000)]
    page = clean("\n".join([*names, *story, *names]))
    assert [page.lines[number].text for number in page.body] == story


def test_wrapped_paragraphs_are_put_together_whatever_their_number() -> None:
    wrapped = (
        "the old ferry ran past the lighthouse and the keeper waved\nat its passengers, who did not see him at all.\n\n"
    )
    lines = split_lines(wrapped * 500)
    assert len(lines) == 500
    assert lines[499].text == " ".join(wrapped.split())
    assert lines[1].span.of(wrapped * 500) == wrapped.strip()


@pytest.mark.parametrize(
    "words", ["a\u00a0b", "a  b", "a\u200bb", "a\ufffcb", "e\u0301t\u034fe", "\x1b[1mbold\x1b[0m", "a\u2003é"]
)
def test_lines_are_normalised_also_where_little_is_to_do(words: str) -> None:
    (line,) = split_lines(words)
    assert line.text == normalise(words)


@pytest.mark.parametrize(
    "line",
    [
        "© Harbour Post",
        "We’ll send the best of the harbour on Sundays",
        "tips@harbour.example",
        "Reporting by Ida Holm; editing by Jon Lie",
        "Find more of Ida Holm’s stories here",
        "The pier at dawn. (Credit: Ida Holm)",
        "A gull on the pier, Reuters",
        "The keeper waves from the gallery of the lighthouse during the storm",
        *sorted({line.text for case in CASES for line in split_lines(case.input)}),
    ],
)
def test_no_line_of_chrome_is_passed_over_unread(line: str) -> None:
    chrome = (phrases.is_notice, phrases.is_author_box, phrases.is_picture_credit, phrases.is_caption)
    words = re.sub("['’.-]", " ", " ".join(words_of(line)).casefold())
    assert phrases.may_be_chrome(line, words) or not any(rule(line) for rule in chrome)
