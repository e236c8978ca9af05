"""What nobody foresaw: a sentence for the reader, the traceback in a file that the sentence names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui import cli
from tui.failures import keep_failure, log_file

ROOT = Path(__file__).resolve().parents[2]
BROKEN = """
from tui.widgets.text_pane import TextPane
def broken(self): raise ZeroDivisionError("of the test")
TextPane.action_next_sentence = broken
from tui.cli import main
raise SystemExit(main(["--sample"]))
"""


def test_a_command_that_breaks_says_so_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(arguments: list[str]) -> int:
        raise ZeroDivisionError("of the test")

    monkeypatch.setattr(cli, "_dispatch", broken)
    assert cli.main(["list"]) == cli.COULD_NOT
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert str(log_file()) in said
    logged = log_file().read_text("utf-8")
    assert "ZeroDivisionError: of the test" in logged
    assert "rashomon 0" in logged


def test_the_log_begins_anew_before_it_is_too_large_to_send() -> None:
    log_file().parent.mkdir(parents=True, exist_ok=True)
    log_file().write_text("old " * 300_000, "utf-8")
    keep_failure(ValueError("new"))
    assert log_file().read_text("utf-8").count("old") == 0


def test_a_log_that_cannot_be_written_is_no_second_failure() -> None:
    log_file().parent.parent.mkdir(parents=True, exist_ok=True)
    log_file().parent.write_text("a file, not a folder", "utf-8")
    assert "could not be written" in keep_failure(ValueError("new"))


def test_the_app_that_breaks_gives_the_terminal_back_and_shows_no_traceback(data_home: Path) -> None:
    env = {"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]}
    with Terminal([sys.executable, "-c", BROKEN], env) as screen:
        screen.wait_for("Border talks")
        screen.press("j")
        said = screen.wait_for("something went wrong")
        assert screen.wait_for_exit() == 2
    assert "Traceback" not in said
    assert "ZeroDivisionError: of the test" in log_file().read_text("utf-8")
