"""What is found: full-text search over a library. The middle floor: it imports `briefings`, never `tui`.

Importing it loads no search library; `open_engine` does.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.library import Library
    from index.engine import Engine

__all__ = ["ENGINE", "HERE", "archive_in_use", "notice_of", "open_engine"]

ENGINE = "RASHOMON_ENGINE"
"""The environment's name for the address of an archive to search instead of the library on this machine."""

HERE = "local"
"""What stands for this machine in place of an address."""


def open_engine(library: Library, url: str | None = None) -> Engine:
    """The search engine of an open library. It builds or catches up its index at `refresh()` or the first search.

    url: the address of an archive in an OpenSearch cluster (`index/opensearch/address.py`), which `refresh` then makes
    and sends the library to, notes and all; `local` for this machine. None: what the environment names is searched, and
    a library is sent there only if it was before. Raises EngineError.
    """
    address = archive_in_use() if url is None else "" if url == HERE else url
    if not address:
        from index.whoosh_engine import WhooshEngine

        return WhooshEngine(library)
    from index.opensearch.address import read_address
    from index.opensearch_fallback import ArchiveOrLibrary

    return ArchiveOrLibrary(library, read_address(address), sends=url is not None)


def archive_in_use() -> str:
    """The address the environment names of the archive to search, as it was typed; empty for this machine."""
    address = os.environ.get(ENGINE, "")
    return "" if address == HERE else address


def notice_of(engine: Engine) -> str:
    """What is to be said about where an engine's last answer came from; empty where there is nothing to say."""
    return str(getattr(engine, "notice", ""))
