"""Who signs a note: where the name comes from, another one written in the dialog, and that it is remembered."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from textual.pilot import Pilot

from briefings.article import Span
from briefings.library import Library
from briefings.notes.note import new_note
from tests.ferry import COURIER
from tests.reading import desk, notes, press, reading, settled, shown
from tui.app import RashomonApp
from tui.settings import keep_author, read_settings
from tui.signing import author, signature


async def at_article(pilot: Pilot[None]) -> None:
    desk(pilot).open(f"article:{COURIER.id}")
    await settled(pilot)


def test_the_environment_comes_first_then_what_was_kept_then_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RASHOMON_AUTHOR", "Ada")
    assert (signature("Ben").name, signature("Ben").known_by) == ("Ada", "from RASHOMON_AUTHOR")
    monkeypatch.delenv("RASHOMON_AUTHOR")
    assert (signature("Ben").name, signature("Ben").known_by) == ("Ben", "as you signed last")
    monkeypatch.setattr(getpass, "getuser", lambda: "cleo")
    assert (signature().name, signature().known_by) == ("cleo", "your login name")


def test_the_shell_signs_as_the_reader_did_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RASHOMON_AUTHOR", raising=False)
    monkeypatch.setenv("RASHOMON_SETTINGS", str(tmp_path / "settings.toml"))
    keep_author(tmp_path / "settings.toml", "Ben Ō")
    assert author() == "Ben Ō"


def test_a_kept_name_leaves_the_rest_of_the_settings_alone(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "rashomon-light" # by day\n', "utf-8")
    keep_author(path, "Ana")
    assert path.read_text("utf-8") == 'theme = "rashomon-light" # by day\nauthor = "Ana"\n'
    assert (read_settings(path).author, read_settings(path).problems) == ("Ana", ())


async def test_the_dialog_says_whose_note_it_is_and_how_that_is_known(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, "a")
        assert "By " in shown(pilot)
        assert "Tester" in shown(pilot)
        assert "from RASHOMON_AUTHOR" in shown(pilot)


async def test_another_name_signs_this_note_and_the_next_and_is_kept(ferry: Library, tmp_path: Path) -> None:
    kept_in = tmp_path / "settings.toml"
    async with RashomonApp(ferry, "Sample", kept_in=kept_in).run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await at_article(pilot)
        await press(pilot, "a", *"one", "tab", "tab", "end", *" B.")
        assert "for this note and the next ones" in shown(pilot)
        await press(pilot, "enter", "j", "a", *"two", "enter")
        assert [note.author for note in ferry.notes(COURIER.id)] == ["Tester B.", "Tester B."]
        assert not any("by Tester B." in row for row in notes(pilot))
    assert read_settings(kept_in).author == "Tester B."


async def test_a_name_that_was_not_saved_is_not_remembered(ferry: Library) -> None:
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, "a", "tab", *"tone", "tab", "end", *"x", "escape", "a", "enter")
        assert [note.author for note in ferry.notes(COURIER.id)] == ["Tester"]


async def test_the_author_of_a_note_is_corrected_for_that_note_alone(ferry: Library) -> None:
    ferry.add_note(new_note(COURIER, Span(0, 9), "who", ("actor",), "bne"))
    async with reading(ferry) as pilot:
        await at_article(pilot)
        await press(pilot, "tab", "e")
        assert "who made it" in shown(pilot)
        await press(pilot, "tab", "tab", "end", "backspace", "backspace", *"en")
        assert "for this note" in shown(pilot)
        assert "the next ones" not in shown(pilot)
        await press(pilot, "enter", "tab", "tab", "j", "a", "enter")
        assert [note.author for note in ferry.notes(COURIER.id)] == ["ben", "Tester"]
