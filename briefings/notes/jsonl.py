"""Notes as JSON Lines: one object a line with every field, so that nothing is lost between libraries."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NoReturn

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.notes.anchor import Selector
from briefings.notes.note import Kind, Note
from briefings.notes.texts import text_of

FARTHEST = 2**31
"""The largest offset that is read, in code points: beyond any text."""


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes, one a line, with what is known of the text of each, which is not read again."""
    lines = ({**as_dict(note), **_known(note, text_of(note, articles))} for note in notes)
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _known(note: Note, article: Article | None) -> dict[str, Any]:
    """What a data frame is grouped by: outlet, title, day of publication and paragraph; None where unknown."""
    return {
        "outlet": article.outlet if article else None,
        "title": article.title if article else None,
        "published": article.published.isoformat() if article and article.published else None,
        "paragraph": article.paragraph_number(note.span.start) if article and note.span else None,
    }


def read(text: str) -> list[Note]:
    """The notes of a JSON Lines text. Raises NotesError with the line and the field that is wrong."""
    # Only \n ends a line: the words of a note may hold U+2028 and its like.
    return [note_of(line, number) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def as_dict(note: Note) -> dict[str, Any]:
    """Every field of a note, ready for JSON."""
    return {
        "id": note.id,
        "kind": note.kind,
        "article": note.article,
        "span": list(note.span) if note.span else None,
        "exact": note.selector.exact,
        "prefix": note.selector.prefix,
        "suffix": note.selector.suffix,
        "start": note.selector.start,
        "comment": note.comment,
        "codes": list(note.codes),
        "author": note.author,
        "created": note.created.isoformat(),
        "changed": note.changed.isoformat(),
        "adjudicates": list(note.adjudicates),
    }


def note_of(words: str, line: int) -> Note:
    """The note in one object; `kind` and `adjudicates`, which came later, may be missing. Raises NotesError."""
    try:
        values = json.loads(words)
        words.encode()
        json.dumps(values, ensure_ascii=False).encode()
    except (ValueError, RecursionError) as error:
        fail(line, "this is not a line of JSON", error)
    if not isinstance(values, dict):
        fail(line, "this is not a JSON object")
    try:
        return _note(values)
    except KeyError as error:
        fail(line, f"the field {error.args[0]!r} is not there", error)
    except (TypeError, ValueError) as error:
        fail(line, f"a field cannot be understood: {error}", error)


def _note(values: dict[str, Any]) -> Note:
    selector = Selector(
        _text(values["exact"]), _text(values["prefix"]), _text(values["suffix"]), _whole(values["start"])
    )
    return Note(
        id=_name(values["id"]),
        article=_name(values["article"]),
        selector=selector,
        span=None if values["span"] is None else Span(*map(_whole, values["span"])),
        comment=_text(values["comment"]),
        codes=tuple(map(_text, values["codes"])),
        author=_text(values["author"]),
        created=moment(_text(values["created"])),
        changed=moment(_text(values["changed"])),
        kind=kind_of(values.get("kind", "article")),
        adjudicates=tuple(map(_text, values.get("adjudicates", ()))),
    )


def kind_of(word: object) -> Kind:
    """What a note is on, from its name. Raises ValueError."""
    if word not in ("article", "briefing"):
        raise ValueError(f"{word!r} is neither 'article' nor 'briefing'")
    return "briefing" if word == "briefing" else "article"


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not text")
    return value


def _name(value: object) -> str:
    """A name that is there. Raises TypeError or ValueError."""
    if not _text(value):
        raise ValueError("a name is empty")
    return _text(value)


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= FARTHEST:
        raise TypeError(f"{value!r} is not a number of code points")
    return value


def moment(text: str) -> datetime:
    """A time in ISO 8601, taken as UTC where it names no zone. Raises ValueError."""
    time = datetime.fromisoformat(text)
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)


def fail(line: int, what: str, error: Exception | None = None) -> NoReturn:
    """Raise NotesError for what is wrong on a line of a file of notes."""
    remedy = "Export the notes again; docs/exchange.md names the fields."
    raise NotesError(what, where=f"line {line}", remedy=remedy) from error
