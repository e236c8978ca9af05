"""The front matter of a Markdown article -> its fields, under the names that programs give them. Not here: its text.

Known: our own keys, Hugo's (YAML or TOML), Jekyll's, those of Obsidian and of web clippers that write for it, and the
CSL names that Zotero and Pandoc use. Case, hyphens and underscores in a key make no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from briefings.errors import SourceError
from briefings.sources.address import web_address
from briefings.sources.assemble import stated
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import UNKNOWN, Field

_FRONT_MATTER = re.compile(
    r"\s*(?:---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+)[ \t]*(?:\n|\Z)", re.S | re.M
)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*[:=]", re.M)
_NAMES = {
    "title": ("title", "headline"),
    "outlet": (
        *("outlet", "publication", "publicationtitle", "newspaper", "containertitle", "publisher", "sitename", "site"),
        *("website", "blog", "source"),
    ),
    "published": (
        *("published", "datepublished", "publishdate", "publisheddate", "publishedat", "publicationdate", "pubdate"),
        *("issued", "date"),
    ),
    "byline": ("byline", "author", "authors", "creator", "creators", "writer", "by"),
    "credit": ("credit", "agency"),
    "url": (
        *("url", "canonicalurl", "canonical", "originalurl", "sourceurl", "pageurl", "permalink", "link", "source"),
        *("website",),
    ),
}
"""What each of our fields is called, the best first, without hyphens and underscores."""
_WIKI_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+")
_MOST_NAMES = 200


def read_header(text: str, name: str = "") -> tuple[dict[str, Any], int]:
    """(the keys of the front matter that `text` starts with, where it ends); no keys and 0 where there is none.

    Raises SourceError for a front matter that is not YAML or TOML, or has no keys; `name` is what errors call `text`.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, 0
    header = _toml(found["toml"], name) if found["yaml"] is None else _yaml(found["yaml"], name)
    if not isinstance(header, dict):
        raise SourceError("The front matter has no keys", where=name, remedy="Write lines such as 'title: …'.")
    return {str(key): value for key, value in header.items()}, found.end()


def has_header(text: str) -> bool:
    """Whether `text` starts with a front matter in which keys stand."""
    found = _FRONT_MATTER.match(text)
    return found is not None and _KEY.search(found["yaml"] or found["toml"] or "") is not None


def read_fields(header: Mapping[str, Any], name: str = "") -> dict[str, Field]:
    """The fields that a front matter states, each with the key and its words.

    Raises SourceError where our own key `published` names no day; under the others what names none is left alone.
    """
    keys: dict[str, tuple[str, Any]] = {}
    for key, value in header.items():
        keys.setdefault(re.sub(r"[\W_]", "", key).casefold(), (key, value))
    found = {field: [keys[one] for one in names if one in keys] for field, names in _NAMES.items()}
    day = next(filter(None, (_day(key, value) for key, value in found["published"])), UNKNOWN)
    own = _words(header.get("published"))
    if own and not find_day(own):
        raise SourceError(
            f"'{own}' is no date", where=f"{name}: published", remedy="Write it as year-month-day: 2023-12-27."
        )
    return {
        "title": _first(found["title"]),
        "outlet": _outlet(found["outlet"]),
        "published": day,
        "byline": _first(found["byline"]),
        "credit": _first(found["credit"]),
        "url": next(filter(None, (_url(key, value) for key, value in found["url"])), UNKNOWN),
    }


def _first(given: list[tuple[str, Any]]) -> Field:
    return next((stated(words, f"{key}: {words}") for key, value in given if (words := _words(value))), UNKNOWN)


def _outlet(given: list[tuple[str, Any]]) -> Field:
    """The first name; an address is none, and a domain lets it be inferred."""
    for key, value in given:
        words = _words(value)
        if words and not web_address(words):
            evidence = f"{key}: {words}"
            domain = _DOMAIN.fullmatch(words) and " " not in words
            return Field(words.removeprefix("www."), "inferred", evidence) if domain else stated(words, evidence)
    return UNKNOWN


def _day(key: str, value: Any) -> Field | None:
    words = _words(value)
    day = find_day(words)
    return stated(day.isoformat(), f"{key}: {words}") if day else None


def _url(key: str, value: Any) -> Field | None:
    words = _words(value)
    address = web_address(words)
    return stated(address, f"{key}: {words}") if address else None


def _words(value: Any) -> str:
    """A value as words on one line: a text, a day, a name in parts, or a list of these; empty for anything else."""
    names = [" ".join(normalise(_WIKI_LINK.sub(r"\1", words)).split()) for words in _names(value)]
    return ", ".join(filter(None, names[:_MOST_NAMES]))


def _names(value: Any, deep: int = 0) -> Iterator[str]:
    if isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list) and deep <= 1:
        for item in value[:_MOST_NAMES]:
            yield from _names(item, deep + 1)
    elif isinstance(value, dict) and deep <= 2:
        whole = next((value[key] for key in ("name", "literal", "title") if isinstance(value.get(key), str)), None)
        parts = [value.get(key) for key in ("given", "first", "firstName", "family", "last", "lastName")]
        yield whole if whole is not None else " ".join(part for part in parts if isinstance(part, str))


def _yaml(words: str, name: str) -> Any:
    """The value of a text in YAML; a day stays the text that it is: it may be none, or have an offset."""
    import yaml

    class Loader(yaml.SafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        sign: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp")]
        for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    try:
        return yaml.load(words, Loader)  # noqa: S506 (it is a safe one)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f":{mark.line + 2}" if mark else ""
        raise SourceError(
            "The front matter is not YAML", where=f"{name}{line}", remedy="Put values with a colon in them in quotes."
        ) from problem


def _toml(words: str, name: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(words)
    except (tomllib.TOMLDecodeError, RecursionError) as problem:
        raise SourceError("The front matter is not TOML", where=name, remedy="Put texts in quotes.") from problem
