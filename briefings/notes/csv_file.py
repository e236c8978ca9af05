"""Notes as a table for a spreadsheet: comma-separated (RFC 4180), one note a row. It goes out only."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping

from briefings.article import Article
from briefings.notes.note import Note
from briefings.report import inert

COLUMNS = (
    *("id", "article", "outlet", "title", "paragraph", "start", "end"),
    *("words", "codes", "comment", "author", "created", "changed"),
)


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes as CSV; paragraph, start and end are empty where a note lost its place, codes are split by `; `."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for note in notes:
        rows.writerow([inert(str(cell)) for cell in _row(note, articles.get(note.article))])
    return out.getvalue()


def _row(note: Note, article: Article | None) -> list[object]:
    outlet, title = (article.outlet, article.title or "") if article else ("", "")
    start, end = note.span or ("", "")
    paragraph = article.paragraph_number(note.span.start) if article and note.span else ""
    words = note.span.of(article.text) if article and note.span else note.selector.exact
    times = note.created.isoformat(), note.changed.isoformat()
    codes = "; ".join(note.codes)
    return [
        note.id,
        note.article,
        outlet,
        title,
        paragraph,
        start,
        end,
        words,
        codes,
        note.comment,
        note.author,
        *times,
    ]
