"""The searches a reader keeps in a library. `Library` is one of these. Not here: asking them (`index`)."""

from __future__ import annotations

import sqlite3


class SavedSearches:
    """Keeps queries in a library's file. Every change is on the disk when its method returns."""

    @property
    def _connection(self) -> sqlite3.Connection:
        raise NotImplementedError

    def saved_searches(self) -> list[str]:
        """The queries that are kept, in the order of the alphabet, capitals aside."""
        rows = self._connection.execute("SELECT query FROM saved_searches").fetchall()
        return sorted((query for (query,) in rows), key=str.casefold)

    def save_search(self, query: str) -> bool:
        """Keep a query; whether it was not kept yet. Spaces around it are no part of it; an empty one is not kept."""
        query = query.strip()
        if not query:
            return False
        insert = "INSERT OR IGNORE INTO saved_searches (name, query) VALUES (?, ?)"
        return self._connection.execute(insert, (query, query)).rowcount > 0

    def forget_search(self, query: str) -> bool:
        """Keep a query no longer; whether it was kept."""
        return self._connection.execute("DELETE FROM saved_searches WHERE query = ?", (query.strip(),)).rowcount > 0
