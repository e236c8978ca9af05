"""Adding a source to a briefing's file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefings.briefing import read_briefing
from briefings.errors import BriefingError
from briefings.sources_added import add_source
from tests.read_cases import Case, read_cases

BODY = "---\n\n# Talks\n\n---\nsources: [not, these]\n\ttail without an end"


@pytest.mark.parametrize("case", read_cases("sources_added"), ids=lambda case: case.title)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["", "mark"])
def test_only_the_sources_change(case: Case, line_end: str, mark: str, tmp_path: Path) -> None:
    path = tmp_path / "talks.md"

    def file(header: str) -> bytes:
        return f"{mark}---\n{header}\n{BODY}".replace("\n", line_end).encode()

    path.write_bytes(file(case.input))
    before = read_briefing(path)
    assert add_source(path, "new-1")
    assert path.read_bytes() == file(case.expected)
    assert read_briefing(path).sources == (*before.sources, "new-1")
    assert not add_source(path, "new-1")
    assert path.read_bytes() == file(case.expected)
    assert [name.name for name in tmp_path.iterdir()] == ["talks.md"]


def test_a_name_that_yaml_takes_for_a_number_stays_a_name(tmp_path: Path) -> None:
    path = tmp_path / "talks.md"
    path.write_text("---\ntitle: Talks\nsources: []\n---\n", "utf-8")
    assert add_source(path, "12345678")
    assert read_briefing(path).sources == ("12345678",)


def test_who_may_read_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "talks.md"
    path.write_text("---\ntitle: Talks\n---\n", "utf-8")
    path.chmod(0o640)
    add_source(path, "new-1")
    assert path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "header",
    [
        "title: [\n",
        "title: Talks\nsources: one\n",
        "{title: Talks}\n",
        "title: Talks\nfirst: &these [a-1]\nsources: *these\n",
    ],
    ids=["broken", "no list", "in braces", "named elsewhere"],
)
def test_what_cannot_be_added_to_is_told_and_left(header: str, tmp_path: Path) -> None:
    path = tmp_path / "talks.md"
    path.write_text(f"---\n{header}---\nText.\n", "utf-8")
    before = path.read_bytes()
    with pytest.raises(BriefingError, match=str(path)):
        add_source(path, "new-1")
    assert path.read_bytes() == before
    assert os.listdir(tmp_path) == ["talks.md"]
