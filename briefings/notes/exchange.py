"""Notes out of a library and into one: the formats, and what to do with notes that come in.

Not here: the formats themselves, one module each; storing notes, which is the library's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from briefings.article import Article
from briefings.errors import NotesError
from briefings.notes import csv_file, jsonl, markdown_file, web_annotation, web_annotation_reading
from briefings.notes.anchor import locate
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.incoming import Incoming
from briefings.notes.note import Note
from briefings.notes.texts import find_text, known_by, name_of
from briefings.sources.archive import MOST_IN_ALL


@dataclass(frozen=True, slots=True)
class Format:
    """One way of writing notes down: as text (`write`, `read`), or as bytes (`pack`, `unpack`); `unpack` goes first.

    name: as a reader asks for it. suffix: of its files. about: what it is for, in a few words.
    write: (notes, texts by name) -> text. read: text -> notes, raises NotesError; None where it only goes out.
    pack: (notes, texts by name, codebook) -> bytes. unpack: (bytes, where from) -> what they hold, raises NotesError.
    others: further suffixes of its files. needs_place: whether a note without a place or a text cannot be in it.
    """

    name: str
    suffix: str
    about: str
    write: Callable[[Iterable[Note], Mapping[str, Article]], str] | None = None
    read: Callable[[str], list[Note]] | None = None
    pack: Callable[[Iterable[Note], Mapping[str, Article], Codebook], bytes] | None = None
    unpack: Callable[[bytes, str], Incoming] | None = None
    others: tuple[str, ...] = ()
    needs_place: bool = False


def _pack_refi(notes: Iterable[Note], texts: Mapping[str, Article], codebook: Codebook) -> bytes:
    from briefings.notes.refi_project import write

    return write(notes, texts, codebook)


def _unpack_annotations(data: bytes, where: str) -> Incoming:
    return web_annotation_reading.read_all(_decoded(data, where))


def _unpack_refi(data: bytes, where: str) -> Incoming:
    from briefings.notes.refi_reading import read

    return read(data, where)


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("jsonl", ".jsonl", "everything, for another library", jsonl.write, jsonl.read, others=(".ndjson",)),
        Format(
            *("web-annotation", ".jsonld", "W3C Web Annotation", web_annotation.write, web_annotation.read),
            unpack=_unpack_annotations,
            others=(".json",),
        ),
        Format(
            *("refi-qda", ".qdpx", "a project for NVivo, MAXQDA, ATLAS.ti and others", None, None),
            *(_pack_refi, _unpack_refi),
            needs_place=True,
        ),
        Format("csv", ".csv", "for a spreadsheet", csv_file.write, csv_file.read, others=(".tsv",)),
        Format("markdown", ".md", "to read and to print", markdown_file.write, markdown_file.read),
    )
}
"""Every format of notes, by name."""


def export(
    form: Format, notes: Iterable[Note], texts: Mapping[str, Article], codebook: Codebook = EMPTY
) -> tuple[bytes, list[Note]]:
    """(the notes in a format, in UTF-8 where it is text; those it has no form for, which are not in it).

    texts: what the notes are on, by the names of `texts.py`.
    """
    some = list(notes)
    left_out = [note for note in some if form.needs_place and not (note.span and name_of(note) in texts)]
    if form.pack is not None:
        return form.pack(some, texts, codebook), left_out
    assert form.write is not None  # noqa: S101 -- a format has one of the two
    return form.write(some, texts).encode(), left_out


def read_file(path: Path) -> Incoming:
    """What the file of notes at `path` holds. Raises NotesError, also for one that is larger than is read."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_IN_ALL + 1)
    except OSError as error:
        remedy = "Check its name, and that you may read it."
        raise NotesError(f"the file cannot be read ({error.strerror})", where=str(path), remedy=remedy) from error
    if len(data) > MOST_IN_ALL:
        what = f"the file holds more than the {MOST_IN_ALL // 2**20} MB that are read"
        raise NotesError(what, where=str(path), remedy="Export fewer notes at a time.")
    return read_notes(data, str(path))


def read_notes(data: bytes, name: str) -> Incoming:
    """What a file of notes holds; `name`, its path, tells the format by its suffix. Raises NotesError."""
    suffix = f".{name.rpartition('.')[2].lower()}"
    form = next((form for form in FORMATS.values() if suffix in (form.suffix, *form.others)), None)
    if form is None:
        readable = ", ".join(form.suffix for form in FORMATS.values() if form.read or form.unpack)
        raise NotesError("notes are not read from such a file", where=name, remedy=f"Give one of {readable}.")
    if form.unpack is not None:
        return form.unpack(data, name)
    return Incoming(tuple(form.read(_decoded(data, name)))) if form.read else Incoming()


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotesError(f"the file cannot be read ({error})", where=where, remedy="Save it as UTF-8.") from error


class Conflict(NamedTuple):
    """A note that is in the library already and says something else there. ours: what it says. theirs: what came in."""

    ours: Note
    theirs: Note

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """(what of the note, as it is here, as it came in), of all that is not the same."""
        ours, theirs = _said(self.ours), _said(self.theirs)
        return [(name, said, theirs[name]) for name, said in ours.items() if said != theirs[name]]


def merge(incoming: Iterable[Note], existing: Iterable[Note]) -> tuple[list[Note], list[Conflict]]:
    """The notes to add, and those in conflict with the library's; the same note again is neither.

    Nothing is overwritten: what to do about a conflict is the reader's choice. An id that comes in twice counts once.
    """
    here, add, conflicts = {note.id: note for note in existing}, dict[str, Note](), list[Conflict]()
    for note in incoming:
        ours = here.get(note.id) or add.get(note.id)
        if ours is None:
            add[note.id] = note
        elif (found := Conflict(ours, note)).differences:
            conflicts.append(found)
    return list(add.values()), conflicts


def _said(note: Note) -> dict[str, str]:
    """What a note says, by what is said, wherever its words stand at the moment.

    How lines are broken, and white space in the words and the names of codes, is not what it says.
    """
    return {
        "text": str(note.target),
        "words": " ".join(note.selector.exact.split()),
        "comment": "\n".join(note.comment.strip().splitlines()),
        "codes": "; ".join(dict.fromkeys(" ".join(code.split()) for code in note.codes)),
        "author": " ".join(note.author.split()),
        "settles": "; ".join(note.adjudicates),
    }


def placed(notes: Iterable[Note], articles: Iterable[Article], texts: Iterable[Article] = ()) -> list[Note]:
    """The notes with their place in the texts of this library, as `placing`."""
    return list(map(placing(articles, texts), notes))


def placing(articles: Iterable[Article], texts: Iterable[Article] = ()) -> Callable[[Note], Note]:
    """What gives a note its place in the texts of this library.

    articles: the library's, and its briefings under their names (`texts.py`). texts: what came with the notes. A text
    is known by its name, its address, its identity in REFI-QDA, or by having the same words. A note whose text is not
    here, or whose words are not in it, keeps its words and loses its place.
    """
    known = known_by(articles, texts)
    return lambda note: _placed(note, find_text(name_of(note), known))


def _placed(note: Note, article: Article | None) -> Note:
    if article is None:
        return replace(note, span=None)
    name = article.id if note.kind == "article" else note.article
    # looked for even where the very words stand at its place: in another version their sentence may be another one
    start = note.span.start if note.span else note.selector.start
    return replace(note, article=name, span=locate(note.selector._replace(start=start), article.text))
