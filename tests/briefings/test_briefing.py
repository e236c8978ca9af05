"""A briefing file: its header, its body, its citations."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefings.briefing import citations, read_briefing, write_briefing
from briefings.errors import BriefingError

GOOD = """---
title: "Harbour talks: day two"
date: 2024-05-06
place: Lisbon
sources: [daily-gull-0a1b2c3d, evening-tern-4e5f6a7b]
---
# Harbour talks

Both count [forty boats](cite:daily-gull-0a1b2c3d), one of
them [late](cite:evening-tern-4e5f6a7b "came in late").
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "harbour.md"
    path.write_text(text, "utf-8")
    return path


def test_reads_every_field(tmp_path: Path) -> None:
    briefing = read_briefing(written(tmp_path, GOOD))
    assert (briefing.title, briefing.date, briefing.place) == ("Harbour talks: day two", date(2024, 5, 6), "Lisbon")
    assert briefing.sources == ("daily-gull-0a1b2c3d", "evening-tern-4e5f6a7b")
    assert not briefing.retold
    assert GOOD[briefing.body_start :] == briefing.body
    assert briefing.line(briefing.body.index("them")) == 1 + GOOD[: GOOD.index("them")].count("\n")


def test_citations_carry_their_words_and_place(tmp_path: Path) -> None:
    briefing = read_briefing(written(tmp_path, GOOD))
    first, second = citations(briefing)
    assert (first.article, first.words) == ("daily-gull-0a1b2c3d", "forty boats")
    assert second.words == "came in late"
    assert first.span.of(briefing.body) == "[forty boats](cite:daily-gull-0a1b2c3d)"
    assert second.span.of(briefing.body).endswith('"came in late")')


def test_a_citation_inside_code_is_no_citation(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n`[x](cite:a-1)`\n\n```\n[y](cite:b-2)\n```\n"
    assert citations(read_briefing(written(tmp_path, text))) == []


@pytest.mark.parametrize(
    ("header", "line", "what"),
    [
        ("no header at all\n", 1, "begins with a header"),
        ("---\ntitle: A\n", 1, "no end"),
        ("---\ntitle: A: B: C\n---\n", 2, "not YAML"),
        ("---\ndate: 2024-05-06\nplace: [a\n---\n", 3, "not YAML"),
        ("---\ndate: 2024-05-06\n---\n", 1, "no title"),
        ("---\ndate: 2024-05-06\ntitle:\n---\n", 3, "no title"),
        ("---\ntitle: A\ndate: last Tuesday\n---\n", 3, "no date"),
        ("---\ntitle: A\ndate: 2024-02-31\n---\n", 3, "no date"),
        ("---\ntitle: A\n\nsources: one-1a2b3c4d\n---\n", 4, "not a list"),
        ("---\ntitle: A\nsources: [1, 2]\n---\n", 3, "not a list"),
        ("---\ntitle: A\nretold: perhaps\n---\n", 3, "neither true nor false"),
        ("---\n- title\n---\n", 1, "no fields"),
    ],
)
def test_a_broken_header_says_where_and_what_to_do(tmp_path: Path, header: str, line: int, what: str) -> None:
    path = written(tmp_path, header)
    with pytest.raises(BriefingError, match=what) as caught:
        read_briefing(path)
    assert caught.value.remedy
    assert caught.value.where == f"{path}:{line}"


def test_a_hostile_header_is_an_error_like_any_other(tmp_path: Path) -> None:
    for header in (
        "[" * 5000,
        "!!python/object/apply:os.getcwd []",
        "title: " + "9" * 5000 + "\ndate: {}",
        "? [a]\n: b",
    ):
        with pytest.raises(BriefingError):
            read_briefing(written(tmp_path, f"---\n{header}\n---\n"))


def test_a_file_that_is_not_text_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with pytest.raises(BriefingError, match="cannot be read"):
        read_briefing(path)
    path.write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    with pytest.raises(BriefingError, match="UTF-8"):
        read_briefing(path)


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(("\ufeff" + GOOD).replace("\n", "\r\n").encode())
    assert read_briefing(path).body == read_briefing(written(tmp_path, GOOD)).body


def test_a_new_briefing_reads_back(tmp_path: Path) -> None:
    ids = ["daily-gull-0a1b2c3d", "12345678", "on-0a1b2c3d"]
    path = write_briefing(tmp_path / "briefings", "Días de: “mar” #1\nthen", date(2024, 5, 6), ids, place="Vigo: port")
    briefing = read_briefing(path)
    assert path.name == "dias-de-mar-1-then.md"
    assert briefing.title == "Días de: “mar” #1 then"
    assert (briefing.date, briefing.place, briefing.sources) == (date(2024, 5, 6), "Vigo: port", tuple(ids))
    assert all(id in briefing.body for id in ids)
    other = read_briefing(write_briefing(tmp_path, "Salt", None, ids, body="Only *this*.\n"))
    assert (other.body, other.sources, other.place) == ("Only *this*.\n", tuple(ids), None)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    path = write_briefing(tmp_path, "Harbour", None, [])
    before = path.read_bytes()
    with pytest.raises(BriefingError, match="already"):
        write_briefing(tmp_path, "harbour!", None, ["a-1"])
    assert path.read_bytes() == before
    with pytest.raises(BriefingError, match="title"):
        write_briefing(tmp_path, "  ", None, [])
