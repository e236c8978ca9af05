"""Writing an index: from a library's changes to a new manifest. Not here: what can wait (`upkeep.py`)."""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Any

from whoosh.index import TOC

from briefings.errors import UnknownArticle, UnknownNote
from briefings.note_changes import notes_changed_since
from index.briefing_texts import PREFIX, States, states
from index.contents import NOTE_PREFIX, article_document, briefing_document, note_document, with_speech
from index.documents import schema
from index.inversion import Inversion
from index.manifest import Manifest
from index.merging import merge
from index.segments import Segment, Segments
from index.shelf import Files, Shelf
from index.workers import MANY, write_segments

if TYPE_CHECKING:
    from briefings.article import Article
    from briefings.library import Library
    from index.engine import Document

AT_ONCE = 400
"""Of up to so many articles the quoted speech is read when they are indexed, some 4 ms each; of more, in idle time."""

LIGHT = 256
"""Up to so many documents are merged at once; more, in idle time."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an index lacks of its library.

    counter, note_mark: the library's change counter, and the mark of its notes, that are reached with them.
    articles, notes: ids to index anew. gone: ids of documents to take out. briefings: files to index anew.
    states: how all files stand.
    """

    counter: int
    note_mark: int
    articles: list[str]
    notes: list[str]
    gone: list[str]
    briefings: list[Path]
    states: States

    def __len__(self) -> int:
        return len(self.articles) + len(self.notes) + len(self.gone) + len(self.briefings)

    @property
    def ids(self) -> Iterator[str]:
        """The documents whose old version goes."""
        yield from self.gone
        yield from self.articles
        yield from (NOTE_PREFIX + id for id in self.notes)
        yield from (PREFIX + file.stem for file in self.briefings)


def changes(library: Library, manifest: Manifest | None) -> Changes:
    """What `library` holds that the index of `manifest` (None: an empty one) does not show."""
    since, had = (manifest.counter, manifest.briefings) if manifest else (-1, {})
    counter = library.changes
    changed = library.changed_since(since)
    mark, notes = notes_changed_since(library, manifest.notes if manifest else 0)
    files = library.briefings()
    now = states(files)
    gone = [id for id, removed in changed if removed] if manifest else []
    gone += [NOTE_PREFIX + id for id, removed in notes if removed]
    return Changes(
        counter,
        mark,
        [id for id, removed in changed if not removed],
        [id for id, removed in notes if not removed],
        gone + [PREFIX + stem for stem in had if stem not in now],
        [file for file in files if file.stem in now and now[file.stem] != had.get(file.stem)],
        now,
    )


def write(library: Library, shelf: Shelf, manifest: Manifest | None, todo: Changes) -> Manifest:
    """Bring the index of `manifest` (None: a new one) up to `todo`; the caller is the one writer."""
    before = manifest or Manifest(shelf.schema, shelf.library, f"i{token_hex(4)}")
    writing = Writing(shelf, before, is_new=manifest is None)
    with closing(writing):
        many = len(todo.articles) >= MANY
        writing.remove(todo.ids)
        writing.add(lambda: _documents(library, todo), many=many, hear=len(todo.articles) <= AT_ONCE)
        if not many:
            writing.merge(LIGHT)
        return writing.publish(replace(before, counter=todo.counter, notes=todo.note_mark, briefings=todo.states))


class Writing:
    """One writing of an index: segments come and go, and are named all together at the end, or not at all."""

    def __init__(self, shelf: Shelf, before: Manifest, *, is_new: bool) -> None:
        self._shelf = shelf
        self._name = before.name
        self._files = Files(shelf.folder, before.files)
        toc = TOC(schema(), [], 0) if is_new else TOC.read(self._files, before.name)
        self._generation = toc.generation + 1
        self._segments: list[Any] = toc.segments
        self._open: Segments | None = None

    @property
    def segments(self) -> Segments:
        """The index as it will be, open."""
        self._open = Segments(self._files, self._segments, self._open)
        return self._open

    def remove(self, ids: Iterable[str]) -> None:
        """Take documents out."""
        wanted = list(ids) if self._segments else []
        for part in list(self.segments.parts.values()) if wanted else ():
            for id in wanted:
                number = part.number(id)
                if number is not None:
                    part.segment.delete_document(number)

    def add(
        self,
        documents: Callable[[], Iterable[Document]],
        *,
        many: bool = False,
        hear: bool = False,
        polite: bool = False,
    ) -> None:
        """Put documents in; they may be asked for twice.

        many: whether other processes are worth starting. hear: whether to look for quoted speech. polite: whether these
        processes step back for other programs.
        """
        if many:
            self._segments += write_segments(self._files, self._name, documents, hear=hear, polite=polite)
            return
        made = Inversion(self._files, self._name)
        for document in documents():
            made.add(with_speech(document) if hear else document)
        segment = made.finish()
        if made.count:
            self._segments.append(segment)

    def merge(self, most: int) -> bool:
        """Merge small segments so that sizes grow as powers of two, `most` documents at a time; whether any were."""
        chosen, size = list[Segment](), 0
        for part in sorted(self.segments.parts.values(), key=_left):
            if size + _left(part) > most or (chosen and _left(part) > size):
                break
            chosen.append(part)
            size += _left(part)
        if len(chosen) < 2 and not any(part.removed for part in chosen):
            return False
        self.rewrite(chosen)
        return True

    def rewrite(self, parts: list[Segment]) -> None:
        """Make one segment of these, without what was removed."""
        fresh = [merge(self._files, self._name, parts)] if any(map(_left, parts)) else []
        gone = {part.segment.segment_id() for part in parts}
        self._segments = [segment for segment in self._segments if segment.segment_id() not in gone] + fresh

    def publish(self, manifest: Manifest) -> Manifest:
        """Name what the index consists of now."""
        TOC(schema(), self._segments, self._generation).write(self._files, self._name)
        beginnings = tuple(f"{segment.segment_id()}." for segment in self._segments)
        toc = f"_{self._name}_{self._generation}.toc"
        return self._shelf.publish(
            manifest, [toc, *(found for found in self._files.list() if found.startswith(beginnings))]
        )

    def close(self) -> None:
        """Release the files."""
        if self._open is not None:
            self._open.close()


def _left(part: Segment) -> int:
    """How many documents of a segment are still there."""
    return part.count - len(part.removed)


def _documents(library: Library, todo: Changes) -> Iterator[Document]:
    """The documents to index; those that went since are left out: the next changes say so."""
    for id in todo.articles:
        article = find_article(library, id)
        if article:
            yield article_document(article)
    for id in todo.notes:
        try:
            note = library.note(id)
        except UnknownNote:
            continue
        yield note_document(note, find_article(library, note.article) if note.kind == "article" else None)
    for file in todo.briefings:
        try:
            yield briefing_document(file)
        except OSError:
            continue


def find_article(library: Library, id: str) -> Article | None:
    """The article with this id; None where there is none."""
    try:
        return library.article(id)
    except UnknownArticle:
        return None
