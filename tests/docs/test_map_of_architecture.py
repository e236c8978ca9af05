"""The map of docs/architecture.md: every path in it exists, and every module has its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAP = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## The map\n")[1].split("\n## ")[0]
FLOORS = ("briefings", "index", "tui")


def places() -> Iterator[str]:
    """The paths of the map's first column; a bare name stands in the folder of the path before it."""
    for cell in re.findall(r"^\| (`[^|]+`) \|", MAP, re.M):
        folder = PurePosixPath()
        for name in re.findall(r"`([^`]+)`", cell):
            path = PurePosixPath(name) if "/" in name else folder / name
            folder = path.parent
            yield f"{path}/" if name.endswith("/") else str(path)


PLACES = list(places())


def modules(floor: str) -> list[str]:
    """Every module of a floor, at any depth, as a path from the root."""
    found = (ROOT / floor).rglob("*.py")
    return [path.relative_to(ROOT).as_posix() for path in found if path != ROOT / floor / "__init__.py"]


@pytest.mark.parametrize("place", PLACES)
def test_a_place_on_the_map_exists(place: str) -> None:
    there = ROOT / place
    assert there.is_dir() if place.endswith("/") else there.is_file()


def test_no_place_stands_on_the_map_twice() -> None:
    assert len(PLACES) == len(set(PLACES))


@pytest.mark.parametrize("floor", FLOORS)
def test_every_module_is_on_the_map(floor: str) -> None:
    folders = tuple(place for place in PLACES if place.endswith("/"))
    assert [module for module in modules(floor) if module not in PLACES and not module.startswith(folders)] == []
