"""The docs have a picture of every screen, as `make pictures` makes them: small, and loading nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from benchmarks.picture_list import PICTURES
from benchmarks.small_svg import smaller
from tests.screens import screens_of_the_program

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LARGEST = 150_000
"""Bytes."""
RECT = '<rect fill="{}" x="{}" y="1.5" width="{}" height="24.65" shape-rendering="crispEdges"/>'


@pytest.mark.parametrize("screen", screens_of_the_program())
def test_a_screen_has_a_picture(screen: str) -> None:
    assert screen in {picture.screen for picture in PICTURES.values()}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_there_small_and_loads_nothing(name: str) -> None:
    written = (FOLDER / f"{name}.svg").read_text("utf-8")
    assert len(written.encode()) < LARGEST
    assert "@font-face" not in written
    assert "href" not in written
    assert ElementTree.fromstring(written).tag.endswith("svg")


def test_cells_of_one_ground_become_one() -> None:
    cells = RECT.format("#111", 0, 12.2) + RECT.format("#111", 12.2, 24.4) + RECT.format("#222", 36.6, 12.2)
    joined = smaller(f"<svg {'x' * 3}>{cells}<text>a&#160;b</text></svg>")
    assert joined.count("<rect") == 2
    assert '<rect fill="#111" x="0" y="1.5" width="36.6"' in joined
    assert '<rect fill="#222" x="36.6" y="1.5" width="12.2"' in joined
    assert "a\N{NO-BREAK SPACE}b" in joined
