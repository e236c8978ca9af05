"""Use of words reckoned from a sample."""

from __future__ import annotations

from index.engine import Usage
from index.opensearch.usage import _use


def test_what_was_read_whole_is_counted_and_the_rest_is_reckoned() -> None:
    assert _use("Outlet", 3, 900, 12, 3) == Usage("Outlet", 3, 12, 900)
    assert _use("Outlet", 30, 9_000, 12, 3) == Usage("Outlet", 30, 120, 9_000, sample=3)
    assert _use("Outlet", 2, 600, 12, 8) == Usage("Outlet", 2, 3, 600, sample=8)
