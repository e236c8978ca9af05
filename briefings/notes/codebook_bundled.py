"""The codebooks that come with the program, in our own words, each naming its source. Not here: a library's own."""

from __future__ import annotations

from importlib.resources import files

from briefings.blocks import blocks
from briefings.errors import CodebookError

STARTER = "starter"
"""The codebook that serves until a library has one."""

_FOLDER = files("briefings.curated").joinpath("codebooks")


def bundled_names() -> list[str]:
    """The names of the bundled codebooks."""
    return sorted(entry.name.removesuffix(".md") for entry in _FOLDER.iterdir() if entry.name.endswith(".md"))


def bundled(name: str) -> str:
    """The Markdown of a bundled codebook. Raises CodebookError for a name that is none."""
    if name not in bundled_names():
        known = ", ".join(bundled_names())
        raise CodebookError(f"no codebook called {name!r} comes with the program", remedy=f"Take one of {known}.")
    return _FOLDER.joinpath(f"{name}.md").read_text("utf-8")


def title(text: str) -> str:
    """What a codebook calls itself: its title; empty where it has none."""
    return next((block.text for block in blocks(text) if block.kind == "heading" and block.level == 1), "")
