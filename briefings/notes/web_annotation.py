"""Notes as W3C Web Annotations (Web Annotation Data Model, Recommendation of 23 February 2017), in JSON-LD.

Written: a TextQuoteSelector and a TextPositionSelector (sections 4.2.4 and 4.2.5; code points, as the model asks) on
the article's address; codes as tags; the notes a note settles as bodies for moderating. Not here: reading
(`web_annotation_reading.py`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from briefings.article import Article
from briefings.notes.note import Note
from briefings.notes.texts import text_of
from briefings.notes.web_annotation_reading import read

__all__ = ["CONTEXT", "URN", "read", "write"]

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
URN = "urn:uuid:"


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes as one AnnotationPage. The id of the article stands in the source's `dc:identifier`."""
    items = [_annotation(note, text_of(note, articles)) for note in notes]
    name = uuid5(NAMESPACE_URL, " ".join(item["id"] for item in items))
    whole = {"id": f"{URN}{uuid5(name, 'collection')}", "type": "AnnotationCollection", "label": "Rashomon notes"}
    page = {
        "@context": CONTEXT,
        "id": f"{URN}{name}",
        "type": "AnnotationPage",
        "partOf": {**whole, "total": len(items)},
        "startIndex": 0,
    }
    # one annotation a line: readable, and ten times as fast as indenting each
    lines = ",\n".join(json.dumps(item, ensure_ascii=False) for item in items)
    return f'{json.dumps(page, ensure_ascii=False)[:-1]}, "items": [\n{lines}\n]}}\n'


def _annotation(note: Note, article: Article | None) -> dict[str, Any]:
    creator = {"creator": {"type": "Person", "name": note.author}} if note.author else {}
    bodies = _bodies(note)
    return {
        "id": f"{URN}{note.id}",
        "type": "Annotation",
        "motivation": _motivation(note),
        "created": note.created.isoformat().replace("+00:00", "Z"),
        "modified": note.changed.isoformat().replace("+00:00", "Z"),
        **creator,
        **({"body": bodies} if bodies else {}),
        "target": {"source": _source(note, article), "selector": _selectors(note)},
    }


def _motivation(note: Note) -> str:
    """Why the note was made, in the model's words (section 3.3.5)."""
    if note.adjudicates:
        return "moderating"
    return "commenting" if note.comment else "tagging" if note.codes else "highlighting"


def _bodies(note: Note) -> list[dict[str, str]]:
    bodies = [{"type": "TextualBody", "value": code, "purpose": "tagging"} for code in note.codes if code]
    if note.comment:
        comment = {"type": "TextualBody", "value": note.comment, "format": "text/markdown", "purpose": "commenting"}
        bodies.insert(0, comment)
    settled = (f"{URN}{other}" for other in note.adjudicates)
    return [*bodies, *({"type": "SpecificResource", "source": one, "purpose": "moderating"} for one in settled)]


def _source(note: Note, article: Article | None) -> dict[str, Any]:
    address = article.url if article and article.url else f"urn:rashomon:{note.target}"
    named = {"dc:publisher": article.outlet, "dc:title": article.title} if article else {}
    return {"id": address, "type": "Text", "dc:identifier": note.article} | {k: v for k, v in named.items() if v}


def _selectors(note: Note) -> list[dict[str, Any]]:
    exact, prefix, suffix, _ = note.selector
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    if note.span is None:
        return [quote]
    return [quote, {"type": "TextPositionSelector", "start": note.span.start, "end": note.span.end}]
