"""`rashomon notes export` and `import`, as a person types them, from one library to another."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefings.briefing import write_briefing
from briefings.library import Library
from briefings.notes.exchange import FORMATS
from briefings.notes.note import Note, Target, new_note, note_on
from tests.briefings.harbour import GULL, TERN, words
from tests.briefings.notes.refi import BOAT, TEXT, coding, qde, selection, zipped
from tui.cli import main

ON_GULL = new_note(GULL, words(GULL, "40 boats"), "=1 *so* many", ("Figure",), "Ada")
ORPHAN = replace(new_note(TERN, words(TERN, "in the bay"), author="Ben"), span=None)


def typed(folder: Path, *line: str) -> int:
    return main(["notes", "--library", str(folder), *line])


def filled(folder: Path) -> Path:
    with Library.open(folder) as library:
        library.add_all([GULL, TERN])
        write_briefing(folder / "briefings", "Boats", None, [GULL.id], body="Boats came in at noon.\n")
    return folder


def on_the_briefing(folder: Path) -> Note:
    with Library.open(folder) as library:
        target = Target("briefing", "boats")
        text = library.target_text(target)
        start = text.index("at noon")
        return note_on(target, text, words(replace(GULL, text=text[: start + 7]), "at noon"), "late")


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = filled(tmp_path / "ours")
    with Library.open(folder) as library:
        library.add_notes([ON_GULL, on_the_briefing(folder), ORPHAN], "notes")
    return folder


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_notes_go_from_library_to_library(
    form: Any, ours: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, theirs = tmp_path / f"notes{form.suffix}", filled(tmp_path / "theirs")
    assert typed(ours, "export", "--format", form.name, "--output", str(file)) == 0
    assert ("1 notes have no place" in capsys.readouterr().err) == form.needs_place
    assert typed(theirs, "import", str(file), "--json") == 0
    assert len(json.loads(capsys.readouterr().out)["added"]) == 3 - form.needs_place
    with Library.open(ours) as first, Library.open(theirs) as second:
        there = {note.id: note for note in second.notes()}
        for note in first.notes():
            if note.id == ORPHAN.id:
                assert form.needs_place or there[note.id].span == words(TERN, "in the bay")
            else:
                assert there[note.id] == note
    assert typed(theirs, "import", str(file), "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["conflicts"]) == ([], [])


def test_a_conflict_is_listed_and_nothing_is_written_over(
    ours: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "notes.qdpx"
    typed(ours, "export", "--format", "refi-qda", "--output", str(file))
    assert typed(ours, "export", "--output", str(file)) == 2
    assert "cannot be written" in capsys.readouterr().err
    with Library.open(ours) as library:
        library.change_note(replace(ON_GULL, comment="otherwise"))
    assert typed(ours, "import", str(file)) == 1
    assert f"{ON_GULL.id}: comment: here “otherwise”, there “=1 *so* many”" in capsys.readouterr().out
    with Library.open(ours) as library:
        assert library.note(ON_GULL.id).comment == "otherwise"


def test_printed_notes_are_the_bytes_of_the_file(
    ours: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "notes.csv"
    typed(ours, "export", "--format", "csv", "--output", str(file))
    capfdbinary.readouterr()
    assert typed(ours, "export", "--format", "csv") == 0
    assert capfdbinary.readouterr().out == file.read_bytes()


def test_a_project_brings_its_texts_where_wished(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, file = filled(tmp_path / "library"), tmp_path / "harbour.qdpx"
    text = "First line.\r\nTwo boats came in.\r\nHome | Menu\r\n"
    file.write_bytes(
        zipped({"project.qde": qde(selection(13, 22, "Two boats", coding(BOAT))), f"sources/{TEXT}.txt": text})
    )
    assert typed(folder, "import", str(file), "--with-texts", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (len(told["added"]), told["lost_their_place"], len(told["articles_added"])) == (1, [], 1)
    assert told["told"] == [f"2 codes are not in the codebook: `rashomon codebook import {file}`"]
    assert main(["codebook", "--library", str(folder), "import", str(file)]) == 0
    capsys.readouterr()
    with Library.open(folder) as library:
        article = library.article(told["articles_added"][0])
        (note,) = library.notes(article.id)
        assert note.span == words(article, "Two boats")
        assert (note.codes, note.author, article.title) == (("Boat",), "Ana", "Harbour day.docx")
        whole = article.text
    assert main(["clean", "--library", str(folder)]) == 0  # the text stays as its coders had it
    with Library.open(folder) as library:
        assert library.article(article.id).text == whole
    capsys.readouterr()
    typed(folder, "import", str(file), "--with-texts", "--json")
    again = json.loads(capsys.readouterr().out)
    assert (again["added"], again["articles_added"], again["conflicts"], again["told"]) == ([], [], [], [])


def test_a_file_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed(filled(tmp_path / "library"), "import", str(tmp_path / "none.csv")) == 2
    assert "cannot be read" in capsys.readouterr().err
