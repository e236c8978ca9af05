"""A comparison to take away: Markdown, HTML, CSV, and plain values for JSON. Evidence only: no outlet is scored.

Not here: what the tables hold (`tables.py`), a briefing to write on (`draft.py`).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from briefings.article import NO_TITLE, Article
from briefings.framing.comparison import Comparison
from briefings.inline import escaped
from briefings.report_html import as_html
from briefings.report_json import as_dict
from briefings.tables import TABLES, Table, letter

__all__ = ["ABSENT", "FORMATS", "as_csv", "as_dict", "as_html", "as_markdown"]

ABSENT = "not found in the stored text"
"""What the absence of a point is called, everywhere."""


def as_csv(comparison: Comparison) -> str:
    """Points x outlets, comma-separated (RFC 4180): the sentences that carry a point, or that it was not found."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["point", "rests on", *(f"{a.outlet} ({a.id})" for a in comparison.articles)])
    for point in comparison.points:
        cells = []
        for index, article in enumerate(comparison.articles):
            spans = comparison.place(point, index)
            told = (f"¶{article.paragraph_number(span.start)} {span.of(article.text)}" for span in spans)
            cells.append("\n".join(told) or ABSENT)
        rows.writerow([inert(point.label), inert(", ".join(point.why)), *cells])
    return out.getvalue()


def inert(cell: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe before `=`, `+`, `-`, `@` (OWASP, CSV injection)."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def as_markdown(comparison: Comparison, title: str = "") -> str:
    """The comparison as a Markdown document: who was compared, every table, and what only one outlet has."""
    parts = [f"# {escaped(title or 'Comparison')}", _wire(comparison)]
    parts.append(_table(("", "outlet", "published", "credit", "words", "title"), map(_row, *_numbered(comparison))))
    for make in (make for makes in TABLES.values() for make in makes):
        parts += _section(make(comparison))
    parts += ["## Only here", "Sentences for which no other article was found to say the same."]
    for index, article in enumerate(comparison.articles):
        told = (
            f"- ¶{article.paragraph_number(s.start)} “{escaped(s.of(article.text))}”"
            for s in comparison.only_here(index)
        )
        parts += [f"### {letter(index)} {escaped(article.outlet)}", "\n".join(told) or "None."]
    return "\n\n".join(part for part in parts if part) + "\n"


def _wire(comparison: Comparison) -> str:
    kept = "compared like the rest" if comparison.wire else "left out"
    return f"{len(comparison.articles)} articles, {len(comparison.points)} points; agency copy {kept}."


def _numbered(comparison: Comparison) -> tuple[range, tuple[Article, ...]]:
    return range(len(comparison.articles)), comparison.articles


def _row(index: int, article: Article) -> tuple[str, ...]:
    day = article.published.isoformat() if article.published else "unknown"
    words = str(len(article.text.split()))
    return letter(index), article.outlet, day, article.credit or "", words, article.title or NO_TITLE


def _section(table: Table) -> list[str]:
    rows = [tuple(cell.text for cell in row) for row in table.rows]
    return [f"## {escaped(table.name)}", _table(table.columns, rows) if rows else "None.", escaped(table.legend)]


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [columns, tuple("---" for _ in columns), *(tuple(map(escaped, row)) for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


FORMATS = {"markdown": as_markdown, "html": as_html}
"""The documents a comparison can become, by the name a reader asks for; each takes (comparison, title)."""
