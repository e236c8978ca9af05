"""Markdown as the plain text a reader sees, and its way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefings.markdown import blocks, rendered
from tests.read_cases import Case, read_cases

MARKDOWN = st.text(st.sampled_from('ab *_`[]()|>#-1.:"\\\n\t!&;<é\x1b\r'), max_size=80)


@pytest.mark.parametrize("case", read_cases("markdown"), ids=lambda case: case.title)
def test_layout(case: Case) -> None:
    shown = rendered(case.input).text
    assert "\n".join(line.rstrip() for line in shown.split("\n")) == case.expected


def test_a_citation_is_marked_with_its_words_and_its_source() -> None:
    source = '> Both say [the\n> count](cite:gull-0a1b2c3d "forty \\"or so\\" boats").'
    shown = rendered(source)
    (mark,) = (mark for mark in shown.marks if mark.kind == "citation")
    assert mark.span.of(shown.text) == "the count"
    assert (mark.target, mark.words) == ("gull-0a1b2c3d", 'forty "or so" boats')
    assert mark.source.of(source) == source[source.index("[") : -1]
    assert shown.citation_at(mark.span.start) is mark
    assert shown.citation_at(mark.span.end) is None


def test_marks_nest_and_cover_their_words() -> None:
    shown = rendered("## A **b *c* `d`** [e](https://example.org/)")
    marks = [(mark.kind, mark.span.of(shown.text), mark.target) for mark in shown.marks]
    assert marks == [
        ("heading", "## A b c d e", ""),
        ("strong", "b c d", ""),
        ("emphasis", "c", ""),
        ("code", "d", ""),
        ("link", "e", "https://example.org/"),
    ]


def test_offsets_go_to_the_source_and_back() -> None:
    source = "# Boats\n\n- a **net** \\* and\n  [rope](cite:x-1)\n\n"
    source += "| salt | ice |\n|---|---|\n| cold | hot |\n\n```\nwind\n```\n"
    shown = rendered(source)
    for word in ("Boats", "net", "and", "rope", "salt", "ice", "cold", "hot", "wind"):
        assert shown.to_source(shown.text.index(word)) == source.index(word)
        assert shown.to_text(source.index(word)) == shown.text.index(word)


@pytest.mark.parametrize(
    "source", ["\t\twind\trope", "     wind\n\t\trope", "> \t\twind\n> \t rope", "```\n\twind\n  rope\n```"]
)
def test_indented_code_is_found_in_the_source_behind_its_tabs(source: str) -> None:
    shown = rendered(source)
    for word in ("wind", "rope"):
        assert shown.to_source(shown.text.index(word)) == source.index(word)
        assert shown.to_text(source.index(word)) == shown.text.index(word)


def test_blocks_know_their_kind_and_lines() -> None:
    source = "# A\n\ntext\n\n1. one\n\n```rashomon figures\n```\n\n---\n\n|a|\n|-|\n|b|\n"
    found = [(block.kind, block.level, block.info, block.source.of(source)) for block in blocks(source)]
    assert found == [
        ("heading", 1, "", "# A"),
        ("paragraph", 0, "", "text"),
        ("item", 1, "1.", "1. one"),
        ("live", 0, "figures", "```rashomon figures\n```"),
        ("rule", 0, "", "---"),
        ("table", 0, "", "|a|\n|-|\n|b|"),
    ]
    assert blocks(source)[-1].rows == (("a",), ("b",))


def test_a_live_block_shows_what_it_is_given() -> None:
    shown = rendered("```rashomon quotes\n```", live=lambda name: f"table of {name}\nrow")
    (mark,) = shown.marks
    assert (mark.kind, mark.target, mark.span.of(shown.text)) == ("live", "quotes", "table of quotes\nrow")


@given(MARKDOWN)
@example("\t\t1")
@example("\t\t1\t2\n     x")
def test_any_text_is_laid_out_harmlessly(source: str) -> None:
    shown = rendered(source)
    assert not {"\x1b", "\r", "\t"} & set(shown.text)
    for mark in shown.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(shown.text)
        assert 0 <= mark.source.start <= mark.source.end <= len(source)
    for block, place in shown.blocks:
        assert 0 <= block.source.start <= block.source.end <= len(source)
        assert all(0 <= piece.source.start <= piece.source.end <= len(source) for piece in block.pieces)
        assert block.kind in ("live", "rule") or all(
            part in shown.text[slice(*place)] for part in block.text.split("\n")
        )
    starts = [piece.start for piece in shown.pieces]
    assert starts == sorted(starts)
    for offset in range(len(shown.text) + 1):
        assert 0 <= shown.to_source(offset) <= len(source)


@given(MARKDOWN)
@example("\t\tab")
@example("- a\n\n\t\tb\tb\n\t \tab")
def test_plain_letters_are_found_in_the_source(source: str) -> None:
    shown = rendered(source)
    for piece in shown.pieces:
        text = shown.text[piece.start : piece.end]
        if text.isalpha() and len(text) == piece.source.end - piece.source.start:
            assert piece.source.of(source) == text
