"""The reader's own editor."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from briefings.errors import RashomonError
from tui.editor import edit, editor


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)


def test_visual_goes_before_editor_and_may_have_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "ed")
    assert editor() == ["ed"]
    monkeypatch.setenv("VISUAL", "code --wait 'a b'")
    assert editor() == ["code", "--wait", "a b"]
    monkeypatch.setenv("VISUAL", "code '")
    with pytest.raises(RashomonError, match="no command"):
        editor()


def test_without_a_name_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name in ("vi", "notepad") else None)
    assert editor() == ["vi"]
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(RashomonError, match="no editor was found"):
        editor()


def test_the_file_is_edited_and_a_failure_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a file.md"
    script = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('edited')"
    monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} -c {shlex.quote(script)}")
    edit(path)
    assert path.read_text("utf-8") == "edited"
    monkeypatch.setenv("EDITOR", f"{shlex.quote(sys.executable)} -c 'raise SystemExit(3)'")
    with pytest.raises(RashomonError, match="status 3"):
        edit(path)
    monkeypatch.setenv("EDITOR", str(tmp_path / "nothing"))
    with pytest.raises(RashomonError, match="cannot be started"):
        edit(path)
