"""The real program in a pseudo-terminal: a page pasted as terminals paste, corrected, written, and a power cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.end_to_end.test_the_whole_way import PAGES, Reader

BEGIN, END = "\x1b[200~", "\x1b[201~"
"""What a terminal sends around a paste (xterm's bracketed paste mode)."""


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "library")


def test_a_pasted_page_is_corrected_and_outlives_a_power_cut(reader: Reader) -> None:
    reader.types("add", str(PAGES[0]))
    with reader.opens((80, 24)) as screen:
        screen.wait_for("Ferry talks")
        screen.press("i")
        screen.wait_for("paste a page")
        screen.press(BEGIN + PAGES[1].read_text("utf-8").replace("\n", "\r") + END)
        screen.wait_for("1 recognised")
        screen.press("e")
        screen.wait_for("Fields · Island Courier")
        screen.press("tab", "tab", "2024-11-06", "enter")
        screen.wait_for("changed by hand")
        screen.press("x")
        screen.wait_for("1 accepted")
        screen.press("ctrl+s")
        screen.wait_for("1 added.")
        screen.kill()
    (courier,) = [article for article in json.loads(reader.types("list", "--json"))["articles"] if article["published"]]
    assert (courier["outlet"], courier["published"]) == ("Island Courier", "2024-11-06")
    assert "taken back: edit published" in reader.types("edit", courier["id"], "--undo")
