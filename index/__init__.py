"""What is found: full-text search over a library. The middle floor: it imports `briefings`, never `tui`.

Importing it loads no search library; `open_engine` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.errors import EngineError

if TYPE_CHECKING:
    from briefings.library import Library
    from index.engine import Engine

__all__ = ["open_engine"]


def open_engine(library: Library, url: str | None = None) -> Engine:
    """The search engine of an open library. It builds or catches up its index at `refresh()` or the first search.

    url: where an OpenSearch cluster answers. Raises EngineError, as this version speaks to none.
    """
    if url is not None:
        raise EngineError(
            "no OpenSearch client is part of this version",
            where=url,
            remedy="Leave the address out: the library is then searched on this machine.",
        )
    from index.whoosh_engine import WhooshEngine

    return WhooshEngine(library)
