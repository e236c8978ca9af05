"""The texts of a REFI-QDA project, with what is known of each. Not here: its selections (`refi_reading.py`)."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from briefings.article import UNKNOWN_OUTLET, Article
from briefings.errors import NotesError
from briefings.inline import harmless
from briefings.notes.note import Target
from briefings.notes.refi_archive import Project
from briefings.notes.refi_positions import BOM
from briefings.notes.refi_project import VARIABLES
from briefings.notes.refi_xml import children, grandchildren, local, plain_guid, targets

NAMED = "urn:uuid:"
"""What the name of a text begins with that says none of ours; its GUID follows."""


@dataclass(slots=True)
class Source:
    """A text of a project.

    raw: as stored, with its byte order mark. node: its element. target: what its notes are on. known: what variables
    and its name say of it.
    """

    raw: str
    node: Any
    target: Target
    known: dict[str, str]

    @property
    def stored(self) -> str:
        """The text as stored, without its byte order mark."""
        return self.raw.removeprefix(BOM)

    @property
    def text(self) -> str:
        """The text as articles have it: composed, with one kind of line end."""
        return plain(self.stored)


def sources(root: Any, project: Project, told: Counter[str]) -> Iterator[Source]:
    """The texts of a project; a PDF's is its representation. What is left out is counted in `told`."""
    variables = {plain_guid(one.get("guid")): one.get("name") or "" for one in grandchildren(root, "Variables")}
    for node in grandchildren(root, "Sources"):
        for text in (node, *children(node, "Representation")):
            if coded := sum(1 for _ in children(text, "Coding")):
                told["codings of whole sources"] += coded
            if local(text) not in ("TextSource", "Representation"):
                continue
            raw = content(text, project)
            if raw is None:
                told["texts that are not in the file"] += 1
                continue
            known = {**_values(node, variables), "name": node.get("name") or ""}
            yield Source(raw, text, _target(known, plain_guid(node.get("guid"))), known)


def _values(node: Any, variables: dict[str, str]) -> dict[str, str]:
    """What variables say of a source, by their names."""
    given = dict[str, str]()
    for value in children(node, "VariableValue"):
        for name in targets(value, "VariableRef"):
            words = (child.text or "" for child in value if local(child) != "VariableRef")
            given[variables.get(name, "")] = next(words, "")
    return given


def _target(known: dict[str, str], guid: str) -> Target:
    kind, _, name = known.get(next(iter(VARIABLES)), "").partition(":")
    if name and kind in ("article", "briefing"):
        return Target("briefing" if kind == "briefing" else "article", name)
    return Target("article", f"{NAMED}{guid}")


def content(node: Any, project: Project) -> str | None:
    """The plain text of a source or note as stored, with its byte order mark; None where there is none to be had."""
    path = node.get("plainTextPath") or ""
    if not path:
        return next((child.text or "" for child in children(node, "PlainTextContent")), None)
    data = project.source(path)
    if data is None:
        return None
    try:
        utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
        return BOM + data.decode("utf-16") if utf_16 else data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotesError("a text of the project is not UTF-8", where=path, remedy="Export it again.") from error


def plain(text: str) -> str:
    """A text as articles have it: composed, with one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def offsets(stored: str, text: str) -> Callable[[int], int]:
    """How offsets of a text as stored become offsets of `text`, which is `plain(stored)`."""
    if stored == text:
        return lambda offset: offset
    if not unicodedata.is_normalized("NFC", stored):
        return lambda offset: len(plain(stored[:offset]))
    dropped = [found.end() for found in re.finditer("\r(?=\n)", stored)]  # the places of these line feeds
    return lambda offset: offset - bisect_left(dropped, offset)


def article_of(source: Source) -> Article:
    """A text of a project as an article, under the name its notes use."""
    outlet = source.known.get("outlet") or UNKNOWN_OUTLET
    title = source.known.get("title") or source.known["name"] or None
    target = source.target
    name = target.name if target.kind == "article" else str(target)
    return Article(name, outlet, source.text, harmless(title) if title else None)
