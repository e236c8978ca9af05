"""The sample that comes with the program: five retold articles and the briefing that compares them.

The texts are retellings in our own words, made for this sample; they are not the outlets' own. Not here: reading
the files (`sources/`, `briefing.py`), or putting them into a library.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

_BRIEFING = "border-talks.md"


def sample_folder() -> Path:
    """The folder of the sample: the briefing, and the articles in `articles/`. Read only: it is part of the program."""
    return Path(str(files(__name__)))


def sample_articles() -> list[Path]:
    """The files of the sample's articles, by file name (the briefing's `sources` give the order of reading)."""
    return sorted((sample_folder() / "articles").glob("*.md"))


def sample_briefing() -> Path:
    """The file of the sample's briefing."""
    return sample_folder() / _BRIEFING
