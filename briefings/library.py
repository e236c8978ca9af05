"""The library: the folder with everything a reader keeps, and its SQLite file.

Safe to use from several threads and several programs at once: each thread has its own connection, each change is one
transaction. Not here: reading sources (`sources/`), placing notes (`notes/anchor.py`), searching (`index`).
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from briefings import copies, site_lines
from briefings.article import Article, Span
from briefings.copies import Copy
from briefings.edit_store import EditStore
from briefings.errors import LibraryError, UnknownArticle
from briefings.library_folder import DATABASE, default_folder, require_place
from briefings.reading_positions import ReadingPositions
from briefings.saved_searches import SavedSearches
from briefings.schema import connect
from briefings.site_lines import FurtherPages
from briefings.sources.imported import Field, Imported

if TYPE_CHECKING:
    from briefings.notes.codebook import Codebook
    from briefings.notes.codebook_file import CodebookFile

_COLUMNS = "id, outlet, text, title, published, url, byline, credit, retold"


@dataclass(frozen=True, slots=True)
class Heading:
    """An article without its text, as lists show it. words: how many words its text has."""

    id: str
    outlet: str
    title: str | None
    published: date | None
    credit: str | None
    words: int
    retold: bool


@dataclass(frozen=True, slots=True)
class Original:
    """What an article was read from.

    data: the imported bytes. name: the file or address they came from. format: what they were recognised as.
    kept: spans of the decoded bytes that became text. fields: how each metadata field is known.
    """

    data: bytes
    name: str
    format: str
    kept: tuple[Span, ...]
    fields: dict[str, Field]


class Library(EditStore, ReadingPositions, SavedSearches):
    """One library, open. Use `Library.open`, best in a `with` statement."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._local = threading.local()
        self._connections: list[tuple[threading.Thread, sqlite3.Connection]] = []
        self._guard = threading.Lock()

    @classmethod
    def open(cls, path: Path | str | None = None, *, create: bool = True) -> Self:
        """Open the library in the folder `path` (default: `default_folder()`), making it where `create` allows.

        Raises LibraryError when the folder is a file, holds other things but no library, or cannot be used.
        """
        folder = Path(path).expanduser() if path is not None else default_folder()
        require_place(folder, create)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"the folder cannot be made ({error.strerror})", where=str(folder)) from error
        library = cls(folder)
        library._connection  # noqa: B018 -- opens the file now, so that a bad one is told here
        return library

    @property
    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = connect(self.folder / DATABASE)
            with self._guard:
                self._connections.append((threading.current_thread(), connection))
        return connection

    def close(self) -> None:
        """Close the file in every thread; in one that is using it just now, once it is done. Not used afterwards."""
        with self._guard:
            for thread, connection in self._connections:
                if thread is threading.current_thread() or not thread.is_alive():
                    connection.close()
            # SQLite ends the program where a connection is closed while another thread is in it. Nobody else holds
            # those of other threads now, so that each is closed by whoever lets go of it last.
            self._connections.clear()
        self._local = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction; if anything was written in it, the change counter moves with it."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        before = connection.total_changes
        try:
            yield connection
            if connection.total_changes > before:
                connection.execute("UPDATE about SET value = value + 1 WHERE name = 'changes'")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    @property
    def identity(self) -> str:
        """A UUID given to the library when it was made."""
        return str(self._connection.execute("SELECT value FROM about WHERE name = 'identity'").fetchone()[0])

    def is_sound(self) -> bool:
        """Whether SQLite finds no damage in the file."""
        return bool(self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")

    @property
    def changes(self) -> int:
        """The change counter: grows with every change of an article or a note, in whichever window."""
        return int(self._connection.execute("SELECT value FROM about WHERE name = 'changes'").fetchone()[0])

    def changed_since(self, counter: int) -> list[tuple[str, bool]]:
        """(article id, whether it was removed) for each article changed since the counter stood at `counter`."""
        rows = self._connection.execute(
            "SELECT id, 0, changed FROM articles WHERE changed > :since"
            " UNION ALL SELECT id, 1, changed FROM removed WHERE changed > :since ORDER BY 3, 1",
            {"since": counter},
        )
        return [(id, bool(gone)) for id, gone, _ in rows]

    def add(self, item: Article | Imported, *, name: str = "") -> bool:
        """Put an article in, with the original it came from and the `name` of the file or address; whether it is new.

        The same id, or the same original bytes, are one article: the second is left out.
        """
        with self._change() as connection:
            return _insert(connection, self.changes + 1, item, name)

    def add_all(self, items: Iterable[Article | Imported]) -> int:
        """Put many articles in, in one transaction; how many were new."""
        with self._change() as connection:
            counter = self.changes + 1
            return sum(_insert(connection, counter, item, "") for item in items)

    def remove(self, id: str) -> None:
        """Take an article out, with its original; its notes stay as history. Raises UnknownArticle."""
        self.article(id)
        with self._change() as connection:
            connection.execute("DELETE FROM articles WHERE id = ?", (id,))
            connection.execute("INSERT OR REPLACE INTO removed VALUES (?, ?)", (id, self.changes + 1))

    def article(self, id: str) -> Article:
        """The article with this id. Raises UnknownArticle, naming ids that look alike."""
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM articles WHERE id = ?", (id,)).fetchone()  # noqa: S608
        if row is None:
            import difflib

            close = difflib.get_close_matches(id, [heading.id for heading in self.headings()], n=3)
            remedy = f"Did you mean {', '.join(close)}?" if close else "`rashomon list` shows the ids."
            raise UnknownArticle(f"no article has the id {id!r}", where=str(self.folder), remedy=remedy)
        return _article(row)

    def articles(self) -> list[Article]:
        """Every article, by outlet, day and id."""
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM articles ORDER BY outlet, published, id")  # noqa: S608
        return [_article(row) for row in rows]

    def headings(self) -> list[Heading]:
        """Every article without its text, by outlet, day and id: quick in a large library."""
        rows = self._connection.execute(
            "SELECT id, outlet, title, published, credit, words, retold FROM articles ORDER BY outlet, published, id"
        )
        return [Heading(i, o, t, _day(p), c, w, bool(r)) for i, o, t, p, c, w, r in rows]

    def original(self, id: str) -> Original | None:
        """What article `id` was read from; None when it was added without an original."""
        row = self._connection.execute(
            "SELECT bytes, name, format, kept, fields FROM originals WHERE article = ?", (id,)
        ).fetchone()
        if row is None:
            return None
        data, name, form, kept, fields = row
        known = {field: Field(**values) for field, values in json.loads(fields).items()}
        return Original(data, name, form, tuple(Span(*span) for span in json.loads(kept)), known)

    def copies(self, id: str) -> list[Copy]:
        """The articles that are the same story as article `id`: its versions, and the same copy elsewhere."""
        return copies.copies(self._connection, id)

    def holds(self, imported: Imported) -> str | None:
        """The id of the article that these bytes already are here; None where they are new."""
        query = "SELECT id FROM articles WHERE id = ? UNION ALL SELECT article FROM originals WHERE digest = ?"
        row = self._connection.execute(query, (imported.article.id, _digest(imported))).fetchone()
        return row[0] if row else None

    def sharing(self, id: str) -> list[str]:
        """The articles that share a passage with article `id`, those that share most first; twenty at the most."""
        return copies.sharing(self._connection, id)

    def alike(self, article: Article) -> list[Copy]:
        """What `copies` would say of an article that is not in the library; nothing is written."""
        return copies.alike(self._connection, article.id, article.outlet, article.text)

    def without_site_lines(self, imported: Imported, further: FurtherPages | None = None) -> Imported:
        """An article that is not in the library without what its outlet prints on other pages too.

        further: pages that are not in the library either.
        """
        known = {copy.id for copy in self.alike(imported.article)}
        return site_lines.without_site_lines(self._connection, imported, {imported.article.id, *known}, further)

    def briefings(self) -> list[Path]:
        """The briefing files of the library, by name."""
        return sorted((self.folder / "briefings").glob("*.md"))

    @cached_property
    def codebook_file(self) -> CodebookFile:
        """The file of the codes."""
        from briefings.notes.codebook_file import NAME, CodebookFile

        return CodebookFile(self.folder / NAME)

    @property
    def codebook(self) -> Codebook:
        """The codes of the library as its file says now; cheap while the file stays. Raises CodebookError."""
        return self.codebook_file.read()


def _insert(connection: sqlite3.Connection, counter: int, item: Article | Imported, name: str) -> bool:
    article = item.article if isinstance(item, Imported) else item
    digest = _digest(item) if isinstance(item, Imported) else None
    known = connection.execute(
        "SELECT 1 FROM articles WHERE id = ? UNION ALL SELECT 1 FROM originals WHERE digest = ?", (article.id, digest)
    )
    if known.fetchone():
        return False
    published = article.published.isoformat() if article.published else None
    connection.execute(
        "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(article.id, article.outlet, article.title, published, article.url, article.byline, article.credit),
            *(article.retold, len(article.text.split()), article.text, counter),
        ),
    )
    connection.execute("DELETE FROM removed WHERE id = ?", (article.id,))
    copies.link(connection, article.id, article.outlet, article.text)
    if isinstance(item, Imported):
        site_lines.keep(connection, article.id, item.decoded)
        fields = json.dumps({field: asdict(value) for field, value in item.fields.items()}, ensure_ascii=False)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        connection.execute(
            "INSERT INTO originals VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (article.id, digest, item.original, name, item.format, json.dumps(item.kept), fields, now),
        )
    return True


def _digest(imported: Imported) -> bytes:
    return hashlib.sha256(imported.original).digest()


def _article(row: tuple[str, str, str, str | None, str | None, str | None, str | None, str | None, int]) -> Article:
    id, outlet, text, title, published, url, byline, credit, retold = row
    return Article(id, outlet, text, title, _day(published), url, byline, credit, bool(retold))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
