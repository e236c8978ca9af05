"""The tutorial and the recipes name only commands, options, keys and files that exist, and every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli import VERBS
from tui.commands import COMMANDS, key_name

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = [DOCS / "tutorial.md", DOCS / "how-to.md"]
CALLED = re.compile(r"\brashomon(?: --(?:sample|library \S+))? ([a-z]+)\b(?!/)")
KEY = re.compile(r"(?<!`)`([^\s`]|ctrl\+\S|tab|enter|esc|space|backspace)`(?!`)")
LINK = re.compile(r"\]\((?!cite:|https?:)([^)#\s]+)(?:#([^)\s]+))?\)")
MARKS_OF_SHOW = {"+", "-"}
LIVE_BLOCKS = {"coverage", "quotes", "figures", "wording", "sources"}

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def commands_in(text: str) -> set[str]:
    """The commands called in the page's shell blocks and inline code."""
    shell = "\n".join(re.findall(r"```console\n(.*?)```", text, re.S))
    inline = "\n".join(re.findall(r"`(rashomon [^`]+)`", text))
    return set(CALLED.findall(f"{shell}\n{inline}"))


@each_page
def test_a_command_that_is_named_exists(page: Path) -> None:
    named = commands_in(page.read_text("utf-8"))
    assert named
    assert named - set(VERBS) == set()


def test_every_command_is_named() -> None:
    named = set.union(*(commands_in(page.read_text("utf-8")) for page in PAGES))
    assert set(VERBS) - named == set()


@each_page
def test_a_key_that_is_named_is_bound(page: Path) -> None:
    bound = {key_name(command) for command in COMMANDS} | MARKS_OF_SHOW
    assert set(KEY.findall(page.read_text("utf-8"))) - bound == set()


@each_page
def test_a_live_block_that_is_shown_exists(page: Path) -> None:
    assert set(re.findall(r"```rashomon (\w+)", page.read_text("utf-8"))) <= LIVE_BLOCKS


@each_page
def test_a_link_to_another_page_arrives(page: Path) -> None:
    for target, heading in LINK.findall(page.read_text("utf-8")):
        there = page.parent / target
        assert there.is_file()
        titles = re.findall(r"^#+ (.+)$", there.read_text("utf-8"), re.M)
        assert not heading or heading in {title.lower().replace(" ", "-") for title in titles}
