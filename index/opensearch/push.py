"""Sending a library to an archive: what changed since it was sent last, and what was sent.

The archive remembers, for each library that was sent to it, up to where. Notes are private: they are sent only where
the reader said so. Not here: batches (`bulk.py`), documents (`contents.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from briefings.errors import UnknownArticle, UnknownNote
from index import indexing
from index.briefing_texts import PREFIX, States
from index.contents import NOTE_PREFIX, article_document, briefing_document, note_document
from index.indexing import Changes, changes
from index.manifest import Manifest
from index.opensearch.archive import Archive
from index.opensearch.bulk import Item
from index.opensearch.client import NoArchive, in_our_words
from index.opensearch.mapping import SHARDS, stored

if TYPE_CHECKING:
    from briefings.article import Article
    from briefings.library import Library

Progress = Callable[[int], None]
"""Told how many documents are on their way so far."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What an archive remembers of a library that was sent to it.

    counter, notes: the library's change counter and the mark of its notes that were reached.
    briefings: the time of change (ns) and the size of each briefing sent. with_notes: whether notes are sent too.
    """

    counter: int = -1
    notes: int = 0
    briefings: States = field(default_factory=dict)
    with_notes: bool = False


def push(
    archive: Archive,
    library: Library,
    *,
    with_notes: bool = False,
    anew: bool = False,
    shards: int = SHARDS,
    progress: Progress | None = None,
) -> int:
    """Send what changed in a library, making the archive where there is none; how many documents changed.

    Once notes are sent they are sent on. anew: send everything. shards: of an archive that is made. Raises ArchiveAway,
    ArchiveRefused, EngineError; what was sent until then stays, and the next time sends the rest.
    """
    archive.make(shards)
    before = what_was_sent(archive, library) or Sent()
    with_notes = with_notes or before.with_notes
    since = Sent(with_notes=with_notes) if anew or _is_stale(before, library, with_notes) else before
    todo = waiting(library, since)
    if not todo and since == before:
        return 0
    archive.send(_told(_items(library, todo, with_notes=with_notes), progress))
    gone = list(todo.gone)
    if gone:
        archive.show()
        archive.remove({"bool": {"filter": [{"terms": {"id": gone}}, {"term": {"library": library.identity}}]}})
    archive.show()
    _remember(archive, library, Sent(todo.counter, todo.note_mark, todo.states, with_notes))
    return len(todo) if with_notes else len(todo) - len(todo.notes)


def waiting(library: Library, since: Sent) -> Changes:
    """What changed in a library since it was sent."""
    nothing = since.counter < 0
    manifest = Manifest("", library.identity, "", since.counter, notes=since.notes, briefings=since.briefings)
    return changes(library, None if nothing else manifest)


def what_was_sent(archive: Archive, library: Library) -> Sent | None:
    """What the archive remembers of a library; None where it was never sent."""
    try:
        with in_our_words(archive.address):
            found = archive.client.get(index=_senders(archive), id=library.identity)["_source"]
    except NoArchive:
        return None
    known = found | {"briefings": {stem: (when, size) for stem, (when, size) in found["briefings"].items()}}
    return Sent(**known)


def _remember(archive: Archive, library: Library, sent: Sent) -> None:
    name = _senders(archive)
    with in_our_words(archive.address):
        if not archive.client.indices.exists(index=name):
            settings = {"number_of_shards": 1, "auto_expand_replicas": "0-1"}
            body = {"settings": settings, "mappings": {"enabled": False}}
            archive.client.indices.create(index=name, body=body, ignore=400)  # another sender was quicker
        archive.client.index(index=name, id=library.identity, body=asdict(sent), params={"refresh": "true"})


def _senders(archive: Archive) -> str:
    return f"{archive.name}.senders"


def _is_stale(sent: Sent, library: Library, with_notes: bool) -> bool:
    """Whether what is remembered does not fit the library: an older copy of it was put back, or notes are new."""
    return sent.counter > library.changes or with_notes != sent.with_notes


def _items(library: Library, todo: Changes, *, with_notes: bool) -> Iterator[Item]:
    hear = len(todo.articles) <= indexing.AT_ONCE
    for id in todo.articles:
        with suppress(UnknownArticle):  # removed since; the next changes say so
            article = library.article(id)
            yield Item(id, stored(article_document(article, hear=hear), library.identity, article))
    for file in todo.briefings:
        with suppress(OSError):
            yield Item(PREFIX + file.stem, stored(briefing_document(file), library.identity))
    for id in todo.notes if with_notes else ():
        with suppress(UnknownNote):
            note = library.note(id)
            yield Item(NOTE_PREFIX + id, stored(note_document(note, _find(library, note.article)), library.identity))


def _find(library: Library, id: str) -> Article | None:
    try:
        return library.article(id)
    except UnknownArticle:
        return None


def _told(items: Iterator[Item], progress: Progress | None) -> Iterator[Item]:
    for number, item in enumerate(items, 1):
        yield item
        if progress:
            progress(number)
