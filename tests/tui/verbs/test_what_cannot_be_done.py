"""Everything a command cannot do has a clear message (what, where, what to do) and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.library import Library
from briefings.library_folder import DATABASE
from tui.cli import main

GOOD = Path(__file__).parents[2] / "pages" / "harbour-gazette.txt"


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What is said when a command ends with status 2; it must not be a traceback."""
    assert main(words) == 2
    said = capsys.readouterr().err
    assert said.startswith("rashomon: ")
    assert "Traceback" not in said
    return said


def test_a_folder_that_is_not_a_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    said = refused(capsys, "list", "--library", str(tmp_path))
    assert str(tmp_path) in said
    assert "no library" in said
    assert main(["add", "--library", str(tmp_path), str(GOOD)]) == 2
    assert "holiday.jpg" in capsys.readouterr().err
    assert not (tmp_path / DATABASE).exists()


def test_a_word_that_is_neither_command_nor_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert "neither a command nor a library" in refused(capsys, "comapre")


def test_a_folder_named_to_read_that_is_not_a_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    assert "no library" in refused(capsys, str(tmp_path))


def test_reading_needs_a_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert "terminal" in refused(capsys, "--sample")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"   \n\n \n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "not text"),
        (b"Home\nNews\nSport\nLog in\n", "article"),
    ],
    ids=["empty", "blank", "binary", "menus only"],
)
def test_a_file_with_no_article(content: bytes, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(content)
    said = refused(capsys, "add", "--library", str(tmp_path / "library"), str(page))
    assert "page.txt" in said
    assert words in said.lower()


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "gone.txt" in refused(capsys, "add", "--library", str(tmp_path / "library"), str(tmp_path / "gone.txt"))


def test_good_files_are_added_beside_a_bad_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main(["add", "--library", str(tmp_path / "library"), str(tmp_path / "empty.txt"), str(GOOD)]) == 1
    printed = capsys.readouterr()
    assert "1 added" in printed.out
    assert "empty.txt" in printed.err
    with Library.open(tmp_path / "library") as library:
        assert len(library.articles()) == 1


@pytest.mark.parametrize("command", [["show"], ["similar"], ["compare"], ["brief", "new", "Talks"]])
def test_an_id_that_does_not_exist(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "--library", str(tmp_path / "library"), str(GOOD)])
    capsys.readouterr()
    said = refused(capsys, command[0], "--library", str(tmp_path / "library"), *command[1:], "nobody-00000000")
    assert "nobody-00000000" in said


def test_a_broken_briefing_header(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "--library", str(tmp_path / "library"), str(GOOD)])
    folder = tmp_path / "library" / "briefings"
    folder.mkdir()
    (folder / "talks.md").write_text("---\ntitle: [unclosed\n---\nText\n", "utf-8")
    capsys.readouterr()
    said = refused(capsys, "compare", "--library", str(tmp_path / "library"), "talks")
    assert "talks.md:" in said
    assert main(["list", "--library", str(tmp_path / "library")]) == 1
    capsys.readouterr()
    assert main(["brief", "check", "--library", str(tmp_path / "library")]) == 1
    assert capsys.readouterr().out.startswith("talks:2: the header is not YAML")


def test_an_article_named_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["add", "--library", str(tmp_path / "library"), str(GOOD)])
    with Library.open(tmp_path / "library") as library:
        id = library.headings()[0].id
    capsys.readouterr()
    assert "twice" in refused(capsys, "compare", "--library", str(tmp_path / "library"), id, id)


def test_a_day_that_is_not_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["brief", "--library", str(tmp_path), "new", "Talks", "--date", "tomorrow", "x-1"])
    assert ended.value.code == 2
    assert "2023-12-27" in capsys.readouterr().err
