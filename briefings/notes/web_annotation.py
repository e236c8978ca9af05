"""Notes as W3C Web Annotations (Web Annotation Data Model, Recommendation of 23 February 2017), in JSON-LD.

Written: a TextQuoteSelector and a TextPositionSelector (sections 4.2.4 and 4.2.5) on the article's address. Read:
these, and what other programs write of the same model; what a note cannot hold is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from briefings.article import Article, Span
from briefings.errors import NotesError
from briefings.notes.anchor import Selector
from briefings.notes.jsonl import moment
from briefings.notes.note import EPOCH, Note

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_URN = "urn:uuid:"
_ARTICLE = "urn:rashomon:article:"
"""What stands for an article that has no address."""


def write(notes: Iterable[Note], articles: Mapping[str, Article]) -> str:
    """The notes as one AnnotationPage. The id of the article stands in the source's `dc:identifier`."""
    items = [_annotation(note, articles.get(note.article)) for note in notes]
    name = uuid5(NAMESPACE_URL, " ".join(item["id"] for item in items))
    page = {"@context": CONTEXT, "id": f"{_URN}{name}", "type": "AnnotationPage", "items": items}
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _annotation(note: Note, article: Article | None) -> dict[str, Any]:
    body = [{"type": "TextualBody", "value": code, "purpose": "tagging"} for code in note.codes]
    if note.comment:
        comment = {"type": "TextualBody", "value": note.comment, "format": "text/markdown", "purpose": "commenting"}
        body.insert(0, comment)
    creator = {"creator": {"type": "Person", "name": note.author}} if note.author else {}
    return {
        "id": f"{_URN}{note.id}",
        "type": "Annotation",
        "motivation": "commenting" if note.comment else "tagging" if note.codes else "highlighting",
        "created": note.created.isoformat().replace("+00:00", "Z"),
        "modified": note.changed.isoformat().replace("+00:00", "Z"),
        **creator,
        "body": body,
        "target": {"source": _source(note, article), "selector": _selectors(note)},
    }


def _source(note: Note, article: Article | None) -> dict[str, Any]:
    address = article.url if article and article.url else f"{_ARTICLE}{note.article}"
    named = {"dc:publisher": article.outlet, "dc:title": article.title} if article else {}
    return {"id": address, "type": "Text", "dc:identifier": note.article} | {k: v for k, v in named.items() if v}


def _selectors(note: Note) -> list[dict[str, Any]]:
    exact, prefix, suffix, _ = note.selector
    quote = {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}
    if note.span is None:
        return [quote]
    return [quote, {"type": "TextPositionSelector", "start": note.span.start, "end": note.span.end}]


def read(text: str) -> list[Note]:
    """The notes of an annotation, a list of them, a page or a collection. Raises NotesError.

    The article of a note is its `dc:identifier`, else the address of its source. A target without words is left out.
    """
    try:
        text.encode()
        whole = json.loads(text)
        json.dumps(whole, ensure_ascii=False).encode()
        return [note for item in _items(whole) if (note := _note(item)) is not None]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NotesError(
            "this is not a Web Annotation", where=str(error)[:80], remedy="Give a JSON-LD file of annotations."
        ) from error


def _items(whole: Any) -> Iterator[dict[str, Any]]:
    """The annotations in whatever holds them."""
    for value in _list(whole):
        if "items" in value:
            yield from _items(value["items"])
        elif isinstance(value.get("first"), dict):
            yield from _items(value["first"])
        elif "target" in value:
            yield value
        else:
            raise ValueError("no target")


def _note(item: dict[str, Any]) -> Note | None:
    target = next(iter(_list(item["target"])), None)
    if not isinstance(target, dict):
        return None
    selectors = {one.get("type"): one for one in _unrefined(_list(target.get("selector"))) if isinstance(one, dict)}
    quote, position = selectors.get("TextQuoteSelector"), selectors.get("TextPositionSelector")
    if quote is None or not str(quote.get("exact", "")).strip():
        return None
    span = Span(int(position["start"]), int(position["end"])) if position else None
    exact, prefix, suffix = (str(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    selector = Selector(exact, prefix, suffix, span.start if span else 0)
    comment, codes = _bodies(item)
    created = moment(item["created"]) if item.get("created") else EPOCH
    changed = moment(item["modified"]) if item.get("modified") else created
    name = _name(item, selector)
    return Note(name, _article(target.get("source")), selector, span, comment, codes, _author(item), created, changed)


def _unrefined(selectors: list[Any]) -> Iterator[Any]:
    """Selectors with those that refine them (section 4.2.9)."""
    for selector in selectors:
        yield selector
        if isinstance(selector, dict) and "refinedBy" in selector:
            yield from _unrefined(_list(selector["refinedBy"]))


def _bodies(item: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The comment and the codes of an annotation."""
    comments, codes = [str(item["bodyValue"])] if item.get("bodyValue") else list[str](), list[str]()
    for body in _list(item.get("body")):
        if isinstance(body, dict) and body.get("value"):
            tag = "tagging" in _list(body.get("purpose")) or body.get("type") == "oa:Tag"
            (codes if tag else comments).append(str(body["value"]))
    return "\n\n".join(comments), tuple(dict.fromkeys(codes))


def _name(item: dict[str, Any], selector: Selector) -> str:
    """A note's id: the annotation's UUID, else one made from its address, else from its words."""
    iri = str(item.get("id") or "")
    try:
        return str(UUID(iri.removeprefix(_URN)))
    except ValueError:
        return str(uuid5(NAMESPACE_URL, iri or json.dumps([item, selector], sort_keys=True)))


def _article(source: Any) -> str:
    if isinstance(source, dict):
        source = source.get("dc:identifier") or source.get("id")
    return str(source or "").removeprefix(_ARTICLE)


def _author(item: dict[str, Any]) -> str:
    creator = next(iter(_list(item.get("creator"))), None)
    return str(creator.get("name") or creator.get("id") or "") if isinstance(creator, dict) else str(creator or "")


def _list(value: Any) -> list[Any]:
    """JSON-LD writes one thing without its list."""
    return value if isinstance(value, list) else [] if value is None else [value]
