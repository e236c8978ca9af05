"""Every page names only commands, options, make targets, keys and tables that exist, and every command is named."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import pytest

from briefings.blocks import LIVE_BLOCKS
from tests.docs.pages import PAGES, ROOT, inline_code, live_blocks, shell_lines
from tui.cli import VERBS, main
from tui.commands import COMMANDS
from tui.keymap import PROFILES, keymap_of, sign

KEY = re.compile(r"\S|ctrl\+\S|tab|enter|esc|space|backspace")
NOT_KEYS = {
    "tutorial": {"+", "-", "ctrl+c"},
    "how-to": {"+", "-", "ctrl+c"},
    "exchange": {"=", "+", "-", "@"},
    "codebook": {"9"},
    "json": {"$", "%"},
    "settings": {"f5"},
    "search": {"*", "?", "~"},
}
"""By page, what looks like a key and is none of the program's: marks of `show`, units, signs in a cell or a query."""
SETTING = re.compile(r"RASHOMON_[A-Z]+")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


@pytest.fixture(autouse=True)
def _only_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands are read by the program's own parsers and not carried out."""
    for name in ["read", *(verb.module for verb in VERBS.values())]:
        monkeypatch.setattr(import_module(f"tui.verbs.{name}"), "run", lambda options: 0)


def words_of(line: str) -> list[str]:
    """A shell line as words, without settings before it and redirections behind it."""
    words = shlex.split(re.split(r" [<>] ", line)[0])
    return words[next(at for at, word in enumerate(words) if not SETTING.match(word)) :]


def called(page: Path) -> list[list[str]]:
    """The words after `rashomon` of every command the page names, in a shell block or in its prose."""
    lines = [*shell_lines(page), *(code for code in inline_code(page) if code.startswith("rashomon "))]
    return [words[1:] for words in map(words_of, lines) if words[0] == "rashomon"]


def verbs(page: Path) -> set[str]:
    """The commands the page names."""
    return {word for words in called(page) for word in words if word in VERBS}


def help_of(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What the program prints when help on a command is asked for."""
    with pytest.raises(SystemExit) as ended:
        main([*words, "--help"])
    assert ended.value.code == 0, words
    return capsys.readouterr().out


@each_page
def test_a_command_in_a_shell_block_is_read_by_its_parser(page: Path) -> None:
    for line in shell_lines(page):
        words = words_of(line)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", (ROOT / "Makefile").read_text("utf-8"), re.M), line
        elif words[0] != "source":
            assert words[0] == "rashomon"
            assert main(words[1:]) == 0, line


@each_page
def test_a_command_in_the_prose_exists_with_its_options(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for code in inline_code(page):
        words = words_of(code)[1:] if code.startswith("rashomon ") else []
        plain = [word for word in words if not word.startswith("-")]
        options = [word for word in words if word.startswith("-")]
        if not plain or (plain[0] in LIVE_BLOCKS and len(words) == 1):
            continue
        assert plain[0] in VERBS, code
        parts = plain[:2] if plain[0] in {"brief", "notes", "codebook", "index"} else plain[:1]
        there = help_of(parts, capsys)
        assert [option for option in options if option not in there] == [], code


@each_page
def test_an_option_in_the_prose_is_one_of_a_command(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    named = {code.split()[0] for code in inline_code(page) if re.match(r"--\w", code)}
    there = " ".join(help_of([verb], capsys) for verb in VERBS) if named else ""
    assert [option for option in named if option not in there] == []


def test_every_command_is_named() -> None:
    assert set(VERBS) - {verb for page in PAGES for verb in verbs(page)} == set()


@each_page
def test_a_key_that_is_named_is_bound(page: Path) -> None:
    keymaps = [keymap_of(profile, {}) for profile in PROFILES]
    bound = {sign(key) for command in COMMANDS for keymap in keymaps for key in keymap.of(command).split(",")}
    bound |= NOT_KEYS.get(page.stem, set())
    keys = {code for code in inline_code(page) if KEY.fullmatch(code)}
    assert keys - bound == set()


@each_page
def test_a_live_block_that_is_shown_exists(page: Path) -> None:
    assert set(live_blocks(page)) <= set(LIVE_BLOCKS)
