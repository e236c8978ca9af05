"""Searches that are kept in a library."""

from __future__ import annotations

from pathlib import Path

from briefings.library import Library


def test_a_search_is_kept_once_and_forgotten(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        assert library.saved_searches() == []
        assert library.save_search(" quotas AND fleet ")
        assert not library.save_search("quotas AND fleet")
        assert not library.save_search("  ")
        assert library.save_search("Cider")
    with Library.open(tmp_path / "library") as library:
        assert library.saved_searches() == ["Cider", "quotas AND fleet"]
        assert library.forget_search("Cider")
        assert not library.forget_search("Cider")
        assert library.saved_searches() == ["quotas AND fleet"]


def test_keeping_a_search_changes_nothing_that_is_indexed(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        before = library.changes
        library.save_search("cider")
        assert library.changes == before
