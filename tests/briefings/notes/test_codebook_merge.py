"""Codes that come into a codebook that has its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from briefings.errors import CodebookError
from briefings.notes.code import Code, folded
from briefings.notes.codebook import Codebook, parse_codebook
from briefings.notes.codebook_bundled import bundled, bundled_names
from briefings.notes.codebook_faults import faults
from briefings.notes.codebook_markdown import DEEPEST, write
from briefings.notes.codebook_merge import merge_codes
from tests.briefings.notes.test_codebook import books

OURS = """\
# Ours

Words of *ours*.

## Weather (w)

Rain.

### Storm

## Price

What things cost.
"""


def test_new_codes_stand_under_the_code_above_them_and_nothing_is_lost() -> None:
    theirs = [Code("Calm", "c", "no wind", parent="weather"), Code("Flat", parent="Calm"), Code("Crew", "w", "people")]
    text, added, conflicts = merge_codes(OURS, theirs)
    assert text == (
        OURS.replace("## Price", "### Calm (c)\n\nno wind\n\n#### Flat\n\n## Price") + "\n## Crew\n\npeople\n"
    )
    assert [code.name for code in added] == ["Calm", "Flat", "Crew"]
    assert conflicts == ()


def test_a_code_that_means_something_else_is_a_conflict() -> None:
    same, other = Code("WEATHER", "x", "Rain."), Code("price", definition="how dear it was")
    text, added, conflicts = merge_codes(OURS, [same, other])
    assert (text, added) == (OURS, ())
    assert [(one.ours.definition, one.theirs.definition) for one in conflicts] == [
        ("What things cost.", "how dear it was")
    ]


def test_codes_come_into_an_empty_book_and_not_into_a_list() -> None:
    assert merge_codes("", [Code("A", "a")]).text == "## A (a)\n"
    assert merge_codes("# Codes", [Code("A", "a")]).text == "# Codes\n\n## A (a)\n"
    with pytest.raises(CodebookError, match="lists its codes"):
        merge_codes("- A\n- B\n", [Code("C")])
    assert merge_codes("B\n---\n\nwords\n", [Code("C", parent="B")]).text == "B\n---\n\nwords\n\n### C\n"


def test_all_that_is_bundled_fits_into_one_book() -> None:
    text = ""
    for name in bundled_names():
        text = merge_codes(text, parse_codebook(bundled(name))).text
    assert faults(text) == []
    codes = parse_codebook(text)
    assert len(codes) == 4 + 15 + 15 + 7
    assert merge_codes(text, codes).added == ()


def plain(codes: list[Code]) -> dict[str, Code]:
    """Codes by name, without what merging may change."""
    return {folded(code.name): replace(code, line=0, key="", guid="") for code in codes}


@given(books(), books())
def test_every_line_and_every_code_is_kept(ours: list[Code], theirs: list[Code]) -> None:
    before = write(ours, "Ours", "Words *before*.")
    had = parse_codebook(before)
    text, added, conflicts = merge_codes(before, theirs)
    rest = iter(text.split("\n"))
    assert all(line in rest for line in before.rstrip("\n").split("\n"))
    now = parse_codebook(text)
    assert len(now) == len(had) + len(added)
    assert {name: code for name, code in plain(now).items() if name in plain(had)} == plain(had)
    shallow = [code for code in added if Codebook(tuple(now)).depth(code) < DEEPEST]
    for code in shallow:
        got = plain(now)[folded(code.name)]
        assert folded(got.parent) == (folded(code.parent) if folded(code.parent) in plain(now) else "")
        assert (got.definition, got.examples) == (code.definition, code.examples)
    names = {folded(code.name) for code in theirs}
    assert len(names) <= len(added) + len(conflicts) + len(set(plain(had)) & names)
