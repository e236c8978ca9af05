"""The three floors: what importing one of them loads. The contract itself is import-linter's: `make contracts`."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded(code: str) -> set[str]:
    """The top-level modules a new Python has loaded after running `code`."""
    script = f"import sys\n{code}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(ran.stdout.splitlines()[-1].split())


BRIEFINGS = """
import pkgutil, importlib, briefings
for module in pkgutil.walk_packages(briefings.__path__, "briefings."):
    importlib.import_module(module.name)
"""
HELP = """
import tui.cli
try:
    tui.cli.main(["--help"])
except SystemExit as ended:
    assert ended.code == 0
"""


def test_importing_all_of_briefings_loads_no_screen_search_or_extraction_library() -> None:
    assert loaded(BRIEFINGS).isdisjoint({"textual", "rich", "whoosh", "trafilatura", "lxml", "index", "tui"})


def test_importing_index_loads_no_screen() -> None:
    assert loaded("import index, index.engine").isdisjoint({"textual", "rich", "whoosh", "tui"})


def test_help_loads_no_textual() -> None:
    assert loaded(HELP).isdisjoint({"textual", "rich", "whoosh", "trafilatura"})


@pytest.mark.parametrize("word", ["add", "list", "compare", "search"])
def test_a_command_loads_no_textual(word: str) -> None:
    code = HELP.replace('["--help"]', f'["{word}", "--help"]')
    assert "textual" not in loaded(code)
