"""A comparison as one HTML page: no script, nothing loaded from elsewhere, every cell a link to its words."""

from __future__ import annotations

from html import escape

from briefings.article import NO_TITLE, Article
from briefings.framing.comparison import Comparison
from briefings.inline import harmless
from briefings.tables import TABLES, Cell, Table, letter

_STYLE = """
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border-bottom: 1px solid #8886; padding: .3rem .6rem; text-align: left; vertical-align: top; }
p:target { outline: 2px solid; outline-offset: .3rem; }
.number { opacity: .7; margin-right: .5rem; }
""".strip()


def as_html(comparison: Comparison, title: str = "") -> str:
    """The comparison as a page: who was compared, every table, then the stored texts the links lead to."""
    name = _text(title or "Comparison")
    tables = (make(comparison) for makes in TABLES.values() for make in makes)
    body = [f"<h1>{name}</h1>", _outlets(comparison), *(_section(comparison, table) for table in tables)]
    body += [_article(comparison, index, article) for index, article in enumerate(comparison.articles)]
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{name}</title>'
    lines = ["<!doctype html>", "<html>", "<head>", head, "<style>", _STYLE, "</style>", "</head>", "<body>", *body]
    return "\n".join([*lines, "</body>", "</html>", ""])


def _text(words: str) -> str:
    """Words as HTML that shows exactly them."""
    return escape(harmless(words))


def _outlets(comparison: Comparison) -> str:
    items = []
    for index, article in enumerate(comparison.articles):
        day = article.published.isoformat() if article.published else "date unknown"
        credit = f" · {_text(article.credit)}" if article.credit else ""
        title = _text(article.title or NO_TITLE)
        link = f'<a href="#{_name(index)}">{letter(index)} {_text(article.outlet)}</a>'
        items.append(f"<li>{link}{credit} · {day} · {title}</li>")
    wire = "" if comparison.wire else "<p>Agency copy is left out of every table.</p>\n"
    return f"{wire}<ul>\n" + "\n".join(items) + "\n</ul>"


def _section(comparison: Comparison, table: Table) -> str:
    legend = f"\n<p>{_text(table.legend)}</p>" if table.legend else ""
    if not table.rows:
        return f"<h2>{_text(table.name)}</h2>\n<p>None.</p>"
    columns = "".join(f"<th>{_text(column)}</th>" for column in table.columns)
    rows = "\n".join("<tr>" + "".join(_cell(comparison, cell) for cell in row) + "</tr>" for row in table.rows)
    return f"<h2>{_text(table.name)}</h2>\n<table>\n<tr>{columns}</tr>\n{rows}\n</table>{legend}"


def _cell(comparison: Comparison, cell: Cell) -> str:
    if cell.place is None:
        return f"<td>{_text(cell.text)}</td>"
    index, span = cell.place
    number = comparison.articles[index].paragraph_number(span.start)
    return f'<td><a href="#{_name(index, number)}">{_text(cell.text)}</a></td>'


def _article(comparison: Comparison, index: int, article: Article) -> str:
    lines = [f'<h2 id="{_name(index)}">{letter(index)} {_text(article.outlet)}</h2>']
    wire = comparison.wire_paragraphs[index] if index < len(comparison.wire_paragraphs) else ()
    for number, span in enumerate(article.paragraphs, 1):
        agency = " agency copy" if any(span.overlaps(one) for one in wire) else ""
        label = f'<span class="number">¶{number}{agency}</span>'
        lines.append(f'<p id="{_name(index, number)}">{label}{_text(span.of(article.text))}</p>')
    return "\n".join(lines)


def _name(index: int, paragraph: int | None = None) -> str:
    """What a place on the page is called."""
    return f"article-{index}" if paragraph is None else f"article-{index}-paragraph-{paragraph}"
