"""`rashomon clean`: what it changes, what it leaves alone and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefings.article import Article
from briefings.library import Library
from briefings.relining import lines_of, toggle_line
from tui.cli import main

PAGES = Path(__file__).parents[2] / "pages"


@pytest.fixture
def folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["add", "--library", str(tmp_path), str(PAGES)]) == 0
    capsys.readouterr()
    return tmp_path


def cleaned(folder: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    status = main(["clean", "--library", str(folder), *words])
    return status, capsys.readouterr().out


def test_lines_chosen_by_hand_are_kept_and_that_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(folder) as library:
        id, *others = (one.id for one in library.headings())
        dropped = next(line for line in lines_of(library, id) if not line.kept)
        text = toggle_line(library, id, dropped.span).article.text
    status, printed = cleaned(folder, capsys)
    assert status == 0
    assert printed.split("\n")[:2] == [
        f"{id}: kept as chosen by hand",
        f"{len(others)} read again, 0 changed, 1 left alone, 0 notes lost their place",
    ]
    told: list[dict[str, Any]] = json.loads(cleaned(folder, capsys, id, "--json")[1])
    assert [(one["id"], one["what"]) for one in told] == [(id, "kept as chosen by hand")]
    with Library.open(folder) as library:
        assert library.article(id).text == text
        library.undo(id)
    assert json.loads(cleaned(folder, capsys, "--json")[1]) == []


def test_an_article_without_an_original_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Library.open(folder) as library:
        library.add(Article("the-gull-1", "The Gull", "The ferry stays."))
    assert "the-gull-1: no original is kept" in cleaned(folder, capsys, "the-gull-1")[1]


def test_an_original_that_cannot_be_read_any_more_is_a_problem(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefings.sources.decode._is_binary", lambda text: True)
    status, printed = cleaned(folder, capsys)
    assert status == 1
    assert printed.startswith("0 read again, 0 changed")
