"""All notes of a library as its screen lists them: what is asked for, counts, pages of rows. Runs in workers.

Not here: how it looks (`screens/notes.py`), what is asked of the library's file (`briefings.note_filter`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from briefings.article import Article
from briefings.errors import NotesError, UnknownArticle
from briefings.library import Library
from briefings.note_filter import NoteFilter
from briefings.notes.codebook import EMPTY, Codebook
from briefings.notes.note import Note, Target
from briefings.table import NOT_FOUND, Cell, Table
from tui.coding import signs
from tui.noting import known_codebook, note_kind, place_of, shortened
from tui.tree import Meeting
from tui.widgets.lines_list import Row

View = Literal["code", "briefing", "author"]
"""What the notes are counted by: codes by outlet, briefings, authors by outlet."""
PAGE = 200
"""How many notes are read at once."""
MOST_OUTLETS = 30
"""How many outlets have a column of their own: those with most notes."""
MOST_TEXTS = 15_000
"""How many texts a list can be asked for by: SQLite takes 32,766 values in one question."""
LONGEST_LINE = 200
ALL, OTHERS, BRIEFINGS = "all", "others", "on briefings"
NONE = {"code": "no code", "author": "no name"}
NO_BRIEFING = ""
"""The name of the row of notes that no briefing has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a library's notes is asked for; None where it does not matter.

    view: what they are counted by. outlet: empty for notes on briefings. briefing: by the name of its file; its own
    notes are meant and those on its articles; empty for notes that no briefing has. words: in the note. lost: only
    those that lost their place.
    """

    view: View = "code"
    code: str | None = None
    outlet: str | None = None
    author: str | None = None
    briefing: str | None = None
    words: str = ""
    lost: bool = False

    @property
    def said(self) -> str:
        """The filters in words; empty where there is none."""
        parts = [
            self.code is not None and f"code: {self.code or NONE['code']}",
            self.outlet is not None and f"outlet: {self.outlet or BRIEFINGS}",
            self.author is not None and f"author: {self.author or NONE['author']}",
            self.briefing is not None and f"briefing: {self.briefing or 'none'}",
            self.lost and "lost their place",
            self.words.strip() and f"“{self.words.strip()}”",
        ]
        return " · ".join(part for part in parts if part)

    @property
    def all(self) -> Asked:
        """The same view without a filter."""
        return Asked(self.view)


@dataclass(frozen=True, slots=True)
class Counted:
    """A table of counts. rows, columns: what each row and column stands for; None for all of them, or nothing."""

    table: Table
    rows: tuple[str | None, ...] = ()
    columns: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class NotePage:
    """Some of the notes asked for.

    total: how many the library has. found: how many are asked for. notes: these. rows: how they are listed.
    """

    total: int
    found: int
    notes: tuple[Note, ...]
    rows: tuple[Row, ...]


NOTHING_COUNTED = Counted(Table("Notes", ("",), ()))


def which(library: Library, asked: Asked, meetings: Sequence[Meeting]) -> NoteFilter:
    """What is asked for, as the library takes it."""
    targets = _targets(library, asked.briefing, meetings)
    outlet = asked.outlet
    if outlet == "":
        own = tuple(Target("briefing", meeting.name) for meeting in meetings)
        targets = own if targets is None else tuple(target for target in targets if target in own)
        outlet = None
    return NoteFilter(asked.code, outlet, asked.author, targets, asked.words.strip() or None, asked.lost or None)


def _targets(library: Library, briefing: str | None, meetings: Sequence[Meeting]) -> tuple[Target, ...] | None:
    if briefing is None:
        return None
    if briefing == NO_BRIEFING:
        known = {target for meeting in meetings for target in texts_of(meeting)}
        every = (_target(str(name)) for name, _ in library.count_notes_by(("target",)))
        targets = tuple(target for target in every if target not in known)
        if len(targets) > MOST_TEXTS:
            remedy = "Choose an outlet, an author or a code instead."
            raise NotesError(f"notes on more than {MOST_TEXTS:,} texts cannot be listed so", remedy=remedy)
        return targets
    return next((texts_of(meeting) for meeting in meetings if meeting.name == briefing), ())


def texts_of(meeting: Meeting) -> tuple[Target, ...]:
    """A briefing and its articles."""
    return (Target("briefing", meeting.name), *(Target("article", id) for id in meeting.sources))


def counted(library: Library, asked: Asked, meetings: Sequence[Meeting]) -> Counted:
    """The counts of a view, under the filters that it does not set itself."""
    if asked.view == "briefing":
        free = which(library, replace(asked, briefing=None), meetings)
        counts = {_target(str(name)): int(count) for name, count in library.count_notes_by(("target",), free)}
        return by_briefing(counts, meetings)
    free = which(library, _with(replace(asked, outlet=None), None), meetings)
    found = library.count_notes_by((asked.view, "outlet"), free)
    counts_by = {(str(row), str(outlet)): int(count) for row, outlet, count in found}
    order = [code.name for code in known_codebook(library)] if asked.view == "code" else []
    return by_outlet(counts_by, asked.view, order)


def by_outlet(counts: Mapping[tuple[str, str], int], view: View, order: Sequence[str] = ()) -> Counted:
    """A table of counts by outlet. counts: (row, outlet) -> how many. order: of the rows; others follow by name."""
    rows, outlets = Counter[str](), Counter[str]()
    for (row, outlet), count in counts.items():
        rows[row] += count
        outlets[outlet] += count
    place = {name: number for number, name in enumerate(order)}
    names = sorted(rows, key=lambda name: (not name, place.get(name, len(place)), name))
    ranked = sorted(outlets, key=lambda name: (not name, -outlets[name], name))
    columns, rest = ranked[:MOST_OUTLETS], ranked[MOST_OUTLETS:]
    heads = (view, ALL, *(name or BRIEFINGS for name in columns), *([OTHERS] if rest else []))
    made = []
    for name in names:
        own = [counts.get((name, outlet), 0) for outlet in columns]
        others = [sum(counts.get((name, outlet), 0) for outlet in rest)] if rest else []
        made.append((Cell(name or NONE[view]), *map(_cell, (rows[name], *own, *others))))
    legend = "a note with several codes counts for each of them" if view == "code" else ""
    title = "Codes by outlet" if view == "code" else "Authors by outlet"
    table = Table(title, heads, tuple(made), legend)
    return Counted(table, tuple(names), (None, None, *columns, *([None] if rest else [])))


def by_briefing(counts: Mapping[Target, int], meetings: Sequence[Meeting]) -> Counted:
    """A table of the briefings: how many notes each has itself, and how many its articles have."""
    left, rows, names = dict(counts), list[tuple[Cell, ...]](), list[str | None]()
    for meeting in meetings:
        own, *others = (counts.get(target, 0) for target in texts_of(meeting))
        for target in texts_of(meeting):
            left.pop(target, None)
        if own or any(others):
            rows.append((Cell(meeting.title), *map(_cell, (own + sum(others), own, sum(others)))))
            names.append(meeting.name)
    if left:
        rows.append((Cell("in no briefing"), _cell(sum(left.values())), Cell(NOT_FOUND), _cell(sum(left.values()))))
        names.append(NO_BRIEFING)
    heads = ("briefing", ALL, "on it", "on its articles")
    legend = "notes on an article of several briefings count for each of them"
    return Counted(Table("Briefings", heads, tuple(rows), legend), tuple(names), (None,) * len(heads))


def chosen(asked: Asked, counted: Counted, row: int, column: int) -> Asked:
    """What is asked for after a cell was chosen; chosen again, its filters are taken away."""
    name, outlet = counted.rows[row], counted.columns[column]
    if asked.view == "briefing":
        return replace(asked, briefing=None if asked.briefing == name else name)
    was = asked.code if asked.view == "code" else asked.author
    if (was, asked.outlet) == (name, outlet):
        name = outlet = None
    return _with(replace(asked, outlet=outlet), name)


def _with(asked: Asked, name: str | None) -> Asked:
    """With another value of what the view has in its rows, a code or an author."""
    return replace(asked, code=name) if asked.view == "code" else replace(asked, author=name)


def page(library: Library, asked: Asked, meetings: Sequence[Meeting], offset: int = 0, limit: int = PAGE) -> NotePage:
    """`limit` of the notes asked for, without the first `offset` of them."""
    found = which(library, asked, meetings)
    notes = tuple(library.notes_page(found, limit, offset))
    rows = list_rows(notes, _reader(library), known_codebook(library))
    return NotePage(library.count_notes(), library.count_notes(found), notes, rows)


def list_rows(
    notes: Iterable[Note], article: Callable[[str], Article | None], book: Codebook = EMPTY
) -> tuple[Row, ...]:
    """Two rows a note, three where it has a comment: codes, place and author; its words; its comment.

    article: gives the article of an id, None for one that is not in the library.
    """
    rows = list[Row]()
    for note in notes:
        text = article(note.article) if note.kind == "article" else None
        outlet = text.outlet if text else note.article if note.kind == "briefing" else f"{note.article} (not here)"
        place = " ".join(filter(None, (outlet, place_of(text, note))))
        by = f"by {note.author}" if note.author else ""
        settles = "settles" if note.adjudicates else ""
        said = " · ".join(filter(None, (", ".join(note.codes), place, settles, by)))
        rows.append(Row(f"{signs(book, note.codes)} {said}", note_kind(note, book), 0, note.id))
        rows.append(Row(f"“{shortened(note.selector.exact, LONGEST_LINE)}”", "words", 1, note.id))
        if note.comment:
            rows.append(Row(shortened(note.comment, LONGEST_LINE), "comment", 1, note.id))
    return tuple(rows)


def _reader(library: Library) -> Callable[[str], Article | None]:
    """What gives the articles of a library, each read once."""

    @lru_cache(maxsize=PAGE)
    def read(id: str) -> Article | None:
        try:
            return library.article(id)
        except UnknownArticle:
            return None

    return read


@lru_cache(maxsize=4096)
def _target(name: str) -> Target:
    kind, _, rest = name.partition(":")
    return Target("briefing" if kind == "briefing" else "article", rest)


def _cell(count: int) -> Cell:
    return Cell(f"{count:,}" if count else NOT_FOUND)
