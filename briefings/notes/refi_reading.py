"""A REFI-QDA project -> its notes, texts and codes: what `refi_project.py` writes, and what other programs do.

Read are the selections of text sources and of the plain text of PDF sources. A selection becomes one note for each
user who coded it. Pictures, sound and film, codings of whole sources, cases, sets and graphs are counted and left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from briefings.article import Span
from briefings.errors import NotesError
from briefings.notes.anchor import describe
from briefings.notes.codebook import Codebook
from briefings.notes.incoming import Incoming
from briefings.notes.jsonl import moment
from briefings.notes.note import EPOCH, Note
from briefings.notes.refi_archive import Project, open_project
from briefings.notes.refi_codebook import read_codes
from briefings.notes.refi_positions import STANDARD, Counting, Selection, counting
from briefings.notes.refi_project import ADJUDICATES
from briefings.notes.refi_sources import Source, article_of, content, offsets, plain, sources
from briefings.notes.refi_xml import (
    child_text,
    children,
    grandchildren,
    guid_of,
    local,
    parse,
    plain_guid,
    targets,
)

MOST_HELD = 300_000_000
"""How many code points the words, comments and codes of all notes of a project may hold together."""
_LEFT_OUT = {
    "PictureSelection": "selections in pictures",
    "PDFSelection": "areas of PDF pages",
    "AudioSelection": "selections in sound",
    "VideoSelection": "selections in films",
    "TranscriptSelection": "selections in transcripts",
}


@dataclass(frozen=True, slots=True)
class _Names:
    """What the GUIDs of a project stand for: users, codes, comments, and the notes that a note settles."""

    users: dict[str, str]
    codes: dict[str, str]
    comments: dict[str, str]
    settled: dict[str, list[str]]


def read(data: bytes, where: str = "") -> Incoming:
    """The contents of a `.qdpx` file. Raises NotesError."""
    left_out = Counter[str]()
    with open_project(data, where) as project:
        root = parse(project.description, "Project", where)
        codes = [pair for book in children(root, "CodeBook") for pair in read_codes(book)]
        names = _names(root, {guid: code.name for code, guid in codes}, project)
        found = list(sources(root, project, left_out))
    left_out.update(_LEFT_OUT[local(node)] for node in root.iter() if local(node) in _LEFT_OUT)
    way = counting([(source.raw, [_selection(node) for node in _selections(source)]) for source in found])
    notes = list(_within_bounds((note for source in found for note in _notes(source, way, names, left_out)), where))
    told = [f"{count} {what}: left out" for what, count in left_out.items()]
    if way != STANDARD:
        told.append(f"positions were read as {way}: so the selections fit their texts")
    texts = tuple(map(article_of, found))
    return Incoming(tuple(notes), texts, Codebook(tuple(code for code, _ in codes)), tuple(told))


def _within_bounds(notes: Iterable[Note], where: str) -> Iterator[Note]:
    """The notes. Raises NotesError where they hold much more than the project: each may select a whole text, and many
    may share a comment.
    """
    held = 0
    for note in notes:
        held += len(note.selector.exact) + len(note.comment) + sum(map(len, note.codes))
        if held > MOST_HELD:
            what = f"the notes of the project hold more than {MOST_HELD:,} characters"
            raise NotesError(what, where=where, remedy="Export fewer sources at a time.")
        yield note


def _names(root: Any, codes: dict[str, str], project: Project) -> _Names:
    users = {plain_guid(user.get("guid")): _called(user) for user in grandchildren(root, "Users")}
    notes = grandchildren(root, "Notes")
    comments = {plain_guid(note.get("guid")): content(note, project) or "" for note in notes}
    settled = dict[str, list[str]]()
    for link in grandchildren(root, "Links"):
        if link.get("name") == ADJUDICATES:
            origin, target = plain_guid(link.get("originGUID")), plain_guid(link.get("targetGUID"))
            settled.setdefault(origin, []).append(target)
    return _Names(users, codes, comments, settled)


def _called(user: Any) -> str:
    """What a user is called: the name and the id may be missing, and two users are two all the same."""
    return user.get("name") or user.get("id") or plain_guid(user.get("guid"))[:8]


def _selections(source: Source) -> list[Any]:
    return list(children(source.node, "PlainTextSelection"))


def _selection(node: Any) -> Selection:
    return Selection(node.get("name") or "", _whole(node.get("startPosition")), _whole(node.get("endPosition")))


def _whole(words: str | None) -> int:
    try:
        return int((words or "").strip()[:12])
    except ValueError:
        return -1


def _notes(source: Source, way: Counting, names: _Names, left_out: Counter[str]) -> Iterator[Note]:
    """The notes of a text, with their places in it as articles have it."""
    places, stored, text = way.places(source.raw), source.stored, source.text
    offset = offsets(stored, text)
    for node in _selections(source):
        selection = _selection(node)
        span = way.span(places, selection.start, selection.end)
        if span is None or not span.of(stored).strip():
            left_out["selections that lie outside of their text"] += 1
            continue
        start, words = offset(span.start), plain(span.of(stored))
        here = Span(start, start + len(words))
        if here.of(text) != words:
            left_out["selections that cut a letter apart"] += 1
            continue
        yield from _by_user(node, source, text, here, names)


def _by_user(node: Any, source: Source, text: str, span: Span, names: _Names) -> Iterator[Note]:
    """The notes of one selection: one for whoever made it, and one for each other user who coded it."""
    maker, guid = plain_guid(node.get("creatingUser")), plain_guid(node.get("guid"))
    given = {maker: list[str]()}
    for coding in children(node, "Coding"):
        user = plain_guid(coding.get("creatingUser")) or maker
        given.setdefault(user, []).extend(names.codes.get(code, "") for code in targets(coding, "CodeRef"))
    comments = [child_text(node, "Description"), *(names.comments.get(one, "") for one in targets(node, "NoteRef"))]
    comment = "\n\n".join(dict.fromkeys(filter(None, comments)))
    if len(given) > 1 and not given[maker] and not comment:
        del given[maker]
    created, changed = _moment(node.get("creationDateTime")), _moment(node.get("modifiedDateTime"))
    first = next(iter(given))
    for user, codes in given.items():
        yield Note(
            (guid if user == first else guid_of("note", guid, user)) or guid_of("note", *source.target, str(span)),
            source.target.name,
            describe(text, span),
            span,
            comment if user == maker else "",
            tuple(dict.fromkeys(filter(None, codes))),
            names.users.get(user, ""),
            created or changed or EPOCH,
            changed or created or EPOCH,
            source.target.kind,
            tuple(names.settled.get(guid, ())) if user == maker else (),
        )


def _moment(words: str | None) -> datetime | None:
    try:
        return moment(words.strip()) if words else None
    except (ValueError, OverflowError):
        return None
