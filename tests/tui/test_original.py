"""The lines of an original as one text with marks."""

from __future__ import annotations

from briefings.article import Span
from briefings.sources.original import OriginalLine
from tui.original import NO_LINES, shown_lines

LINES = (
    OriginalLine(Span(0, 4), "Menu"),
    OriginalLine(Span(5, 20), "The pier\nis shut.", kept=True),
    OriginalLine(Span(21, 26), "[b]ad"),
)


def test_every_line_is_a_line_of_the_text_and_has_a_mark() -> None:
    shown = shown_lines(LINES)
    assert shown.text == "Menu\nThe pier is shut.\n[b]ad"
    assert [span.of(shown.text) for span in shown.spans] == ["Menu", "The pier is shut.", "[b]ad"]
    marks = {layer.mark: [span.of(shown.text) for span in layer.spans] for layer in shown.layers()}
    assert marks == {"+": ["The pier is shut."], "-": ["Menu", "[b]ad"]}
    assert shown.count() == "1 of 3 lines are the text"


def test_a_place_in_the_text_is_a_line_of_the_original() -> None:
    shown = shown_lines(LINES)
    assert [shown.line_at(offset) for offset in (0, 4, 5, 21, 23)] == [LINES[0], LINES[0], LINES[1], LINES[1], LINES[2]]
    assert shown.line_at(len(shown.text) + 1) is None
    assert NO_LINES.line_at(0) is None
