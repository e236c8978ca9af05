"""The HTML that feeds carry."""

from __future__ import annotations

import pytest

from briefings.sources.feed_text import breaks_off, paragraphs_of
from tests.briefings.sources.stories import FERRY, LAMP

BODY = "".join(f"<p>{paragraph}</p>" for paragraph in FERRY)


def test_paragraphs_of_html_and_of_plain_text() -> None:
    assert paragraphs_of(BODY) == list(FERRY)
    assert paragraphs_of("\n\n".join(FERRY)) == list(FERRY)
    assert paragraphs_of("") == paragraphs_of("<!-- -->") == []


def test_headings_and_short_paragraphs_stay() -> None:
    assert paragraphs_of(f"{BODY}<h2>The north light</h2><p>No.</p><p>{LAMP[0]}</p>") == [
        *FERRY,
        "The north light",
        "No.",
        LAMP[0],
    ]


def test_other_stories_after_it_go() -> None:
    assert paragraphs_of(f"{BODY}<h3>Related stories</h3><ul><li>Pier opens</li><li>Gulls return</li></ul>") == list(
        FERRY
    )


def test_a_heading_with_sentences_after_it_ends_nothing() -> None:
    assert paragraphs_of(f"{BODY}<h3>Related stories</h3><p>{LAMP[0]}</p>") == [*FERRY, LAMP[0]]


def test_the_line_that_names_the_feed_goes() -> None:
    posted = "<p>The post <a href='#'>Ferry stays</a> appeared first on <a href='#'>Harbour Post</a>.</p>"
    assert paragraphs_of(BODY + posted) == list(FERRY)


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("", False),
        ("<p>The council meets […]</p>", True),
        ("<p>The council meets [&#8230;]</p>", True),
        ("<p>The council …</p>", True),
        ("<p><a href='#'>Continue reading</a></p>", True),
        ("<p>Read more at the Harbour Post →</p>", True),
        ("<p>The council …</p><p>The post Ferry appeared first on Harbour Post.</p>", True),
        ("<p>“I do not know …” he began, and left.</p>", False),
    ],
)
def test_whether_more_is_to_come(end: str, expected: bool) -> None:
    assert breaks_off(BODY + end) is expected
