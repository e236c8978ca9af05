"""Where a reader left the texts of a library, which were read last, and how the panes stood. `Library` is one of these.

Not here: what a position looks like on screen, or what is kept of the panes.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime


class ReadingPositions:
    """Keeps where a reader was in a library's file; a text is `article:ID` or `briefing:STEM`.

    What is read is no change of the library: its counter stays.
    """

    @property
    def _connection(self) -> sqlite3.Connection:
        raise NotImplementedError

    def position(self, text: str) -> int:
        """Where the reader left a text, in code points; 0 for one that was not read."""
        row = self._connection.execute("SELECT offset FROM positions WHERE text = ?", (text,)).fetchone()
        return int(row[0]) if row else 0

    def keep_position(self, text: str, offset: int) -> None:
        """Remember where the reader is in a text, and that it was read now."""
        now = datetime.now(UTC).isoformat()
        self._connection.execute("INSERT OR REPLACE INTO positions VALUES (?, ?, ?)", (text, offset, now))

    def recently_read(self, limit: int = 10) -> list[str]:
        """The texts that were read last, the last one first."""
        query = "SELECT text FROM positions WHERE at != '' ORDER BY at DESC, text LIMIT ?"
        return [text for (text,) in self._connection.execute(query, (limit,))]

    def panes(self) -> str:
        """What was kept of the panes; empty where nothing was."""
        row = self._connection.execute("SELECT value FROM about WHERE name = 'panes'").fetchone()
        return str(row[0]) if row else ""

    def keep_panes(self, panes: str) -> None:
        """Remember how the panes stand, as the screen says it."""
        self._connection.execute("INSERT OR REPLACE INTO about VALUES ('panes', ?)", (panes,))
