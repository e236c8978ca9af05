"""Where texts were left, and which were read last."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefings.library import Library


def test_the_texts_read_last_come_first_each_once(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        for text in ("article:a", "briefing:b", "article:c", "article:a"):
            library.keep_position(text, 7)
        before = library.changes
        assert library.recently_read() == ["article:a", "article:c", "briefing:b"]
        assert library.recently_read(limit=1) == ["article:a"]
        assert library.changes == before
    with Library.open(tmp_path) as library:
        assert library.recently_read(limit=2) == ["article:a", "article:c"]


def test_positions_of_an_older_library_stay_and_say_nothing_of_when(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.keep_position("article:a", 7)
    file = tmp_path / "library.db"
    connection = sqlite3.connect(file)
    connection.execute("ALTER TABLE positions DROP COLUMN at")
    connection.execute("PRAGMA user_version = 4")
    connection.commit()
    connection.close()
    with Library.open(tmp_path) as library:
        assert library.position("article:a") == 7
        assert library.recently_read() == []
        library.keep_position("article:b", 1)
        assert library.recently_read() == ["article:b"]
