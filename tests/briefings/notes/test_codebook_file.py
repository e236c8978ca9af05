"""The codebook of a library: its file, read again as it changes, and the books that come with the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefings.errors import CodebookError
from briefings.library import Library
from briefings.notes.codebook import parse_codebook, read_codebook
from briefings.notes.codebook_bundled import STARTER, bundled, bundled_names, title
from briefings.notes.codebook_faults import faults, gaps
from briefings.notes.codebook_file import MOST_BYTES, CodebookFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "codebook.md"


def test_the_starter_serves_until_there_is_a_file(path: Path) -> None:
    codes = read_codebook(path)
    assert codes == parse_codebook(bundled(STARTER))
    assert [code.name for code in codes][:4] == ["Problem", "Cause", "Judgment", "Remedy"]
    assert not path.exists()


@pytest.mark.parametrize("name", bundled_names())
def test_a_bundled_codebook_is_sound_and_names_its_source(name: str) -> None:
    text = bundled(name)
    assert faults(text) + gaps(text) == []
    assert title(text)
    assert any(year in text for year in ("1993", "2014", "2017"))
    codes = parse_codebook(text)
    assert all(code.key for code in codes)


def test_the_bundled_codebooks() -> None:
    sizes = {name: len(parse_codebook(bundled(name))) for name in bundled_names()}
    assert sizes == {"entman": 4, "news-values": 15, "policy-frames": 15, "starter": 7}
    with pytest.raises(CodebookError, match="no codebook called 'x'"):
        bundled("x")


def test_it_is_read_again_when_it_changes(path: Path) -> None:
    file = CodebookFile(path)
    assert len(file.read()) == 7
    path.write_text("## A (a)\n", "utf-8")
    first = file.read()
    assert [code.name for code in first] == ["A"]
    assert file.read() is first
    path.write_text("## B (b)\n", "utf-8")
    os.utime(path, ns=(1, 1))
    assert [code.name for code in file.read()] == ["B"]
    path.unlink()
    assert len(file.read()) == 7


def test_a_broken_file_is_told_until_it_is_mended_and_the_last_codes_stay(path: Path) -> None:
    file = CodebookFile(path)
    path.write_text("## A\n", "utf-8")
    file.read()
    path.write_text("## A\n\n## a\n\n## A\n", "utf-8")
    for _ in range(2):
        with pytest.raises(CodebookError, match="'a' is there already") as caught:
            file.read()
        assert caught.value.where == f"{path}:3"
        assert "1 more" in caught.value.remedy
    assert [code.name for code in file.last] == ["A"]
    path.write_text("## C\n", "utf-8")
    assert [code.name for code in file.read()] == ["C"]


def test_an_empty_file_has_no_codes_and_other_bytes_are_told(path: Path) -> None:
    path.write_text("", "utf-8")
    assert read_codebook(path) == []
    path.write_bytes(b"\xff\xfe## A")
    with pytest.raises(CodebookError, match="not UTF-8"):
        read_codebook(path)
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(CodebookError, match="more than the 2 MB"):
        read_codebook(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(CodebookError, match="cannot be read"):
        read_codebook(path)


def test_beginning_and_writing(path: Path) -> None:
    file = CodebookFile(path)
    assert file.begin()
    assert path.read_text("utf-8") == bundled(STARTER)
    assert not file.begin("## Other\n")
    file.write("## Other\n")
    assert [code.name for code in file.read()] == ["Other"]
    assert [entry.name for entry in path.parent.iterdir()] == ["codebook.md"]
    with pytest.raises(CodebookError, match="cannot be written"):
        CodebookFile(path.parent / "nowhere" / "codebook.md").write("")


@pytest.mark.skipif(os.name == "nt", reason="links and modes are those of POSIX systems")
def test_a_link_stays_a_link_and_a_mode_stays(path: Path, tmp_path: Path) -> None:
    kept = tmp_path / "in git.md"
    kept.write_text("## A\n", "utf-8")
    kept.chmod(0o640)
    path.symlink_to(kept)
    CodebookFile(path).write("## B\n")
    assert path.is_symlink()
    assert kept.read_text("utf-8") == "## B\n"
    assert kept.stat().st_mode & 0o777 == 0o640


def test_a_library_gives_the_codes_of_its_file(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        assert library.codebook.get("naming") is not None
        (tmp_path / "codebook.md").write_text("- Boats (b)\n", "utf-8")
        assert [code.name for code in library.codebook] == ["Boats"]
