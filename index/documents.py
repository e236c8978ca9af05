"""What Whoosh keeps of a document: which fields, and what goes into them.

`words` holds the title and the text in one field, the title counting several times: BM25F's weighted term frequency
(S. Robertson, H. Zaragoza, M. Taylor, Simple BM25 extension to multiple weighted fields, CIKM 2004, section 3), with
one posting list a word instead of two. Not here: how a field keeps its words (`inversion.py`), the files (`shelf.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from whoosh.fields import ID, STORED, Schema

from index.engine import Document
from index.fields import DayField, WordField

SCHEMA_VERSION = 4
"""Grows with every change of what is stored or how: an index of another number is built anew."""


def schema() -> Schema:
    """The fields of a document.

    `forms`: folded forms that are not their own stem. `publisher`: the outlet, as one name.
    `heard`: `yes` where the quoted speech was looked for.
    """
    return Schema(
        id=ID(stored=True, unique=True),
        kind=WordField(),
        words=WordField(),
        forms=WordField(),
        title=WordField(),
        outlet=WordField(),
        credit=WordField(),
        quote=WordField(),
        speaker=WordField(),
        publisher=ID(),
        heard=ID(),
        date=DayField(),
        shown=STORED(),
    )


@dataclass(frozen=True, slots=True)
class Fields:
    """A document as fields.

    texts: the texts of each field of words. names: the value of each field that is one name.
    stored: what a hit shows. day: its day as an ordinal, 0 where unknown.
    """

    texts: dict[str, tuple[str, ...]]
    names: dict[str, str]
    stored: dict[str, Any]
    day: int


def fields_of(document: Document) -> Fields:
    """What is kept of a document."""
    day = document.published.toordinal() if document.published else 0
    texts = {
        "words": (document.title or "", document.text),
        "kind": (document.kind,),
        "title": (document.title or "",),
        "outlet": (document.outlet,),
        "credit": (document.credit or "",),
        "quote": document.quotes,
        "speaker": document.speakers,
    }
    names = {"id": document.id, "publisher": document.outlet, "heard": "yes" if document.heard else ""}
    shown = (document.kind, document.title, document.outlet, document.credit, day, document.article)
    return Fields(
        {field: parts for field, parts in texts.items() if any(parts)},
        {field: name.replace("\0", " ") for field, name in names.items() if name},
        {"id": document.id, "shown": shown},
        day,
    )
