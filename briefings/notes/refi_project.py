"""Notes as a REFI-QDA project (version 1.5): a `.qdpx` file for NVivo, MAXQDA, ATLAS.ti and others.

Each text that has notes is a TextSource, a note a PlainTextSelection with its codings and a Note for its comment, an
author a User, settling between notes a Link. Positions are code points of the text in the file (section 10.2), the end
exclusive as in the standard's own examples. What is known of an article goes into variables. Notes that lost their
place have no form there. Not here: reading (`refi_reading.py`).
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.etree import ElementTree as ET

from briefings.article import Article
from briefings.inline import harmless
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.note import Note, Target
from briefings.notes.refi_codebook import code_guid, codes_element
from briefings.notes.refi_xml import PROJECT, element, guid_of, moment_text, plain_guid, serialised, source_guid
from briefings.notes.texts import text_of

ADJUDICATES = "adjudicates"
"""What a link is called from a note to one it settles."""
VARIABLES = {
    "Rashomon text": "Text",
    "outlet": "Text",
    "title": "Text",
    "published": "Date",
    "address": "Text",
    "credit": "Text",
}
"""What is told of a source, by the names others show, each with its type; the first is our name of the text."""
LONGEST_NAME = 100
"""How many code points of its words a selection is named by."""

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP archive knows: the same notes are the same bytes


def write(notes: Iterable[Note], articles: Mapping[str, Article], codebook: Codebook = EMPTY) -> bytes:
    """The notes as a `.qdpx` file. `articles`: the texts, as `texts.py` names them; a note without place or text is
    left out.
    """
    placed = [note for note in notes if note.span and text_of(note, articles)]
    files, sources = dict[str, str | bytes](), element("Sources")
    for target, group in _by_target(placed).items():
        article = text_of(group[0], articles)
        if article is not None:
            files[f"sources/{source_guid(*target)}.txt"] = article.text
            sources.append(_source(target, article, group, codebook))
    whole = _project(placed, sources, codebook)
    files["project.qde"] = serialised(whole, PROJECT)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def note_guid(note: Note) -> str:
    """The GUID of a note: its id, which is a UUID in every library of ours."""
    return plain_guid(note.id) or guid_of("note", note.id)


def _by_target(notes: Sequence[Note]) -> dict[Target, list[Note]]:
    groups = dict[Target, list[Note]]()
    for note in notes:
        groups.setdefault(note.target, []).append(note)
    return groups


def _project(notes: Sequence[Note], sources: ET.Element, codebook: Codebook) -> ET.Element:
    """The Project element; what has no children is left out, as the schema asks."""
    last = moment_text(max(note.changed for note in notes)) if notes else ""
    root = element("Project", name="Rashomon notes", origin="Rashomon", modifiedDateTime=last)
    users = element("Users")
    for author in dict.fromkeys(note.author for note in notes if note.author):
        users.append(element("User", guid=_user(author), name=author))
    names = {code.name for code in codebook}
    others = dict.fromkeys(code for note in notes for code in note.codes if code not in names)
    book, variables, comments, links = (element(name) for name in ("CodeBook", "Variables", "Notes", "Links"))
    codes = codes_element(codebook, others)
    if len(codes):
        book.append(codes)
    for name, kind in VARIABLES.items():
        variables.append(element("Variable", guid=guid_of("variable", name), name=name, typeOfVariable=kind))
    for note in notes:
        comments.extend(_comment(note))
        links.extend(_links(note))
    root.extend(part for part in (users, book, variables, sources, comments, links) if len(part))
    return root


def _source(target: Target, article: Article, notes: Sequence[Note], codebook: Codebook) -> ET.Element:
    guid = source_guid(*target)
    name = " · ".join(harmless(part) for part in (article.outlet, article.title or target.name) if part)
    node = element("TextSource", guid=guid, name=name, plainTextPath=f"internal://{guid}.txt")
    code_guids = {code: code_guid(codebook, code) for note in notes for code in note.codes}
    node.extend(_selection(note, article, code_guids) for note in notes)
    day = article.published.isoformat() if article.published else ""
    values = (str(target), article.outlet, article.title or "", day, article.url or "", article.credit or "")
    for (variable, kind), value in zip(VARIABLES.items(), values, strict=True):
        if value:
            given = element("VariableValue")
            given.append(element("VariableRef", targetGUID=guid_of("variable", variable)))
            given.append(element("DateValue" if kind == "Date" else "TextValue", value))
            node.append(given)
    return node


def _selection(note: Note, article: Article, code_guids: Mapping[str, str]) -> ET.Element:
    """A note as a selection; only notes that have a place come here."""
    start, end = note.span or (0, 0)
    guid, user = note_guid(note), _user(note.author)
    node = element(
        "PlainTextSelection",
        guid=guid,
        name=shortened(article.text[start:end]),
        startPosition=str(start),
        endPosition=str(end),
        creatingUser=user,
        creationDateTime=moment_text(note.created),
        modifyingUser=user,
        modifiedDateTime=moment_text(note.changed),
    )
    for code in dict.fromkeys(filter(None, note.codes)):
        coding = element("Coding", guid=guid_of("coding", guid, code), creatingUser=user)
        coding.append(element("CodeRef", targetGUID=code_guids[code]))
        node.append(coding)
    if note.comment:
        node.append(element("NoteRef", targetGUID=guid_of("comment", guid)))
    return node


def _comment(note: Note) -> Iterable[ET.Element]:
    if note.comment:
        guid = guid_of("comment", note_guid(note))
        node = element("Note", guid=guid, name=shortened(note.comment), creatingUser=_user(note.author))
        node.append(element("PlainTextContent", note.comment))
        yield node


def _links(note: Note) -> Iterable[ET.Element]:
    for other in note.adjudicates:
        yield element(
            "Link",
            guid=guid_of("link", note.id, other),
            name=ADJUDICATES,
            direction="OneWay",
            originGUID=note_guid(note),
            targetGUID=plain_guid(other) or guid_of("note", other),
        )


def _user(author: str) -> str:
    return guid_of("user", author) if author else ""


def shortened(words: str) -> str:
    """Words on one line, at most `LONGEST_NAME` code points of them, with `…` where some are left out."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_NAME else f"{line[: LONGEST_NAME - 1]}…"
