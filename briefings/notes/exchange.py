"""Notes out of a library and into one: the formats, and what to do with notes that come in.

Not here: the formats themselves, one module each; storing notes, which is the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefings.article import Article
from briefings.notes import csv_file, jsonl, markdown_file, web_annotation
from briefings.notes.anchor import locate
from briefings.notes.note import Note


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing notes down.

    name: as a reader asks for it. suffix: of its files. about: what it is for, in a few words.
    write: (notes, articles by id) -> text. read: text -> notes, raises NotesError; None where it only goes out.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Iterable[Note], Mapping[str, Article]], str]
    read: Callable[[str], list[Note]] | None = None


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", ".jsonl", "everything, for another library", jsonl.write, jsonl.read),
        Format("web-annotation", ".jsonld", "W3C Web Annotation", web_annotation.write, web_annotation.read),
        Format("csv", ".csv", "for a spreadsheet", csv_file.write),
        Format("markdown", ".md", "to read and to print", markdown_file.write),
    )
}
"""Every format of notes, by name."""


class Conflict(NamedTuple):
    """A note that is in the library already and says something else there. ours: what it says. theirs: what came in."""

    ours: Note
    theirs: Note


def merge(incoming: Iterable[Note], existing: Iterable[Note]) -> tuple[list[Note], list[Conflict]]:
    """The notes to add, and those in conflict with the library's; the same note again is neither.

    Nothing is overwritten: what to do about a conflict is the reader's choice. An id that comes in twice counts once.
    """
    here, add, conflicts = {note.id: note for note in existing}, dict[str, Note](), list[Conflict]()
    for note in incoming:
        ours = here.get(note.id) or add.get(note.id)
        if ours is None:
            add[note.id] = note
        elif _said(ours) != _said(note):
            conflicts.append(Conflict(ours, note))
    return list(add.values()), conflicts


def _said(note: Note) -> tuple[object, ...]:
    """What a note says, wherever its words stand at the moment."""
    return note.article, note.selector.exact, note.comment, note.codes, note.author


def placed(notes: Iterable[Note], articles: Iterable[Article]) -> list[Note]:
    """The notes with their place in the texts of this library.

    An article is known by its id, or by its address, as other programs name it. A note whose article is not here, or
    whose words are not in its text, keeps its words and loses its place.
    """
    known = list(articles)
    by_name = {article.url: article for article in known if article.url} | {article.id: article for article in known}
    return [_placed(note, by_name.get(note.article)) for note in notes]


def _placed(note: Note, article: Article | None) -> Note:
    if article is None:
        return replace(note, span=None)
    if note.span and note.span.end <= len(article.text) and note.span.of(article.text) == note.selector.exact:
        return replace(note, article=article.id)
    return replace(note, article=article.id, span=locate(note.selector, article.text))
