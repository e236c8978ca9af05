"""Web Annotations -> notes: what `web_annotation.py` writes, and what other programs do of the same model.

A target without words is left out, and so is what a note cannot hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args
from uuid import NAMESPACE_URL, UUID, uuid5

from briefings.article import Span
from briefings.errors import NotesError
from briefings.notes.anchor import Selector
from briefings.notes.jsonl import FARTHEST, moment
from briefings.notes.note import EPOCH, Kind, Note, Target

_URN = "urn:uuid:"
_OURS = "urn:rashomon:"
"""What stands for a text that has no address; its kind and name follow."""


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
    span = _span(position) if position else None
    exact, prefix, suffix = (str(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    selector = Selector(exact, prefix, suffix, span.start if span else 0)
    comment, codes = _bodies(item)
    created = moment(item["created"]) if item.get("created") else EPOCH
    changed = moment(item["modified"]) if item.get("modified") else created
    name, (kind, article) = _name(item, selector), _target(target.get("source"))
    return Note(
        *(name, article, selector, span, comment, codes, _author(item), created, changed, kind),
        adjudicates=_settled(item),
    )


def _span(position: dict[str, Any]) -> Span | None:
    """The place a TextPositionSelector tells; None where it tells none. Raises ValueError or TypeError."""
    if position.get("start") is None or position.get("end") is None:
        return None
    span = Span(int(position["start"]), int(position["end"]))
    return span if 0 <= span.start < span.end <= FARTHEST else None


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


def _target(source: Any) -> Target:
    """What an annotation is on: our own name of it, else its address."""
    known = source if isinstance(source, dict) else {"id": source}
    address = str(known.get("id") or "")
    own = next((kind for kind in get_args(Kind) if address.startswith(f"{_OURS}{kind}:")), "")
    name = str(known.get("dc:identifier") or "") or (address.removeprefix(f"{_OURS}{own}:") if own else address)
    return Target("briefing" if own == "briefing" else "article", name)


def _settled(item: dict[str, Any]) -> tuple[str, ...]:
    """The notes an annotation settles: what its bodies for moderating name."""
    bodies = (body for body in _list(item.get("body")) if isinstance(body, dict))
    named = (str(body.get("source") or "") for body in bodies if "moderating" in _list(body.get("purpose")))
    return tuple(name.removeprefix(_URN) for name in named if name)


def _author(item: dict[str, Any]) -> str:
    creator = next(iter(_list(item.get("creator"))), None)
    return str(creator.get("name") or creator.get("id") or "") if isinstance(creator, dict) else str(creator or "")


def _list(value: Any) -> list[Any]:
    """JSON-LD writes one thing without its list."""
    return value if isinstance(value, list) else [] if value is None else [value]
