"""Whatever others wrote, nothing a command prints is obeyed by a terminal."""

from __future__ import annotations

import json

import pytest

from tui.verbs.output import print_json, print_lines, print_table

SLY = "boat\x1b[2J\x07\u009b31m\u202eend\r"


def test_tables_and_lines_hold_nothing_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(SLY, ("id",), [[SLY], ["a\nb"]])
    print_lines(SLY + "\nsecond")
    printed = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u009b", "\u202e", "\r"} & set(printed)
    assert "boat\ufffd[2J\ufffd\ufffd31m\ufffdend" in printed
    assert printed.endswith("second\n")


def test_json_says_the_same_and_holds_nothing_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"comment": SLY + "\ud800 é 🐟"})
    printed = capsys.readouterr().out
    assert not {"\x1b", "\x07", "\u009b", "\u202e", "\r"} & set(printed)
    assert json.loads(printed) == {"comment": SLY + "\ud800 é 🐟"}
    assert "é 🐟" in printed
