"""The codebook: a Markdown file of labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.errors import CodebookError
from briefings.notes.codebook import STARTER, parse_codebook, read_codebook

HEADINGS = """# Codes of the harbour desk

Not a code, only a word before.

## Weather (w)

Rain, wind
and *tides*.

And fog.

- a gale
- low water

## Price: what things cost
"""


def test_headings_are_codes() -> None:
    weather, price = parse_codebook(HEADINGS)
    assert (weather.name, weather.key, weather.line) == ("Weather", "w", 5)
    assert weather.definition == "Rain, wind and tides.\n\nAnd fog."
    assert weather.examples == ("a gale", "low water")
    assert (price.name, price.key, price.definition) == ("Price", "", "what things cost")


def test_list_items_are_codes_where_no_heading_is() -> None:
    codes = parse_codebook("# Codes\n\n- **Weather** (w): rain\n  - not this\n- Price\n\n  nor this\n1. Crew [c]\n")
    assert [(code.name, code.key, code.definition) for code in codes] == [
        ("Weather", "w", "rain"),
        ("Price", "", ""),
        ("Crew", "c", ""),
    ]


def test_the_starter_serves_until_there_is_a_file(tmp_path: Path) -> None:
    codes = read_codebook(tmp_path / "codebook.md")
    assert codes == parse_codebook(STARTER)
    assert [code.name for code in codes][:4] == ["Problem", "Cause", "Judgment", "Remedy"]
    assert len({code.key for code in codes}) == len(codes)
    assert all(code.definition for code in codes)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [("## A (a)\n\n## a\n", 3, "'a' is there already, on line 1"), ("- A (x)\n- B (x)\n", 2, "the key 'x'")],
)
def test_a_code_or_key_given_twice_is_told(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = tmp_path / "codebook.md"
    path.write_text(text, "utf-8")
    with pytest.raises(CodebookError, match=what) as caught:
        read_codebook(path)
    assert caught.value.where == f"{path}:{line}"


def test_an_empty_codebook_has_no_codes(tmp_path: Path) -> None:
    path = tmp_path / "codebook.md"
    path.write_text("", "utf-8")
    assert read_codebook(path) == []
    path.write_bytes(b"\xff\xfe## A")
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codebook(path)
