"""The pages of the docs, and what stands in them. Not here: whether it is true."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
PAGES = [README, *sorted((ROOT / "docs").glob("*.md"))]
"""What a reader is told; decisions are records of their time and only their links are checked."""
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))

_LINK = re.compile(r"(?<!`)\]\((?!cite:|https?:)(?P<page>[^)#\s]*)(?:#(?P<heading>[^)\s]+))?\)")
_FENCE = re.compile(r"^ *(?P<fence>`{3,})[^\n]*\n.*?^ *(?P=fence)$", re.M | re.S)


def shell_lines(page: Path) -> list[str]:
    """The commands of the page's shell blocks, without prompt and remark."""
    blocks = re.findall(r"^ *```console\n(.*?)^ *```$", page.read_text("utf-8"), re.M | re.S)
    return [re.sub(r"\s+# .*", "", line) for block in blocks for line in re.findall(r"^ *\$ (.+)$", block, re.M)]


def inline_code(page: Path) -> list[str]:
    """What stands between backticks in the page's prose."""
    prose = _FENCE.sub("", page.read_text("utf-8"))
    return [re.sub(r"\s+", " ", code) for code in re.findall(r"(?<!`)`([^`]+)`(?!`)", prose)]


def live_blocks(page: Path) -> list[str]:
    """The tables that fences of the page ask for."""
    return re.findall(r"^ *```rashomon (\w+)$", page.read_text("utf-8"), re.M)


def links(page: Path) -> list[tuple[Path, str]]:
    """(file, heading or nothing) of every link of the page's prose to a file of the repository."""
    prose = _FENCE.sub("", page.read_text("utf-8"))
    return [
        ((page.parent / at["page"] if at["page"] else page).resolve(), at["heading"] or "")
        for at in _LINK.finditer(prose)
    ]


def headings(page: Path) -> set[str]:
    """The page's headings as links name them."""
    titles = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text("utf-8")), re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
