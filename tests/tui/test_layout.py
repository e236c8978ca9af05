"""The layout: rows cover the text, stay inside the width, and every drawn code point has its cell and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from briefings.article import Article, Span
from tui.layers import Flattened, Layer
from tui.layout import MIN_WIDTH, Layout
from tui.width import BREAKING_SPACES, cells, drawn, is_plain, shape

HOSTILE = st.sampled_from(
    [
        *"aaaaabcdefg    \n\n\t-—“”é",
        "\r\n",
        "\x1b[31m",
        "\x07",
        "\x85",
        "\u0301",
        "\u0301" * 9,
        "\u202e",
        "\u2066",
        "\u200b",
        "\u200d",
        "\u200c",
        "\ufe0f",
        "\u00ad",
        "\ufeff",
        "\u00a0",
        "\u2028",
        "\u3000",
        "漢字",
        "。",
        "👩\u200d👩\u200d👧",
        "👍🏽",
        "❤\ufe0f",
        "🇲🇽",
        "\u1100\u1161\u11a8",
        "नमस्ते",
        "\ud800",
        "\ufffe",
        "\U000e0041",
        "ﷺ",
    ]
)
TEXTS = st.one_of(
    st.lists(HOSTILE, max_size=120).map("".join),
    st.text(max_size=120),
    st.text(st.characters(codec=None), max_size=60),
)
WIDTHS = st.integers(1, 40)


@given(TEXTS, WIDTHS, st.integers(0, 6))
@settings(max_examples=400, deadline=None)
def test_rows_cover_the_text_and_stay_inside_the_width(text: str, width: int, indent: int) -> None:
    layout = Layout(text, width, indent=indent)
    rows = [layout.row(row) for row in range(layout.height)]
    assert "".join(span.of(text) for span in rows) == text
    for row, span in enumerate(rows):
        assert span.covers(layout.shown(row))
        line = "".join(piece.text for piece in layout.pieces(row))
        assert cell_len(line) <= max(width, MIN_WIDTH)
        assert not set(line) & set("\x1b\x07\x85\u202e\u2066\u200d\ufe0f\ud800\n\r\t")


@given(TEXTS, WIDTHS, st.integers(0, 6))
@settings(max_examples=400, deadline=None)
def test_a_cell_leads_back_to_its_glyph(text: str, width: int, indent: int) -> None:
    layout = Layout(text, width, indent=indent)
    for row in range(layout.height):
        start, end = layout.shown(row)
        letters = shape(text[start:end])
        glyph = start
        for index, letter in enumerate(letters):
            offset = start + index
            glyph = glyph if letter == "0" else offset
            cell = layout.cell_of(offset)
            assert cell[0] == row
            assert 0 <= cell[1] < layout.width
            assert layout.offset_at(*cell) == glyph
            assert layout.cell_of(glyph) == cell


@given(TEXTS, WIDTHS)
@settings(max_examples=200, deadline=None)
def test_columns_grow_along_a_row(text: str, width: int) -> None:
    layout = Layout(text, width)
    for row in range(layout.height):
        offsets = [layout.offset_at(row, column) for column in range(layout.width)]
        assert offsets == sorted(offsets)
        assert all(layout.row_of(offset) == row for offset in offsets) or layout.row(row) == (len(text), len(text))


@given(TEXTS, WIDTHS, st.lists(st.tuples(st.integers(0, 120), st.integers(0, 120)), max_size=8))
@settings(max_examples=300, deadline=None)
def test_pieces_are_the_row_cut_at_the_layers(text: str, width: int, raw: list[tuple[int, int]]) -> None:
    spans = [Span(min(pair), max(pair)) for pair in raw]
    layers = [Layer("low", spans[::2], 1, "l"), Layer("high", spans[1::2], 2, "h")]
    layout, flat = Layout(text, width), Flattened(layers)
    for row in range(layout.height):
        pieces = layout.pieces(row, layers)
        assert layout.pieces(row, flat) == pieces
        assert layout.marks(row, flat) == layout.marks(row, layers)
        assert sum(cell_len(piece.text) for piece in pieces) == layout.cells(row)
        assert "".join(piece.text for piece in pieces) == drawn(layout.shown(row).of(text))
        assert sum(cell_len(piece.text) for piece in pieces) == cells(layout.shown(row).of(text))
        for piece in pieces:
            under = [layer.name for layer in layers if any(s.start <= piece.start < s.end for s in layer.spans)]
            if is_plain(text):
                assert list(piece.names) == under


@given(st.text(st.characters(codec=None), max_size=40).filter(lambda text: "\n" not in text))
@settings(max_examples=500, deadline=None)
def test_widths_are_those_textual_measures(text: str) -> None:
    assert cell_len(drawn(text)) == cells(text)


def test_every_code_point_is_measured_as_drawn() -> None:
    codes = [code for code in (*range(0x3000), *range(0x3000, 0x110000, 61)) if code != ord("\n")]
    assert [code for code in codes if cell_len(drawn("a" + chr(code))) != cells("a" + chr(code))] == []
    assert all(cell_len(chr(code)) == 1 for code in codes if is_plain(chr(code)))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "␛[2Jgone"),
        ("a\x7fb\x9bc", "a␡b\ufffdc"),
        ("abc\u202edef", "abc\ufffddef"),
        ("\u0301alone", "◌\u0301alone"),
        ("\u200bfirst", "\ufffdfirst"),
        ("e" + "\u0301" * 12, "e" + "\u0301" * 4),
        ("👩\u200d👧", "👩👧"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_what_a_text_holds_is_shown_and_does_nothing(text: str, shown: str) -> None:
    assert drawn(text) == shown


def lines(layout: Layout) -> list[str]:
    return ["".join(piece.text for piece in layout.pieces(row)) for row in range(layout.height)]


def test_wraps_by_words_and_keeps_blank_lines() -> None:
    text = "The ministers met twice.\n\nNobody spoke."
    assert lines(Layout(text, 14)) == ["The ministers", "met twice.", "", "Nobody spoke."]


def test_breaks_long_words_and_behind_dashes() -> None:
    assert lines(Layout("abcdefghijkl mno", 5)) == ["abcde", "fghij", "kl", "mno"]
    assert lines(Layout("a far-reaching deal", 8)) == ["a far-", "reaching", "deal"]
    assert lines(Layout("from 680-900 now", 11)) == ["from", "680-900 now"]


def test_wraps_wide_glyphs_but_never_before_a_closing_mark() -> None:
    assert lines(Layout("漢字漢字漢字", 8)) == ["漢字漢字", "漢字"]
    assert lines(Layout("漢字漢字。漢", 8)) == ["漢字漢", "字。漢"]


def test_indents_the_rows_that_continue_a_line() -> None:
    layout = Layout("- one two three\nfour", 8, indent=2)
    assert lines(layout) == ["- one", "  two", "  three", "four"]
    assert layout.cell_of(6) == (1, 2)
    assert layout.offset_at(1, 0) == 6


def test_spaces_of_a_break_take_no_cells() -> None:
    layout = Layout("abcd    efgh", 4)
    assert lines(layout) == ["abcd", "efgh"]
    assert layout.row(0) == Span(0, 8)
    assert layout.cell_of(7) == (0, 3)
    assert layout.offset_at(0, 99) == 3


def test_an_empty_text_has_one_empty_row() -> None:
    layout = Layout("", 20)
    assert (layout.height, layout.pieces(0), layout.cell_of(0), layout.offset_at(0, 5)) == (1, [], (0, 0), 0)


def test_numbers_the_paragraphs_as_an_article_does() -> None:
    text = "One line\nand the next of it.\n\n\nTwo.\n \nThree, which is longer than the others."
    layout = Layout(text, 12)
    found = {layout.row(row).start: layout.number(row) for row in range(layout.height) if layout.number(row)}
    article = Article("x-1", "X", text)
    assert found == {span.start: article.paragraph_number(span.start) for span in article.paragraphs}
    assert not any(Layout(text, 12, numbers=False).number(row) for row in range(layout.height))


def test_marks_stand_where_a_span_begins_highest_priority_first() -> None:
    layers = [Layer("note", [Span(2, 12)], 1, "n"), Layer("hit", [Span(7, 9), Span(9, 10)], 5, "h"), Layer("x", [], 9)]
    layout = Layout("aaaa bbbb cccc", 5)
    assert [layout.marks(row, layers) for row in range(3)] == ["n", "h", ""]


def test_overlapping_spans_of_a_layer_are_drawn_once() -> None:
    layer = Layer("note", [Span(0, 4), Span(2, 6), Span(6, 8), Span(9, 9)])
    assert list(layer.within(1, 20)) == [Span(1, 6), Span(6, 8)]
    assert layer.following(2) == Span(6, 8)
    assert layer.preceding(2) == Span(0, 4)
    assert layer.following(6) is None


def test_a_row_of_breaking_spaces_only_is_empty() -> None:
    assert lines(Layout(BREAKING_SPACES.replace("\t", "") + "\nend", 10))[-1] == "end"
