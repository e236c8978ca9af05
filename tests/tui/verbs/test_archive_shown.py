"""`rashomon show` of what only an archive has, and what `rashomon doctor` says of the engine in use."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefings.article import Article
from briefings.errors import UnknownArticle
from briefings.library import Library
from index import ENGINE, HERE
from index.engine import Status
from index.opensearch_engine import OpenSearchEngine
from tui.cli import COULD_NOT, DONE, PROBLEMS, main
from tui.settings_file import engine_kept

ADDRESS = "http://127.0.0.1:9/meetings"  # the discard port, at which nobody listens
AWAY = Article("tidings-1", "Tidings", "The ferry was late.\n\nNobody minded.", title="Late", credit="AP")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv(ENGINE, HERE)
    with Library.open(tmp_path / "library") as library:
        library.add_all([Article(f"post-{n}", "The Harbour Post", f"Ferry {n} ran aground.") for n in range(2)])
    return str(tmp_path / "library")


@pytest.fixture
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that answers, and has one article."""

    def article(self: OpenSearchEngine, id: str) -> Article:
        if id != AWAY.id:
            raise UnknownArticle("not here")
        return AWAY

    monkeypatch.setattr(OpenSearchEngine, "article", article)
    monkeypatch.setattr(OpenSearchEngine, "status", lambda self: Status(ADDRESS, 7, 0))


def checks(said: str) -> dict[str, tuple[bool, str]]:
    return {one["check"]: (one["ok"], one["found"]) for one in json.loads(said)}


@pytest.mark.usefixtures("answering")
def test_an_article_of_the_archive_is_shown_and_how_it_is_taken(
    folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", AWAY.id, "--engine", ADDRESS, "--library", folder]) == DONE
    said = capsys.readouterr().out
    assert f"only in the archive {ADDRESS}" in said
    assert f"rashomon index take {AWAY.id}" in said
    assert "¶2 Nobody minded." in said
    assert main(["show", AWAY.id, "--engine", ADDRESS, "--library", folder, "--json"]) == DONE
    shown = json.loads(capsys.readouterr().out)
    assert (shown["archive"], shown["credit"], shown["source"]) == (ADDRESS, "AP", None)


@pytest.mark.usefixtures("answering")
def test_an_archive_has_no_originals(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", AWAY.id, "--original", "--engine", ADDRESS, "--library", folder]) == COULD_NOT
    assert f"not originals. Whoever sent it has it; `rashomon index take {AWAY.id}`" in capsys.readouterr().err


@pytest.mark.usefixtures("answering")
@pytest.mark.parametrize(("id", "reason"), [("nobody-1", "no article has the id"), ("post", "2 ids begin with")])
def test_what_neither_has_is_said_of_both(
    folder: str, capsys: pytest.CaptureFixture[str], id: str, reason: str
) -> None:
    assert main(["show", id, "--engine", ADDRESS, "--library", folder]) == COULD_NOT
    said = capsys.readouterr().err
    assert reason in said
    assert "the archive that is searched has none of this id either" in said


def test_an_archive_that_does_not_answer_is_named(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", AWAY.id, "--engine", ADDRESS, "--library", folder]) == COULD_NOT
    assert f"the archive {ADDRESS} does not answer" in capsys.readouterr().err
    assert main(["show", AWAY.id, "--library", folder, "--engine", HERE]) == COULD_NOT
    assert "the archive" not in capsys.readouterr().err


def test_the_doctor_names_the_engine_and_whether_it_answers(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--library", folder, "--json"]) in (DONE, PROBLEMS)  # as large as the terminal is
    assert checks(capsys.readouterr().out)["engine"] == (True, "Whoosh, on this machine")
    assert main(["doctor", "--engine", ADDRESS, "--library", folder, "--json"]) == PROBLEMS
    sound, found = checks(capsys.readouterr().out)["engine"]
    assert not sound
    assert f"{ADDRESS} does not answer" in found
    assert main(["doctor", "--engine", "ftp://somewhere", "--library", folder, "--json"]) == PROBLEMS
    assert "https://" in checks(capsys.readouterr().out)["engine"][1]


@pytest.mark.usefixtures("answering")
def test_the_doctor_says_that_an_archive_answers(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["doctor", "--engine", ADDRESS, "--library", folder, "--json"])
    found = checks(capsys.readouterr().out)
    assert found["engine"] == (True, f"the archive {ADDRESS}, which answers")
    assert found["index"][1].startswith("7 documents")


@pytest.mark.parametrize(
    ("kept", "named", "asked", "is_away"),
    [
        (ADDRESS, None, (), True),
        (HERE, None, (), False),
        (ADDRESS, HERE, (), False),
        (ADDRESS, None, ("--engine", HERE), False),
        ("", None, (), False),
    ],
)
def test_the_settings_name_the_archive_unless_the_reader_does(
    folder: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kept: str,
    named: str | None,
    asked: tuple[str, ...],
    is_away: bool,
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(f'engine = "{kept}"\n', "utf-8")
    monkeypatch.setenv("RASHOMON_SETTINGS", str(settings))
    monkeypatch.delenv(ENGINE)
    if named:
        monkeypatch.setenv(ENGINE, named)
    main(["search", *asked, "--library", folder, "ferry"])
    printed = capsys.readouterr()
    assert ("127.0.0.1" in printed.out + printed.err) == is_away
    assert "ran aground" in printed.out


@pytest.mark.parametrize("written", ["engine = 3", "engine = ", ""])
def test_settings_that_cannot_be_read_name_no_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(written, "utf-8")
    monkeypatch.setenv("RASHOMON_SETTINGS", str(settings))
    assert engine_kept() == ""
