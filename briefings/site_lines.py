"""What an outlet prints on every page: lines that stand in several of its originals are no part of a report.

Not here: one page by itself (`sources/clean.py`). Copies of a story repeat its lines too and do not count.
"""

from __future__ import annotations

import sqlite3
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from zlib import crc32

from briefings.article import UNKNOWN_OUTLET
from briefings.sources.imported import Imported

ENOUGH = 2
"""In how many other originals of an outlet a line stands before it counts as the site's."""
FEWEST_WORDS = 3
"""A shorter line is too common to tell a site by."""
MOST = 0.3
"""The share of a text's paragraphs that may be dropped as the site's; more would be the report itself, told again."""


class FurtherPages:
    """The originals of an import, which stand in no library yet; of each outlet the last hundred."""

    _MOST = 100

    def __init__(self) -> None:
        self._pages: dict[str, deque[frozenset[int]]] = {}

    def add(self, outlet: str, lines: Iterable[str]) -> None:
        """Take in the lines of one more original of `outlet`."""
        pages = self._pages.setdefault(outlet, deque(maxlen=self._MOST))
        pages.append(frozenset(hashed(lines)) - {0})

    def beside(self, outlet: str, paragraphs: Collection[int]) -> Iterator[frozenset[int]]:
        """The hashes of each original of `outlet` that tells another story than these paragraphs (hashes)."""
        own = set(paragraphs) - {0}
        return (page for page in self._pages.get(outlet, ()) if len(own & page) <= MOST * len(own))


def hashed(lines: Iterable[str]) -> list[int]:
    """The hashes of lines by which they are found again, case and punctuation aside; 0 for one that is too short."""
    from briefings.sources.lines import key

    keys = (key(line) for line in lines)
    return [crc32(words.encode()) if words.count(" ") >= FEWEST_WORDS - 1 else 0 for words in keys]


def keep(connection: sqlite3.Connection, id: str, decoded: str) -> None:
    """Remember the lines of an article's original, inside a transaction."""
    from briefings.sources.original import original_lines

    lines = sorted({*hashed(line.text for line in original_lines(decoded))} - {0})
    connection.executemany("INSERT OR IGNORE INTO lines VALUES (?, ?)", [(line, id) for line in lines])


def without_site_lines(
    connection: sqlite3.Connection, imported: Imported, copies: Collection[str], further: FurtherPages | None = None
) -> Imported:
    """The article without the paragraphs that its outlet prints on other pages too.

    copies: ids of articles that are the same story, which do not count. further: pages that are in no library yet.
    """
    article = imported.article
    paragraphs = article.text.split("\n\n")
    if article.outlet == UNKNOWN_OUTLET or len(paragraphs) != len(imported.kept):
        return imported
    hashes = hashed(paragraphs)
    beside = list(further.beside(article.outlet, hashes)) if further else []
    times = {line: _pages(connection, line, article.outlet, copies) + _times(line, beside) for line in hashes if line}
    repeated = {line for line, pages in times.items() if pages >= ENOUGH}
    # A story's own headline and deck stand on the outlet's other pages as a teaser: what it begins with stays.
    begins = next((number for number, line in enumerate(hashes) if line not in repeated), 0)
    stays = [number for number, line in enumerate(hashes) if number < begins or line not in repeated]
    if not repeated or len(stays) < (1 - MOST) * len(paragraphs):
        return imported
    text = "\n\n".join(paragraphs[number] for number in stays)
    kept = tuple(imported.kept[number] for number in stays)
    return replace(imported, article=replace(article, text=text), kept=kept)


def _pages(connection: sqlite3.Connection, line: int, outlet: str, copies: Collection[str]) -> int:
    query = "SELECT article FROM lines JOIN articles ON articles.id = article WHERE line = ? AND outlet = ?"
    return sum(id not in copies for (id,) in connection.execute(query, (line, outlet)))


def _times(line: int, pages: Iterable[Collection[int]]) -> int:
    return sum(line in page for page in pages)
