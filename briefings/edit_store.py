"""Changes of an article by hand or by a newer cleaner: kept with what was there before, so each can be undone.

`Library` is one of these. When a text changes, every note on it looks for its words; one that does not find them keeps
them and loses its place. Not here: which lines are an article (`sources/clean.py`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Any

from briefings import copies
from briefings.article import UNKNOWN_OUTLET, Article, Span
from briefings.errors import RashomonError
from briefings.note_choices import NoteChoices
from briefings.note_places import place_all
from briefings.note_steps import NoteStep
from briefings.notes.note import Note, Target
from briefings.sources.address import web_address
from briefings.sources.imported import UNKNOWN, Field, Imported

EDITABLE = ("title", "outlet", "published", "byline", "credit", "url")
"""The fields a reader can correct."""

_COLUMNS = ("outlet", "title", "published", "url", "byline", "credit", "text")
_State = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """What a change of an article did.

    what: in the reader's words. article: as it is now. moved: notes whose words stand elsewhere now. lost: notes
    whose words were not found. found: notes that had lost their place and have one again.
    """

    what: str
    article: Article
    moved: tuple[Note, ...] = ()
    lost: tuple[Note, ...] = ()
    found: tuple[Note, ...] = ()


class EditStore(NoteChoices):
    """Corrects articles in a library's file. Every change is on the disk when its method returns."""

    def edit(self, id: str, fields: dict[str, str | None]) -> Changed:
        """Set fields of an article by hand; the id stays. fields: `EDITABLE` name -> value, None for unknown.

        Raises UnknownArticle, and RashomonError for a field that cannot be set or a day that is not one.
        """
        self.article(id)
        for name, value in fields.items():
            require_field(name, value)

        def edited(state: _State) -> _State:
            known = {name: asdict(Field(value or None, "edited")) for name, value in fields.items()}
            values = {name: value or (UNKNOWN_OUTLET if name == "outlet" else None) for name, value in fields.items()}
            return state | values | {"fields": state["fields"] | known}

        return self._apply(id, "edit " + ", ".join(fields), edited)

    def rewrite(self, id: str, text: str, kept: Sequence[Span], what: str) -> Changed:
        """Give an article another text, made of the spans `kept` of its original; its notes look for their words.

        Raises UnknownArticle, and RashomonError for an empty text.
        """
        self.article(id)
        if not text.strip():
            raise RashomonError("an article needs a text", where=id, remedy="Keep at least one line.")
        return self._apply(id, what, lambda state: state | {"text": text, "kept": [list(span) for span in kept]})

    def reread(self, id: str, imported: Imported) -> Changed:
        """Give an article the text and the fields that its original was read as now.

        Fields set by hand stay, and so does what was known and is not told by the original alone (a feed's, say).
        """
        self.article(id)

        def read_again(state: _State) -> _State:
            by_hand = {name for name, field in state["fields"].items() if field["confidence"] == "edited"}
            read = {name: field for name, field in imported.fields.items() if name not in by_hand}
            unknown = UNKNOWN.confidence
            fields = {
                name: asdict(field)
                for name, field in read.items()
                if field.confidence != unknown or not _is_known(state, name)
            }
            values = {name: field["value"] for name, field in fields.items()}
            if "outlet" in values:
                values["outlet"] = values["outlet"] or UNKNOWN_OUTLET
            texts = {"text": imported.article.text, "kept": [list(span) for span in imported.kept]}
            return state | values | texts | {"fields": state["fields"] | fields}

        return self._apply(id, "clean again", read_again)

    def edits(self, id: str) -> list[str]:
        """What was changed of an article and not taken back, in order."""
        query = "SELECT what FROM edits WHERE article = ? AND NOT undone ORDER BY number"
        return [what for (what,) in self._connection.execute(query, (id,))]

    def undo(self, id: str) -> Changed | None:
        """Take the last change of an article back; None where there is none."""
        last = "SELECT number, what, was FROM edits WHERE article = ? AND NOT undone ORDER BY number DESC"
        return self._step(id, last, undone=True)

    def redo(self, id: str) -> Changed | None:
        """Do the change again that was taken back last; None where there is none."""
        first = "SELECT number, what, now FROM edits WHERE article = ? AND undone ORDER BY number"
        return self._step(id, first, undone=False)

    def undo_last(self, target: Target) -> Changed | NoteStep | None:
        """Take back whatever was changed last on a text: the article, or notes on it; None where nothing was.

        Raises UnknownArticle, and NotesError as `undo_notes`.
        """
        edit, step = self._moments(target, undone=False)
        if edit > step:
            return self.undo(target.name)
        return self.undo_notes(target) if step else None

    def redo_last(self, target: Target) -> Changed | NoteStep | None:
        """Make again what was undone last on a text; None where nothing was. Raises as `undo_last`."""
        edit, step = self._moments(target, undone=True)
        if edit and (not step or edit < step):
            return self.redo(target.name)
        return self.redo_notes(target) if step else None

    def _moments(self, target: Target, *, undone: bool) -> tuple[str, str]:
        """When the next change to be undone or redone was made, of the article and of notes on it; empty for none."""
        pick = "min" if undone else "max"
        edits = f"SELECT coalesce({pick}(at), '') FROM edits WHERE article = ? AND undone = ?"  # noqa: S608
        steps = f"""
            SELECT coalesce({pick}(at), '') FROM note_steps JOIN note_step_notes ON step = number
            WHERE kind = ? AND article = ? AND undone = ?
        """  # noqa: S608
        edit = self._connection.execute(edits, (target.name, undone)).fetchone()[0] if target.kind == "article" else ""
        return edit, self._connection.execute(steps, (*target, undone)).fetchone()[0]

    def _apply(self, id: str, what: str, change: Callable[[_State], _State]) -> Changed:
        with self._change() as connection:
            was = _state(connection, id)
            now = change(was)
            if now == was:
                return Changed(what, self.article(id))
            connection.execute("DELETE FROM edits WHERE article = ? AND undone", (id,))
            moment = datetime.now(UTC).isoformat(timespec="microseconds")
            row = (id, moment, what, _dumps(was), _dumps(now))
            connection.execute("INSERT INTO edits (article, at, what, was, now) VALUES (?, ?, ?, ?, ?)", row)
            return self._put(connection, id, what, now)

    def _step(self, id: str, query: str, *, undone: bool) -> Changed | None:
        self.article(id)
        with self._change() as connection:
            row = connection.execute(query + " LIMIT 1", (id,)).fetchone()
            if row is None:
                return None
            number, what, state = row
            connection.execute("UPDATE edits SET undone = ? WHERE number = ?", (undone, number))
            return self._put(connection, id, what, json.loads(state))

    def _put(self, connection: sqlite3.Connection, id: str, what: str, state: _State) -> Changed:
        before = self.article(id).text
        counter = connection.execute("SELECT value + 1 FROM about WHERE name = 'changes'").fetchone()[0]
        values = {name: state[name] for name in _COLUMNS} | {"words": len(state["text"].split()), "changed": counter}
        columns = ", ".join(f"{name} = :{name}" for name in values)
        connection.execute(f"UPDATE articles SET {columns} WHERE id = :id", values | {"id": id})  # noqa: S608
        connection.execute(
            "UPDATE originals SET kept = ?, fields = ? WHERE article = ?",
            (_dumps(state["kept"]), _dumps(state["fields"]), id),
        )
        copies.link(connection, id, state["outlet"], state["text"])
        article = self.article(id)
        if state["text"] == before:
            return Changed(what, article)
        placed = place_all(connection, self.notes(id), article.text)
        return Changed(what, article, placed.moved, placed.lost, placed.found)


