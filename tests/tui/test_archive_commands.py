"""The commands that name an archive, where none answers; those that reach one are in `tests/cluster`."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.library import Library
from index import ENGINE
from tui.cli import COULD_NOT, DONE, main


@pytest.fixture(autouse=True)
def engine_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENGINE, "local")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    with Library.open(tmp_path / "library") as library:
        library.add(Article("ferry-1", "The Harbour Post", "A ferry ran aground.", title="Aground"))
    return str(tmp_path / "library")


@pytest.fixture
def nowhere() -> str:
    """An address where nobody answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{listener.getsockname()[1]}/meetings"


@pytest.mark.parametrize("part", ["push", "take"])
def test_without_an_address_nothing_is_sent_or_taken(
    folder: str, capsys: pytest.CaptureFixture[str], part: str
) -> None:
    assert main(["index", part, "ferry-1", "--library", folder]) == COULD_NOT
    assert "--engine" in capsys.readouterr().err


def test_an_archive_that_does_not_answer_is_told(folder: str, nowhere: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "push", "--engine", nowhere, "--library", folder]) == COULD_NOT
    assert f"{nowhere}: the archive does not answer" in capsys.readouterr().err


def test_this_machine_answers_for_an_archive_that_is_away(
    folder: str, nowhere: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--engine", nowhere, "search", "ferry", "--library", folder]) == DONE
    assert os.environ[ENGINE] == nowhere
    said = capsys.readouterr()
    assert "ferry-1" in said.out
    assert "the library on this machine was searched" in said.err


def test_a_password_in_an_address_is_not_repeated(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    address = "https://anna:swordfish@search.example.org"
    assert main(["index", "push", "--engine", address, "--library", folder]) == COULD_NOT
    assert "swordfish" not in capsys.readouterr().err
