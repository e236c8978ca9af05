"""What Whoosh keeps of an article or a briefing: which fields, and what goes into them.

`words` holds the title and the text in one field, the title counting several times: BM25F's weighted term frequency
(S. Robertson, H. Zaragoza, M. Taylor, Simple BM25 extension to multiple weighted fields, CIKM 2004, section 3), with
one posting list a word instead of two. Not here: how a field keeps its words (`fields.py`), the files (`shelf.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from datetime import date
from typing import Any

from whoosh.fields import ID, STORED, Schema

from briefings.article import Article
from index.fields import DayField, FormField, WordField

SCHEMA_VERSION = 2
"""Grows with every change of what is stored or how: an index of another number is built anew."""


def schema() -> Schema:
    """The fields of a document."""
    return Schema(
        id=ID(stored=True, unique=True),
        kind=WordField(stored=True),
        words=WordField(),
        forms=FormField(),
        title=WordField(stored=True),
        outlet=WordField(stored=True),
        credit=WordField(stored=True),
        quote=WordField(),
        speaker=WordField(),
        date=DayField(),
        day=STORED(),
    )


def document(article: Article) -> dict[str, Any]:
    """An article as Whoosh's field values."""
    return _document(article.id, "article", article.title, article.text, article.published) | {
        "outlet": article.outlet,
        "credit": article.credit,
    }


def briefing_document(id: str, title: str | None, text: str, day: date | None) -> dict[str, Any]:
    """A briefing as Whoosh's field values; `id` is `briefing:<file stem>`, `text` its Markdown without front matter."""
    return _document(id, "briefing", title, text, day) | {"outlet": ""}


def _document(id: str, kind: str, title: str | None, text: str, day: date | None) -> dict[str, Any]:
    return {
        "id": id,
        "kind": kind,
        "words": (title or "", text),
        "forms": f"{title or ''}\n{text}",
        "title": title,
        "date": day.toordinal() if day else None,
        "day": day.toordinal() if day else None,
    }
