"""The original line by line: what was kept can be taken out, what was dropped put back, and the spans tell where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.article import Span
from briefings.sources.original import NOWHERE, OriginalLine, original_lines, places, toggled

PAGE = "Menu\n\nThe ferry sails on Monday.\n\nShare this\n\nIt is late again.\n"
HTML = (
    "<html><head><title>Ferry &amp; port</title><script>var x = '<p>no</p>';</script></head><body>"
    "<nav><ul><li>Home</li><li>News</li></ul></nav><!-- <p>hidden</p> -->"
    "<p>The <b>ferry</b> sails\n on&nbsp;Monday &mdash; at six.</p>"
    "<p>It is <a href='x>y'>late</a> again.</p></body></html>"
)


def test_every_line_says_whether_it_was_kept() -> None:
    lines = original_lines(PAGE, [Span(6, 32)])
    assert [(line.text, line.kept) for line in lines] == [
        ("Menu", False),
        ("The ferry sails on Monday.", True),
        ("Share this", False),
        ("It is late again.", False),
    ]
    assert [line.span.of(PAGE) for line in lines] == [line.text for line in lines]


def test_a_page_of_html_has_the_lines_a_browser_shows() -> None:
    lines = original_lines(HTML)
    assert [line.text for line in lines][:3] == ["Home", "News", "The ferry sails on Monday — at six."]
    assert lines[2].span.of(HTML).startswith("The <b>ferry</b>")
    assert lines[2].span.of(HTML).endswith("at six.")


def test_paragraphs_are_found_in_the_html_they_came_from() -> None:
    found = places(HTML, ["The ferry sails on Monday — at six.", "Words that are not there.", "News"])
    assert found[0].of(HTML).endswith("at six.")
    assert found[1:] == [NOWHERE, NOWHERE]  # `News` stands before the first


def test_a_paragraph_that_stands_twice_is_found_twice() -> None:
    found = places("Late again.\n\nMenu\n\nLate again.\n\nMenu", ["Late again.", "Late again.", "Late again."])
    assert found == [Span(0, 11), Span(19, 30), NOWHERE]


def test_kept_spans_in_any_order_and_over_several_lines_are_shown() -> None:
    lines = original_lines(PAGE, [Span(46, 63), NOWHERE, Span(0, 32)])
    assert [line.kept for line in lines] == [True, True, False, True]


def test_a_line_goes_back_to_its_place() -> None:
    menu, first, share, last = original_lines(PAGE, [Span(6, 32), Span(46, 63)])
    text, kept = "The ferry sails on Monday.\n\nIt is late again.", (first.span, last.span)
    with_share = toggled(text, kept, share)
    assert with_share[0] == "The ferry sails on Monday.\n\nShare this\n\nIt is late again."
    assert toggled(*with_share, OriginalLine(share.span, share.text, kept=True)) == (text, kept)
    assert toggled(text, kept, menu)[0].startswith("Menu\n\n")
    assert toggled(text, kept, first) == ("It is late again.", (last.span,))


def test_a_text_not_made_of_these_spans_is_refused() -> None:
    with pytest.raises(ValueError, match="2 paragraphs"):
        toggled("One.\n\nTwo.", (Span(0, 4),), OriginalLine(Span(5, 9), "Four"))


@given(st.text(alphabet="ab <>p/&;!-\n'=", max_size=120))
def test_spans_are_in_order_apart_and_inside(source: str) -> None:
    end = 0
    for line in original_lines(f"<p>{source}"):
        assert end <= line.span.start < line.span.end <= len(source) + 3
        assert line.text
        end = line.span.end
