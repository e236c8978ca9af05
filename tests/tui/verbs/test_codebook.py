"""`rashomon codebook`, as a person types it."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path
from typing import Any

import pytest

from briefings.library import Library
from briefings.notes.codebook import Code, Codebook
from briefings.notes.note import new_note
from briefings.notes.refi_codebook import write_qdc
from tests.briefings.harbour import GULL, words
from tui.cli import main


class Shell:
    """Types `rashomon codebook` into one library, and reads what it prints."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.file = folder / "codebook.md"
        self._folder = folder
        self._capsys = capsys
        self.status = 0
        self.errors = ""

    def type(self, *typed: str) -> str:
        self._capsys.readouterr()
        self.status = main(["codebook", "--library", str(self._folder), *typed])
        printed = self._capsys.readouterr()
        self.errors = printed.err
        return printed.out

    def json(self, *typed: str) -> Any:
        return json.loads(self.type(*typed, "--json"))


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    with Library.open(tmp_path / "library") as library:
        library.add(GULL)
        library.add_note(new_note(GULL, words(GULL, "boats"), codes=("Figure", "Fleet")))
    return Shell(tmp_path / "library", capsys)


def test_the_bundled_ones_are_listed_and_shown(shell: Shell) -> None:
    assert {row["name"]: row["codes"] for row in shell.json("list")}["entman"] == 4
    assert "Fifteen dimensions" in shell.type("list")
    assert "Moral evaluation" in shell.type("show", "entman")
    assert [code["name"] for code in shell.json("show")][:2] == ["Problem", "Cause"]
    assert shell.json("show")[0]["colour"].startswith("#")
    shell.type("show", "nothing")
    assert shell.status == 2
    assert "Take one of entman" in shell.errors


def test_one_is_used_and_another_comes_below(shell: Shell) -> None:
    shell.type("use", "entman")
    begun = shell.file.read_text("utf-8")
    assert "Robert M. Entman" in begun
    assert len(shell.json("use", "news-values")["added"]) == 15
    assert shell.file.read_text("utf-8").startswith(begun.rstrip("\n"))
    assert shell.json("use", "entman") == {"added": [], "conflicts": []}
    assert shell.status == 0


def test_a_code_that_means_something_else_is_listed_and_left_as_it_is(shell: Shell) -> None:
    ours = "## Conflict\n\nA war.\n"
    shell.file.write_text(ours, "utf-8")
    told = shell.type("use", "news-values")
    assert shell.status == 1
    assert "14 added, 1 in conflict" in told
    assert "here “A war.”" in told
    assert shell.file.read_text("utf-8").startswith(ours)


def test_checking_names_lines_and_codes_of_notes(shell: Shell) -> None:
    findings = shell.json("check")
    assert [finding["what"] for finding in findings] == ["the code 'Fleet' is in 1 notes and not in the codebook"]
    shell.file.write_text("## A (a)\n\n## B (a)\n", "utf-8")
    told = shell.type("check")
    assert shell.status == 1
    assert f"{shell.file}:3: the key 'a' is there already, on line 1" in told
    assert "2 codes, 3 to look at" in told
    shell.type("use", "entman")
    assert shell.status == 2
    shell.file.write_text("## Fleet: boats\n## Figure: counts\n", "utf-8")
    shell.type("check")
    assert shell.status == 0


def test_codes_go_out_and_come_in(shell: Shell, tmp_path: Path) -> None:
    shell.type("use", "entman")
    qdc, markdown = tmp_path / "out.QDC", tmp_path / "out.md"
    for file in (qdc, markdown):
        shell.type("export", str(file))
        assert shell.status == 0
    assert markdown.read_bytes() == shell.file.read_bytes()
    before = shell.json("show")
    shell.file.unlink()
    assert len(shell.json("import", str(qdc))["added"]) == 4
    after = shell.json("show")
    for code in (*before, *after):
        del code["line"]
    assert after == before
    assert shell.json("import", str(markdown)) == {"added": [], "conflicts": []}


def test_nothing_is_written_over_and_nothing_strange_read(shell: Shell, tmp_path: Path) -> None:
    there, broken = tmp_path / "there.qdc", tmp_path / "broken.md"
    there.write_bytes(write_qdc(Codebook((Code("A"), Code("Á")))))
    broken.write_text("## A\n## A\n", "utf-8")
    for typed, what in [
        (("export", str(there)), "cannot be written"),
        (("export", str(tmp_path / "x.pdf")), "Give one of .qdc, .md"),
        (("import", str(tmp_path / "x.csv")), "Give one of .qdc, .qdpx, .md"),
        (("import", str(tmp_path / "none.md")), "no such file"),
        (("import", str(tmp_path / "none.qdc")), "no such file"),
        (("import", str(broken)), "broken.md:2"),
        (("import", str(there)), "is there already"),
    ]:
        shell.type(*typed)
        assert shell.status == 2, typed
        assert what in shell.errors
    assert not shell.file.exists()


def test_editing_begins_with_the_starter_and_checks(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    script = (
        "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text() + '## Fleet\\n\\nBoats.\\n')"
    )
    monkeypatch.setenv("VISUAL", f"{shlex.quote(sys.executable)} -c {shlex.quote(script)}")
    told = shell.type("edit")
    assert (shell.status, told) == (0, "8 codes, 0 to look at\n")
    assert shell.file.read_text("utf-8").endswith("## Fleet\n\nBoats.\n")
    told = shell.type("edit")
    assert shell.status == 1
    assert "the code 'Fleet' is there already" in told
