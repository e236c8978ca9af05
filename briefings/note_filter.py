"""Which notes of a library are asked for, as SQL: lists page by page, and counts. Not here: reading rows as notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from briefings.note_rows import folded
from briefings.notes.note import Target

By = Literal["code", "outlet", "author", "target", "kind"]
"""What notes are counted by."""

_BY: dict[By, str] = {
    "code": "found.code",
    "outlet": "coalesce(articles.outlet, '')",
    "author": "found.author",
    "target": "found.kind || ':' || found.article",
    "kind": "found.kind",
}


@dataclass(frozen=True, slots=True)
class NoteFilter:
    """What a note must be to be listed; None where it does not matter.

    code: has this code; empty: has none. outlet: is on an article of this outlet. author: is by this one.
    targets: is on one of these texts. words: holds all of these, case and accents aside, in its words, comment or
    codes. lost: has lost its place, or has not. adjudicates: settles between others, or does not.
    """

    code: str | None = None
    outlet: str | None = None
    author: str | None = None
    targets: tuple[Target, ...] | None = None
    words: str | None = None
    lost: bool | None = None
    adjudicates: bool | None = None

    def where(self) -> tuple[str, list[Any]]:
        """(conditions on the tables notes and articles, their values)."""
        said, values = list[str](), list[Any]()
        if self.code is not None:
            said.append("notes.id IN (SELECT note FROM note_codes WHERE code = ?)")
            values.append(self.code)
        if self.outlet is not None:
            said.append("notes.kind = 'article' AND notes.article IN (SELECT id FROM articles WHERE outlet = ?)")
            values.append(self.outlet)
        if self.author is not None:
            said.append("notes.author = ?")
            values.append(self.author)
        if self.targets is not None:
            said.append(
                f"(notes.kind, notes.article) IN (VALUES {', '.join(['(?, ?)'] * len(self.targets)) or '(0, 0)'})"
            )
            values += [part for target in self.targets for part in target]
        for word in (self.words or "").split():
            said.append("instr(notes.folded, ?)")
            values.append(folded(word))
        if self.lost is not None:
            said.append(f"notes.first IS {'' if self.lost else 'NOT '}NULL")
        if self.adjudicates is not None:
            said.append(f"notes.adjudicates {'!=' if self.adjudicates else '='} '[]'")
        return " AND ".join(said) or "1", values


ANY = NoteFilter()
"""Every note."""


def page_query(which: NoteFilter, columns: str, limit: int, offset: int) -> tuple[str, list[Any]]:
    """The notes numbered `[offset, offset + limit)`, in the order of `Library.notes`; a negative limit: all others."""
    where, values = which.where()
    order = "notes.kind, notes.article, notes.first, notes.last, notes.created, notes.id"
    query = f"SELECT {columns} FROM notes WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
    return query, [*values, limit, offset]


def count_query(which: NoteFilter, by: Sequence[By]) -> tuple[str, list[Any]]:
    """How many notes there are for each (value of `by` ...); a note with several codes counts for each of them.

    Codes and outlets are empty where a note has none.
    """
    where, values = which.where()
    if not by:
        return f"SELECT count(*) FROM notes WHERE {where}", values  # noqa: S608
    # counted text by text first: there are fewer texts than notes to look up the outlets of
    parts = [part for name, part in (("code", "note_codes.code"), ("author", "notes.author")) if name in by]
    parts += ["notes.kind", "notes.article"]
    table = "notes CROSS JOIN note_codes ON note_codes.note = notes.id" if "code" in by else "notes"
    if which == ANY and "code" in by and "author" not in by:
        table = "note_codes AS notes"
        parts = [part.replace("note_codes.", "notes.") for part in parts]
    found = f"SELECT {', '.join(parts)}, count(*) AS many FROM {table} WHERE {where} GROUP BY {', '.join(parts)}"  # noqa: S608
    outlets = "LEFT JOIN articles ON found.kind = 'article' AND articles.id = found.article" if "outlet" in by else ""
    numbers = ", ".join(str(number) for number in range(1, len(by) + 1))
    columns = ", ".join(_BY[name] for name in by)
    query = f"SELECT {columns}, sum(many) FROM ({found}) AS found {outlets} GROUP BY {numbers} ORDER BY {numbers}"  # noqa: S608
    return query, values
