"""Markdown with a front matter -> Article: the format of the bundled sample. Not a Markdown renderer."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from briefings.article import Span
from briefings.errors import SourceError
from briefings.sources.assemble import assemble, stated
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import FIELD_NAMES, Field, Imported

_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:", re.M)
_HEADING = re.compile(r"#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)")
_BLOCK = re.compile(r"[^\s](?:[^\n]|\n(?![ \t]*(?:\n|\Z)))*")


def is_markdown(text: str) -> bool:
    """Whether `text` starts with a YAML front matter."""
    found = _FRONT_MATTER.match(text)
    return found is not None and _KEY.search(found["yaml"]) is not None


def read_markdown(data: bytes, text: str, name: str = "") -> Imported:
    """The article in `text` (decoded from `data`): fields from the front matter, a leading `# ` heading as title.

    Raises SourceError for a front matter that is no YAML mapping or has no date where one belongs, NoArticle for an
    empty body.
    """
    found = _FRONT_MATTER.match(text)
    if found is None:
        raise SourceError("It has no front matter", where=name, remedy="Start it with a line of three hyphens.")
    header = _header(found["yaml"], name)
    fields = {key: _field(header, key, name) for key in FIELD_NAMES}
    start = found.end()
    start += len(text[start:]) - len(text[start:].lstrip())
    if heading := _HEADING.match(text, start):
        start = heading.end()
        if not fields["title"].value:
            fields["title"] = stated(normalise(heading["title"]), heading[0].strip())
    kept = [Span(*block.span()) for block in _BLOCK.finditer(text, start)]
    return assemble(
        data,
        text,
        [" ".join(normalise(span.of(text)).split("\n")) for span in kept],
        fields,
        form="Markdown",
        where=name,
        kept=kept,
        retold=header.get("retold") is True,
    )


def _header(words: str, name: str) -> dict[str, Any]:
    import yaml

    try:
        header = yaml.safe_load(words)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = f":{mark.line + 2}" if mark else ""
        raise SourceError(
            "The front matter is not YAML", where=f"{name}{line}", remedy="Put values with a colon in them in quotes."
        ) from problem
    if not isinstance(header, dict):
        raise SourceError("The front matter has no keys", where=name, remedy="Write lines such as 'title: …'.")
    return header


def _field(header: dict[str, Any], key: str, name: str) -> Field:
    value = header.get(key)
    if value is None or value == "":
        return Field()
    words = normalise(value.isoformat() if isinstance(value, date) else str(value)).replace("\n", " ")
    if key != "published":
        return stated(words, f"{key}: {words}")
    day = find_day(words)
    if day is None:
        raise SourceError(
            f"'{words}' is no date", where=f"{name}: published", remedy="Write it as year-month-day: 2023-12-27."
        )
    return stated(day.isoformat(), f"{key}: {words}")
