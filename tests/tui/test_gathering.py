"""What a person names or pastes, as sources."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from briefings.errors import SourceError
from tui.gathering import PASTED, Source, articles_in, names_in, sources_in, sources_of, sources_typed

PARAGRAPH = b"The last ferry of the year left the pier at noon with forty passengers and a piano on its deck.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inside = tmp_path / "two words"
    inside.mkdir()
    for name in ("b.txt", "a.txt"):
        (inside / name).write_bytes(PARAGRAPH)
    return inside


def test_one_path_with_spaces_or_several_as_a_shell_has_them(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    assert names_in(f"  {folder} ") == [str(folder)]
    assert names_in(f"'{folder}' https://example.org/a") == [str(folder), "https://example.org/a"]
    assert names_in("a b HTTPS://example.org/a") == ["a", "b", "HTTPS://example.org/a"]
    assert names_in("~/a.txt b.txt") == [str(folder / "a.txt"), "b.txt"]
    assert names_in("it's gone") == ["it's gone"]
    assert names_in("no such 'file here") == ["no such 'file here"]
    assert names_in(" ") == []


def test_a_line_far_too_long_for_a_name_is_a_text() -> None:
    sentence = PARAGRAPH.decode().strip()
    assert [source.data for source in sources_typed(sentence)] == [None]
    assert sources_typed(f"{sentence} {sentence}") == [Source(PASTED, f"{sentence} {sentence}".encode())]


def test_a_folder_is_its_files_and_an_address_itself(folder: Path) -> None:
    assert [source.name for source in sources_of([str(folder), "https://example.org/a"])] == [
        str(folder / "a.txt"),
        str(folder / "b.txt"),
        "https://example.org/a",
    ]


@pytest.mark.parametrize("name", ["gone.txt", "word " * 400])
def test_what_is_not_there_is_told_when_it_is_read(name: str) -> None:
    (source,) = sources_of([name])
    ((_, error),) = articles_in(source)
    assert isinstance(error, SourceError)


def test_an_address_of_another_kind_is_told_as_one() -> None:
    (source,) = sources_typed("ftp://bay.example/page")
    ((name, error),) = articles_in(source)
    assert name == "ftp://bay.example/page"
    assert isinstance(error, SourceError)
    assert "Only http and https" in error.what


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_that_leads_out_of_a_folder_is_told_beside_its_files(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "page.txt"
    outside.write_bytes(PARAGRAPH)
    (folder / "c.txt").symlink_to(outside)
    *files, link = sources_of([str(folder)])
    assert [(file.name, file.problem) for file in files] == [(str(folder / name), None) for name in ("a.txt", "b.txt")]
    assert link.name == str(folder / "c.txt")
    ((_, error),) = articles_in(link)
    assert isinstance(error, SourceError)


def test_pasted_lines_that_all_name_something_are_sources_and_else_a_text(folder: Path) -> None:
    named = f"{folder / 'a.txt'}\nhttps://example.org/a\n"
    assert [source.name for source in sources_in(named)] == [str(folder / "a.txt"), "https://example.org/a"]
    text = f"{folder / 'a.txt'}\r\nis a file\rof mine"
    assert sources_in(text) == [Source(PASTED, text.replace("\r\n", "\n").replace("\r", "\n").encode())]


def test_articles_come_with_the_name_of_their_source(folder: Path) -> None:
    ((name, found),) = articles_in(Source(str(folder / "a.txt")))
    assert name == str(folder / "a.txt")
    assert not isinstance(found, SourceError)
    assert found.original == PARAGRAPH
