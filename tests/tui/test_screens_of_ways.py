"""Finding words, jumping, and one pane alone, as a reader sees them."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from briefings.library import Library
from tests.reading import after, reading
from tests.screens import TextSnapshot

SIZES = [(80, 24), (200, 50)]
WAYS = {"found": ("f", *"ferry", "down"), "letters": ("ctrl+o",), "alone": ("z",)}


@pytest.fixture
def snapshot(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(TextSnapshot)


@pytest.mark.parametrize("keys", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_ways(ferry: Library, size: tuple[int, int], keys: tuple[str, ...], snapshot: SnapshotAssertion) -> None:
    async with reading(ferry, size) as pilot:
        assert await after(pilot, *keys) == snapshot
