"""Every screen of the program is among the snapshots, at every size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens import screens_of_the_program
from tests.tui.test_screens import SIZES

SNAPSHOTS = Path(__file__).parent / "__snapshots__"
AT_NO_SIZE = {"SmallScreen"}
"""Screens for terminals that are smaller than any of the sizes."""


@pytest.fixture(scope="module")
def seen() -> set[str]:
    """Size and name of every snapshot."""
    return {path.read_text("utf-8").partition("\n")[0] for path in SNAPSHOTS.rglob("*.txt")}


@pytest.mark.parametrize("name", screens_of_the_program())
def test_a_screen_is_among_the_snapshots(seen: set[str], name: str) -> None:
    if name in AT_NO_SIZE:
        assert any(line.endswith(f" {name}") for line in seen)
    else:
        assert {f"{width}x{height} {name}" for width, height in SIZES} - seen == set()
