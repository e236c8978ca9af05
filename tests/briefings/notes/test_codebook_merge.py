"""Codes that come into a codebook that has its own."""

from __future__ import annotations

import pytest

from briefings.errors import CodebookError
from briefings.notes.codebook import Code, parse_codebook
from briefings.notes.codebook_bundled import bundled, bundled_names
from briefings.notes.codebook_faults import faults
from briefings.notes.codebook_merge import merge_codes

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
