"""Notes as Markdown to read, to print and to work on, text by text; and back.

What a reader does not see stands in link reference definitions, which no Markdown viewer shows. Of what a reader sees
the comment is read again. A note's words are a citation, as briefings have them (`briefing.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from briefings.article import Article
from briefings.errors import NotesError
from briefings.inline import CITE, escaped
from briefings.notes.jsonl import as_dict, fail, note_of
from briefings.notes.note import Note
from briefings.notes.texts import text_of

_LINE = re.compile(r"\[//\]: # '(note|text)(?: (\{.*\}))?'[ \t]*")
_GUARDED = re.compile(r"^(?=\\*\[//\]: # ')", re.M)
_UNGUARDED = re.compile(r"^\\(?=\\*\[//\]: # ')", re.M)
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes under a heading for each text, in the order they are given: words, place, codes, comment."""
    parts = ["# Notes"]
    for _, group in groupby(notes, key=lambda note: note.target):
        some = list(group)
        parts += ["[//]: # 'text'", f"## {_heading(some[0], text_of(some[0], articles))}"]
        for note in some:
            parts += [_unseen(note), _quote(note, text_of(note, articles)), _GUARDED.sub(r"\\", note.comment.strip())]
    return "\n\n".join(part for part in parts if part) + "\n"


def _heading(note: Note, article: Article | None) -> str:
    if article is None:
        return escaped(f"{note.article} (not in the library)")
    told = ": ".join(filter(None, (article.outlet, article.title))) or note.article
    address = _ADDRESS.fullmatch(article.url or "")
    return f"[{escaped(told)}](<{address[0]}>)" if address else escaped(told)


def _unseen(note: Note) -> str:
    """The fields of a note but its comment, on one line that viewers take for a definition."""
    fields = {name: value for name, value in as_dict(note).items() if name != "comment"}
    words = json.dumps(fields, ensure_ascii=True).replace("'", "\\u0027")
    return f"[//]: # 'note {words}'"


def _quote(note: Note, article: Article | None) -> str:
    """The words as they stand now, their place, codes and author."""
    place, words = "lost its place", escaped(note.selector.exact)
    if article and note.span:
        place, words = f"¶{article.paragraph_number(note.span.start)}", escaped(note.span.of(article.text))
        words = f"[{words}]({CITE}{note.article})" if note.kind == "article" else words
    told = " · ".join(filter(None, (place, ", ".join(map(escaped, note.codes)), escaped(note.author))))
    return f"> “{words}”\n>\n> {told}"


def read(text: str) -> list[Note]:
    """The notes that `write` wrote, with the comments as they are now. Raises NotesError with the line."""
    notes, open_note, lines = list[Note](), list[tuple[int, str]](), list[str]()
    for number, line in enumerate([*text.replace("\r\n", "\n").split("\n"), "[//]: # 'text'"], 1):
        found = _LINE.fullmatch(line)
        if not found:
            lines.append(line)
            continue
        notes += [_note(fields, at, lines) for at, fields in open_note]
        open_note, lines = [(number, found[2])] if found[1] == "note" and found[2] else [], []
    if not notes:
        raise NotesError("there is no note in this Markdown", remedy="Give a file that `notes export` wrote.")
    return notes


def _note(fields: str, line: int, below: list[str]) -> Note:
    try:
        values: Any = json.loads(fields)
    except (ValueError, RecursionError) as error:
        fail(line, "the fields of the note are not JSON", error)
    if not isinstance(values, dict):
        fail(line, "the fields of the note are no JSON object")
    shown = "\n".join(below).strip("\n").split("\n")
    quoted = next((at for at, one in enumerate(shown) if not one.startswith(">")), len(shown))
    comment = _UNGUARDED.sub("", "\n".join(shown[quoted:])).strip()
    return note_of(json.dumps({**values, "comment": comment}), line)
