"""The real program in a pseudo-terminal: from pasted pages to a saved note, a kill, and a restart."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "tests" / "pages").glob("*.txt"))
SEEDS = sorted((ROOT.parent / "shared" / "seeds").glob("*.txt"))
PROGRAM = [sys.executable, "-m", "tui.cli"]


class Reader:
    """A person with a library of their own, at a shell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = {"RASHOMON_LIBRARY": str(folder), "RASHOMON_AUTHOR": "Tester", "PYTHONPATH": str(ROOT)}

    def types(self, *words: str, status: int = 0) -> str:
        ran = subprocess.run(
            [*PROGRAM, *words], env={"PATH": "/usr/bin", **self.env}, capture_output=True, text=True, check=False
        )
        assert ran.returncode == status, ran.stderr
        return ran.stdout

    def ids(self) -> list[str]:
        return [article["id"] for article in json.loads(self.types("list", "--json"))["articles"]]

    def opens(self, size: tuple[int, int] = (120, 36)) -> Terminal:
        return Terminal(PROGRAM, self.env, size)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return Reader(tmp_path / "library")


def test_from_pasted_pages_to_a_note_that_outlives_a_kill(reader: Reader) -> None:
    reader.types("add", *map(str, PAGES))
    reader.types("brief", "new", "Ferry talks", "--date", "2024-11-05", *reader.ids())
    with reader.opens() as screen:
        screen.wait_for("Ferry talks")
        screen.wait_for("What do the outlets report")
        screen.press("c")
        screen.wait_for("2 outlets")
        screen.wait_for("points · wire shown")
        shown = screen.wait_for("PORT ELLEN")
        assert "Minister walks out" in shown
        screen.press("q")
        screen.wait_for("What do the outlets report")
        screen.press("/")
        screen.wait_for("Type to search")
        screen.press(*"grocer")
        screen.wait_for("found")
        screen.press("enter")
        screen.wait_for("i import")  # the reader's keys: the search is left
        screen.wait_for("96 words")  # and the article is open, not the briefing that was there before
        screen.press("a")
        screen.wait_for("Comment")
        screen.press(*"numbers differ", "enter")
        screen.wait_for("Note saved.")
        screen.kill()
    noted = json.loads(reader.types("notes", "list", "--json"))
    assert [(note["comment"], note["author"]) for note in noted] == [("numbers differ", "Tester")]
    with reader.opens() as screen:
        screen.wait_for("Ferry talks")
        screen.press("/")
        screen.wait_for("Type to search")
        screen.press(*"grocer")
        screen.wait_for("found")
        screen.press("enter")
        screen.wait_for("numbers differ")
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_with_no_library_the_sample_opens_and_says_it_is_retold(tmp_path: Path) -> None:
    env = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "RASHOMON_LIBRARY": str(tmp_path / "none")}
    with Terminal(PROGRAM, {**env, "PYTHONPATH": str(ROOT)}, (200, 50)) as screen:
        screen.wait_for("Border talks, Mexico City")
        screen.wait_for("retold")
        screen.press("c")
        screen.wait_for("5 outlets")
        screen.wait_for("points · wire shown")
        screen.press("q")
        screen.wait_for("What each one leads with")
        screen.press("q")
        assert screen.wait_for_exit() == 0


def test_a_terminal_too_small_is_told(reader: Reader) -> None:
    with Terminal([*PROGRAM, "--sample"], reader.env, (40, 10)) as screen:
        shown = screen.wait_for("40x10")
        assert "60x15" in shown
        assert screen.wait_for_exit() == 2


@pytest.mark.skipif(not SEEDS, reason="../shared/seeds is not here")
def test_the_five_pasted_reports_side_by_side(reader: Reader) -> None:
    reader.types("add", *map(str, SEEDS))
    assert "0 added, 5 already there" in reader.types("add", *map(str, SEEDS))
    reader.types("brief", "new", "Border talks, Mexico City", "--date", "2023-12-27", *reader.ids())
    compared = json.loads(reader.types("compare", "border-talks-mexico-city", "--json"))
    assert len(compared["articles"]) == 5
    assert compared["points"]
    assert compared["runs"]
    with reader.opens((200, 50)) as screen:
        screen.wait_for("Border talks, Mexico City")
        screen.wait_for("What do the outlets report")
        screen.press("c")
        screen.wait_for("5 outlets")
        screen.wait_for("points · wire shown")
        screen.press("]")
        screen.wait_for("rests on:")
        screen.press("2")
        screen.wait_for("not found in the stored text")
        screen.press("q")
        screen.wait_for("What do the outlets report")
        screen.press("q")
        assert screen.wait_for_exit() == 0
