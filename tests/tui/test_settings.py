"""The settings file: what is read from it, what is told, and that the program writes two lines of it at most."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.errors import RashomonError
from briefings.library import Library
from tui.app import RashomonApp
from tui.commands import COMMANDS
from tui.screens.keys import KeysScreen
from tui.screens.search import SearchScreen
from tui.settings import Settings, keep_theme, read_settings, settings_file
from tui.themes import DARK, LIGHT, NAMES, THEMES
from tui.widgets.lines_list import LinesList

BY_HAND = """# mine
profile = "plain"  # arrows

[keys]
"reader.search" = ["ctrl+f", "f5"]
"""


def written(tmp_path: Path, words: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(words, "utf-8")
    return path


def test_no_file_is_no_settings(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings()


def test_profile_keys_and_theme_are_read(tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, f'theme = "{LIGHT.name}"\n{BY_HAND}'))
    assert (settings.theme, settings.problems) == (LIGHT.name, ())
    known = {command.id: command for command in COMMANDS}
    assert settings.keymap.of(known["reader.search"]) == "ctrl+f,f5"
    assert settings.keymap.of(known["text.next-sentence"]) == "down"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("theme = ", "cannot be read"),
        ("theme = 3", "theme must be a text in quotes"),
        ('colour = "red"', "'colour' is no setting"),
        ('keys = "x"', "keys must be a table of its own: [keys]"),
        ('[keys]\n"reader.search" = 7', "reader.search must be a text in quotes, or a list of them"),
        ('[keys]\n"reader.search" = "c"', "reader.compare has it"),
    ],
)
def test_what_cannot_be_is_told_and_left_out(tmp_path: Path, words: str, said: str) -> None:
    settings = read_settings(written(tmp_path, words))
    assert any(said in problem for problem in settings.problems), settings.problems
    assert settings.theme == ""


def test_a_theme_is_kept_and_all_else_in_the_file_stays(tmp_path: Path) -> None:
    path = written(tmp_path, BY_HAND)
    keep_theme(path, LIGHT.name)
    assert read_settings(path).theme == LIGHT.name
    kept = path.read_text("utf-8")
    assert all(line in kept.splitlines() for line in BY_HAND.splitlines())
    keep_theme(path, DARK.name)
    assert path.read_text("utf-8").count("theme") == 1


def test_a_theme_makes_the_file_where_there_is_none(tmp_path: Path) -> None:
    keep_theme(tmp_path / "new" / "settings.toml", LIGHT.name)
    assert read_settings(tmp_path / "new" / "settings.toml").theme == LIGHT.name


def test_a_broken_file_is_not_written_over(tmp_path: Path) -> None:
    path = written(tmp_path, "theme = ")
    with pytest.raises(RashomonError, match=r"settings\.toml"):
        keep_theme(path, LIGHT.name)
    assert path.read_text("utf-8") == "theme = "


def test_the_file_has_its_place_or_the_one_that_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert settings_file().name == "settings.toml"
    monkeypatch.setenv("RASHOMON_SETTINGS", str(tmp_path / "own.toml"))
    assert settings_file() == tmp_path / "own.toml"


async def test_the_app_wears_the_theme_and_obeys_the_keys(sample: Library, tmp_path: Path) -> None:
    settings = read_settings(written(tmp_path, f'theme = "{LIGHT.name}"\n[keys]\n"reader.search" = "f5"'))
    app = RashomonApp(sample, "Sample", settings)
    async with app.run_test(size=(120, 36)) as pilot:
        assert app.theme == LIGHT.name
        await pilot.press("slash")
        await pilot.pause()
        assert not isinstance(app.screen, SearchScreen)
        await pilot.press("f5")
        await pilot.pause()
        assert isinstance(app.screen, SearchScreen)
        await pilot.press("escape", "question_mark")
        await pilot.pause()
        assert isinstance(app.screen, KeysScreen)


async def test_what_is_wrong_with_the_settings_is_said_at_the_start(sample: Library) -> None:
    app = RashomonApp(sample, "Sample", Settings(theme="no-such", problems=("keys: [b]x[/b] is no command",)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        (said,) = [notification.message for notification in app._notifications]
        assert "keys: [b]x[/b] is no command" in said
        assert "no theme 'no-such'" in said
        assert app.theme == DARK.name


async def test_themes_are_tried_on_and_one_is_kept(sample: Library, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    app = RashomonApp(sample, "Sample", Settings(), path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f2", "j")
        await pilot.pause()
        assert app.theme == THEMES[1].name
        await pilot.press("escape")
        await pilot.pause()
        assert app.theme == DARK.name
        await pilot.press("f2", "j", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.theme == THEMES[1].name
    assert read_settings(path).theme == THEMES[1].name


async def test_every_theme_draws_every_pane(sample: Library) -> None:
    app = RashomonApp(sample, "Sample")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.workers.wait_for_complete()
        for name in NAMES:
            app.theme = name
            await pilot.pause()
            assert app.screen.query_one("#library", LinesList).rich_style.bgcolor is not None
