"""Web Annotations -> notes: what `web_annotation.py` writes, and what other programs do of the same model.

A target without words is left out and counted, and so is what a note cannot hold. Not here: writing
(`web_annotation.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args
from uuid import NAMESPACE_URL, UUID, uuid5

from briefings.article import Span
from briefings.errors import NotesError
from briefings.notes.anchor import Selector
from briefings.notes.incoming import Incoming
from briefings.notes.jsonl import FARTHEST, moment
from briefings.notes.note import EPOCH, Kind, Note, Target

_URN = "urn:uuid:"
_OURS = "urn:rashomon:"
"""What stands for a text that has no address; its kind and name follow."""


_ID = re.compile(r".+-[0-9a-f]{8}")
"""What an article's id looks like: others write other things into `dc:identifier`."""


def read(text: str) -> list[Note]:
    """The notes that `read_all` finds. Raises NotesError."""
    return list(read_all(text).notes)


def read_all(text: str) -> Incoming:
    """The notes of an annotation, a list of them, a page or a collection; or what the API of Hypothesis answers, which
    holds the same targets. Raises NotesError.

    A note for each target with words. Its article is its `dc:identifier`, else the address of its source.
    """
    try:
        text.encode()
        whole = json.loads(text)
        json.dumps(whole, ensure_ascii=False).encode()
        found = [note for item in _items(whole) for note in _notes(item)]
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise NotesError(
            "this is not a Web Annotation", where=str(error)[:80], remedy="Give a JSON-LD file of annotations."
        ) from error
    notes = tuple(note for note in found if note is not None)
    without = len(found) - len(notes)
    told = (f"{without} targets of annotations that tell no words: left out",) if without else ()
    return Incoming(notes, told=told)


def _items(whole: Any) -> Iterator[dict[str, Any]]:
    """The annotations in whatever holds them."""
    for value in _list(whole):
        if held := next((name for name in ("items", "rows") if name in value), ""):
            yield from _items(value[held])
        elif isinstance(value.get("first"), dict):
            yield from _items(value["first"])
        elif "target" in value:
            yield value
        else:
            raise ValueError("no target")


def _notes(item: dict[str, Any]) -> Iterator[Note | None]:
    """A note for each target, each of which all bodies are about (“Cardinality of Bodies and Targets”); None for one
    without words.
    """
    for number, target in enumerate(_list(item["target"])):
        yield _note(item, target, number) if isinstance(target, dict) else None


def _note(item: dict[str, Any], target: dict[str, Any], number: int) -> Note | None:
    selectors = {one.get("type"): one for one in _unrefined(_list(target.get("selector"))) if isinstance(one, dict)}
    quote, position = selectors.get("TextQuoteSelector"), selectors.get("TextPositionSelector")
    if quote is None or not str(quote.get("exact", "")).strip():
        return None
    span = _span(position) if position else None
    exact, prefix, suffix = (str(quote.get(name) or "") for name in ("exact", "prefix", "suffix"))
    selector = Selector(exact, prefix, suffix, span.start if span else 0)
    comment, codes = _bodies(item)
    created = moment(item["created"]) if item.get("created") else EPOCH
    modified = item.get("modified") or item.get("updated")
    changed = moment(modified) if modified else created
    name, (kind, article) = _name(item, selector), _target(target.get("source"))
    if number:
        name = str(uuid5(NAMESPACE_URL, f"{name} {number}"))
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
    comments = [str(item[name]) for name in ("bodyValue", "text") if item.get(name)]
    codes = [str(tag) for tag in _list(item.get("tags")) if tag]
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
    if own:
        return Target("briefing" if own == "briefing" else "article", address.removeprefix(f"{_OURS}{own}:"))
    identifier = str(known.get("dc:identifier") or "")
    return Target("article", identifier if _ID.fullmatch(identifier) or not address else address)


def _settled(item: dict[str, Any]) -> tuple[str, ...]:
    """The notes an annotation settles: what its bodies for moderating name."""
    bodies = (body for body in _list(item.get("body")) if isinstance(body, dict))
    named = (str(body.get("source") or "") for body in bodies if "moderating" in _list(body.get("purpose")))
    return tuple(name.removeprefix(_URN) for name in named if name)


def _author(item: dict[str, Any]) -> str:
    creator = next(iter(_list(item.get("creator") or item.get("user"))), None)
    return str(creator.get("name") or creator.get("id") or "") if isinstance(creator, dict) else str(creator or "")


def _list(value: Any) -> list[Any]:
    """JSON-LD writes one thing without its list."""
    return value if isinstance(value, list) else [] if value is None else [value]
