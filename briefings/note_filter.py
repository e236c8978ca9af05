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
    "code": "coalesce(note_codes.code, '')",
    "outlet": "coalesce(articles.outlet, '')",
    "author": "notes.author",
    "target": "notes.kind || ':' || notes.article",
    "kind": "notes.kind",
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
        if self.code:
            said.append("notes.id IN (SELECT note FROM note_codes WHERE code = ?)")
            values.append(self.code)
        elif self.code is not None:
            said.append("notes.codes = '[]'")
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
    joins = " LEFT JOIN note_codes ON note_codes.note = notes.id" if "code" in by else ""
    if "outlet" in by:
        joins += " LEFT JOIN articles ON notes.kind = 'article' AND articles.id = notes.article"
    columns = ", ".join(_BY[name] for name in by)
    group = f" GROUP BY {', '.join(map(str, range(1, len(by) + 1)))}" if by else ""
    selected = f"{columns}, count(*)" if by else "count(*)"
    order = group.replace("GROUP", "ORDER")
    return f"SELECT {selected} FROM notes{joins} WHERE {where}{group}{order}", values  # noqa: S608