def _is_known(state: _State, name: str) -> bool:
    """Whether a field is known of an article, also where a library of old did not write down how: its address."""
    field = state["fields"].get(name)
    return field["confidence"] != UNKNOWN.confidence if field else name == "url" and bool(state[name])


def _state(connection: sqlite3.Connection, id: str) -> _State:
    row = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM articles WHERE id = ?", (id,)).fetchone()  # noqa: S608
    original = connection.execute("SELECT kept, fields FROM originals WHERE article = ?", (id,)).fetchone()
    kept, fields = map(json.loads, original or ("[]", "{}"))
    return dict(zip(_COLUMNS, row, strict=True)) | {"kept": kept, "fields": fields}


def require_field(name: str, value: str | None) -> None:
    """Raise RashomonError where `name` is no field a reader can correct, or `value` is not one it can have."""
    if name not in EDITABLE:
        raise RashomonError(f"{name!r} cannot be edited", remedy=f"Fields: {', '.join(EDITABLE)}.")
    if name == "published" and value and not _is_day(value):
        raise RashomonError(f"{value!r} is not a day", remedy="Write it as 2023-12-27.")
    if name == "url" and value and web_address(value) is None:
        raise RashomonError(f"{value!r} is not a web address", remedy="Write it as https://example.org/report.")


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
