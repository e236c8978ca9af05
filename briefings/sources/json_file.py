"""JSON and JSON Lines -> articles, wherever an object holds a text. Not here: the names of keys (`json_keys.py`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from briefings.errors import NoArticle, SourceError
from briefings.sources.address import web_address
from briefings.sources.assemble import assemble, stated
from briefings.sources.credit import credit_beside
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import UNKNOWN, Field, Imported
from briefings.sources.json_keys import KEYS, TEXT, URL, Entry, names_by_id, value_of, with_names
from briefings.sources.original import places

_DOMAIN = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:[/:].*)?")
_DEEPEST = 6


def is_json(text: str) -> bool:
    """Whether `text` is an object, a list, or lines of objects."""
    start = text.lstrip()[:1]
    if start not in ("{", "["):
        return False
    try:
        json.loads(text)
    except ValueError:
        first = text.strip().split("\n", 1)[0]
        return first.startswith('{"') and first.rstrip().endswith("}")
    except RecursionError:
        return False
    return True


def read_json(data: bytes, text: str, name: str = "") -> Iterator[Imported]:
    """Every article in `text` (decoded from `data`), in order.

    Raises NoArticle when no object holds a text; SourceError, after the others, for the first line that is no JSON.
    """
    entries = list[Entry]()
    problem: SourceError | None = None
    try:
        for entry in _entries(text, name):
            entries.append(entry)
    except SourceError as error:
        problem = error
    if not entries and problem is None:
        raise NoArticle("No object in it holds an article's text", where=name, remedy="Give objects with a 'text' key.")
    for entry in entries:
        original = data if len(entries) == 1 else json.dumps(entry, ensure_ascii=False).encode("utf-8", "replace")
        yield _read(entry, original, text if len(entries) == 1 else original.decode("utf-8"), name)
    if problem:
        raise problem


def _entries(text: str, name: str) -> Iterator[Entry]:
    """Every object with a text; of lines that are no JSON the first is told when all have been read."""
    try:
        documents = [json.loads(text)]
    except ValueError:
        documents = []
    for document in documents:
        yield from _articles(document)
    problem: SourceError | None = None
    for number, line in enumerate([] if documents else text.split("\n"), 1):
        if line.strip():
            try:
                yield from _articles(_parsed(line, name, number))
            except SourceError as error:
                problem = problem or error
    if problem:
        raise problem


def _articles(document: Any) -> Iterator[Entry]:
    """The articles of one document, with the names of those it refers to: each then can be read by itself."""
    names = names_by_id(document, _DEEPEST)
    for entry in _with_text(document, _DEEPEST):
        named = {
            key: with_names(entry[key], names, _DEEPEST) for key in (*KEYS["byline"], *KEYS["outlet"]) if key in entry
        }
        yield entry | named


def _parsed(line: str, name: str, number: int) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise SourceError(
            "This line is not JSON", where=f"{name}:{number}", remedy="Write one object on each line."
        ) from problem


def _with_text(value: Any, deepest: int) -> Iterator[Entry]:
    """The objects in `value` that hold an article's text, from the outside in."""
    if isinstance(value, dict) and _text(value):
        yield value
    elif isinstance(value, dict | list) and deepest:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _with_text(inner, deepest - 1)


def _read(entry: Entry, original: bytes, decoded: str, name: str) -> Imported:
    fields = {field: _field(entry, field) for field in KEYS} | {"url": _url(entry)}
    paragraphs = _paragraphs(_text(entry))
    fields["credit"] = credit_beside(fields, paragraphs)
    kept = places(decoded, paragraphs)
    return assemble(original, decoded, paragraphs, fields, form="JSON", where=name, kept=kept)


def _text(entry: Entry) -> str:
    for key in TEXT:
        words = _body(entry.get(key))
        if words:
            return words
    return ""


def _body(value: Any) -> str:
    """A text, or Fundus' body: a summary and sections, each with a headline and paragraphs."""
    if isinstance(value, str):
        return value if value.strip() else ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    if isinstance(value, dict) and isinstance(value.get("sections"), list):
        parts = [value.get("summary"), *value["sections"]]
        return "\n\n".join(filter(None, (_section(part) for part in parts)))
    return ""


def _section(part: Any) -> str:
    if isinstance(part, dict):
        return "\n\n".join(filter(None, (_section(part.get("headline")), _section(part.get("paragraphs")))))
    return "\n\n".join(item for item in part if isinstance(item, str)) if isinstance(part, list) else str(part or "")


def _paragraphs(text: str) -> list[str]:
    """Paragraphs stand between blank lines where there are any, else every line is one."""
    plain = normalise(text)
    blocks = re.split(r"\n\s*\n", plain) if "\n\n" in plain else plain.split("\n")
    return [" ".join(block.split()) for block in blocks if block.strip()]


def _field(entry: Entry, field: str) -> Field:
    for key in KEYS[field]:
        words = normalise(_words(value_of(entry, key))).replace("\n", " ")
        if not words:
            continue
        if field == "published":
            day = find_day(words)
            if day is None:
                continue
            return stated(day.isoformat(), f"{key}: {words}")
        if field == "outlet" and _DOMAIN.fullmatch(words):
            return Field(_host(words), "inferred", f"{key}: {words}")
        return stated(words, f"{key}: {words}")
    return Field()


def _words(value: Any, deepest: int = _DEEPEST) -> str:
    """A name, whether it is given as text, as an object with a name, or as a list of these."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict) and deepest:
        return _words(value.get("name") or value.get("@value"), deepest - 1)
    if isinstance(value, list) and deepest:
        return ", ".join(filter(None, (_words(item, deepest - 1) for item in value)))
    return ""


def _host(address: str) -> str:
    return address.split("//")[-1].split("/")[0].split(":")[0].removeprefix("www.")


def _url(entry: Entry) -> Field:
    for key in URL:
        value = value_of(entry, key)
        if address := web_address(value.get("@id") if isinstance(value, dict) else value):
            return stated(address, f"{key}: {address}")
    return UNKNOWN
