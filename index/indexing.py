"""Writing an index: from a library's changes to a new manifest. Not here: when to write, and searching."""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from whoosh.index import FileIndex
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from briefings.errors import EngineError, UnknownArticle
from index.briefing_texts import PREFIX, States, read_briefing, states
from index.documents import briefing_document, document, schema
from index.manifest import Manifest
from index.shelf import Files, Shelf
from index.workers import MANY, write_segments

if TYPE_CHECKING:
    from briefings.library import Library

_MEMORY_MB = 128


@dataclass(frozen=True, slots=True)
class Changes:
    """What an index lacks of its library.

    counter: the library's change counter that is reached with them. articles: ids to index anew.
    gone: ids (of articles and briefings) to take out. briefings: files to index anew. states: how all files stand.
    """

    counter: int
    articles: list[str]
    gone: list[str]
    briefings: list[Path]
    states: States

    def __len__(self) -> int:
        return len(self.articles) + len(self.gone) + len(self.briefings)


def changes(library: Library, manifest: Manifest | None) -> Changes:
    """What `library` holds that the index of `manifest` (None: an empty one) does not show."""
    since, had = (manifest.counter, manifest.briefings) if manifest else (-1, {})
    counter = library.changes
    changed = library.changed_since(since)
    files = library.briefings()
    now = states(files)
    gone = [id for id, removed in changed if removed] if manifest else []
    return Changes(
        counter,
        [id for id, removed in changed if not removed],
        gone + [PREFIX + stem for stem in had if stem not in now],
        [file for file in files if file.stem in now and now[file.stem] != had.get(file.stem)],
        now,
    )


def write(library: Library, shelf: Shelf, manifest: Manifest | None, todo: Changes) -> Manifest:
    """Bring the index of `manifest` (None: a new one) up to `todo`; the caller is the one writer."""
    before = manifest or Manifest(shelf.schema, shelf.library, f"i{token_hex(4)}")
    files = Files(shelf.folder, before.files)
    place = FileIndex(files, schema(), before.name) if manifest else FileIndex.create(files, schema(), before.name)
    segments = _segments(library, files, before.name, todo)
    writer = SegmentWriter(place, limitmb=_MEMORY_MB)
    try:
        if manifest:
            _delete(writer, todo)
        for fields in () if segments else _documents(library, todo):
            writer.add_document(**fields)
        writer.commit(mergetype=lambda writer, old: _merge(writer, old) + segments)
    except BaseException:
        if not writer.is_closed:
            writer.cancel()
        raise
    after = replace(before, counter=todo.counter, briefings=todo.states)
    return shelf.publish(after, _names(files, before.name))


def _segments(library: Library, files: Files, name: str, todo: Changes) -> list[Any]:
    """Segments that other processes wrote; none when there is too little for them or they fail."""
    if len(todo.articles) < MANY:
        return []
    try:
        return write_segments(files, name, _documents(library, todo))
    except EngineError:
        return []


def _documents(library: Library, todo: Changes) -> Iterator[dict[str, Any]]:
    for id in todo.articles:
        try:
            yield document(library.article(id))
        except UnknownArticle:  # removed since; the next changes say so
            continue
    for file in todo.briefings:
        try:
            title, text, day = read_briefing(file)
        except OSError:
            continue
        yield briefing_document(PREFIX + file.stem, title, text, day)


def _delete(writer: SegmentWriter, todo: Changes) -> None:
    for id in (*todo.gone, *todo.articles, *(PREFIX + file.stem for file in todo.briefings)):
        writer.delete_by_term("id", id)


def _merge(writer: SegmentWriter, segments: Iterable[Any]) -> list[Any]:
    """Rewrite the small old segments into the one being written: sizes grow as powers of two, so there are few."""
    kept, size = [], max(writer.doc_count(), 1)
    for segment in sorted(segments, key=lambda segment: segment.doc_count()):
        if segment.doc_count() > size:
            kept.append(segment)
            continue
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
        size += segment.doc_count()
    return kept


def _names(files: Files, name: str) -> list[str]:
    """The files the index consists of now."""
    place = FileIndex(files, schema(), name)
    beginnings = tuple(f"{segment.segment_id()}." for segment in place._segments())
    toc = f"_{name}_{place.latest_generation()}.toc"
    return [toc, *(found for found in files.list() if found.startswith(beginnings))]
