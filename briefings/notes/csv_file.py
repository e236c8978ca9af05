"""Notes as a table for spreadsheets and data frames: comma-separated (RFC 4180), one note a row.

Cells a spreadsheet would take for a formula get an apostrophe, which reading takes away (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from uuid import NAMESPACE_URL, uuid5

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.notes.anchor import Selector
from briefings.notes.jsonl import FARTHEST, fail, kind_of, moment
from briefings.notes.note import EPOCH, Note
from briefings.notes.texts import text_of

COLUMNS = (
    *("id", "kind", "article", "outlet", "title", "published", "paragraph", "start", "end", "words"),
    *("codes", "comment", "author", "created", "changed", "adjudicates", "exact", "prefix", "suffix", "made_at"),
)
"""What a row holds. Read again are all but outlet, title, published and paragraph, which are the article's."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_NAME = re.compile(r"(?:^|; ?)((?:\\[\\;]|[^;])+)", re.S)
_SEPARATORS = ",;\t"


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes as CSV; paragraph, start and end are empty where a note lost its place."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for note in notes:
        rows.writerow([_guarded(str(cell)) for cell in _row(note, text_of(note, articles))])
    return out.getvalue()


def _row(note: Note, article: Article | None) -> list[object]:
    start, end = note.span or ("", "")
    known = (article.outlet, article.title or "", article.published or "") if article else ("", "", "")
    paragraph = article.paragraph_number(note.span.start) if article and note.span else ""
    words = note.span.of(article.text) if article and note.span else note.selector.exact
    exact, prefix, suffix, made_at = note.selector
    times = note.created.isoformat(), note.changed.isoformat()
    return [
        *(note.id, note.kind, note.article, *known, paragraph, start, end, words),
        *(joined(note.codes), note.comment, note.author, *times, joined(note.adjudicates)),
        *(exact, prefix, suffix, made_at),
    ]


def read(text: str) -> list[Note]:
    """The notes of a table with a header row, in any order of columns, separated by commas, semicolons or tabs.

    `article` and either `exact` or `words` must be there; a row without an id gets one from what it says. Raises
    NotesError with the line, also where the file ends inside a cell.
    """
    # a comment may be of any length; the module's own limit is 131,072 characters a cell, for the whole program
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    source = io.StringIO(text.removeprefix("\ufeff"), newline="")
    rows = csv.reader(source, delimiter=_separator(text), strict=True)
    try:
        names = [name.strip().casefold() for name in next(rows, [])]
        if "article" not in names or not {"exact", "words"} & set(names):
            remedy = f"Its first row must name columns: {', '.join(COLUMNS)}."
            raise NotesError("this is no table of notes", where="line 1", remedy=remedy)
        return [_note(dict(zip(names, map(_plain, row), strict=False)), rows.line_num) for row in rows if any(row)]
    except csv.Error as error:
        fail(rows.line_num, f"the table cannot be read ({error})", error)


def _separator(text: str) -> str:
    """What stands between the names of the first row."""
    head = text.partition("\n")[0]
    return max(_SEPARATORS, key=head.count)


def _note(row: dict[str, str], line: int) -> Note:
    def cell(name: str) -> str:
        return row.get(name, "")

    def whole(name: str) -> int:
        number = int(float(cell(name) or 0))  # a data frame writes 12.0 where a column has gaps
        if not 0 <= number <= FARTHEST:
            raise ValueError(f"{cell(name)!r} is not a number of code points")
        return number

    try:
        selector = Selector(cell("exact") or cell("words"), cell("prefix"), cell("suffix"), whole("made_at"))
        span = Span(whole("start"), whole("end")) if cell("start") and cell("end") else None
        created = moment(cell("created")) if cell("created") else EPOCH
        changed = moment(cell("changed")) if cell("changed") else created
        kind = kind_of(cell("kind") or "article")
    except (ValueError, OverflowError) as error:
        fail(line, f"a cell cannot be understood: {error}", error)
    if not cell("article"):
        fail(line, "the row names no article")
    if not selector.exact:
        fail(line, "the row has no words")
    id = cell("id") or str(uuid5(NAMESPACE_URL, repr(sorted(row.items()))))
    codes, settled = parted(cell("codes")), parted(cell("adjudicates"))
    return Note(
        *(id, cell("article"), selector, span, cell("comment"), codes, cell("author"), created, changed, kind, settled)
    )


def joined(names: Iterable[str]) -> str:
    """Names in one cell, `; ` between them; a semicolon or backslash in a name gets a backslash."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", name) for name in names if name)


def parted(cell: str) -> tuple[str, ...]:
    """The names in a cell that `joined` wrote."""
    names = (found[1] for found in _NAME.finditer(cell))
    return tuple(re.sub(r"\\([\\;])", r"\1", name) for name in names)


def _guarded(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    return cell[1:] if _GUARDED.match(cell) else cell
