"""Exports of press databases: many articles in one text, each in a block of fields -> where each block stands.

Such exports differ in order and names, and agree in form: a heading, lines that name source, day, length and author,
the body, and a line that ends the article. They are told by that form. Not here: what a block says (`press_record.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefings.article import Span
from briefings.errors import NoArticle, SourceError
from briefings.sources.imported import Imported
from briefings.sources.press_record import read_record, structure

_ENDS = re.compile(
    r"^[ \t]*(?:End of Document|Document [A-Z][A-Za-z0-9]{9,40}|AN[ \t|]+Document [A-Z][A-Za-z0-9]{9,40})[ \t|]*$", re.M
)
_STARTS = re.compile(r"^[ \t]*(?:Document[ \t]+)?\d{1,5}[ \t]+of[ \t]+\d{1,5}(?:[ \t]+DOCUMENTS?)?[ \t]*$", re.M | re.I)
_RULES = re.compile(r"^[ \t]*_{20,}[ \t]*$", re.M)


def is_press(text: str) -> bool:
    """Whether `text` holds articles in blocks of fields."""
    return any(structure(span.of(text)) for span in _blocks(text))


def read_press(text: str, name: str = "", form: str = "press database") -> Iterator[Imported]:
    """Every article of the export in `text` (decoded), in order.

    Raises NoArticle when none has a body; SourceError, after the others, when some have none.
    """
    read = empty = 0
    for span in _blocks(text):
        block = span.of(text)
        if not structure(block):
            continue
        try:
            imported = read_record(block, name, form)
        except NoArticle:
            empty += 1
            continue
        read += 1
        yield imported
    if not read:
        raise NoArticle("No article of the export has its text", where=name, remedy="Export it with the full text.")
    if empty:
        raise SourceError(
            f"{empty} of {read + empty} articles of the export have no text",
            where=name,
            remedy="Export them with the full text.",
        )


def _blocks(text: str) -> list[Span]:
    """The stretches of `text` between the lines that start or end an article, without white space around them."""
    cuts = [found.end() for found in _ENDS.finditer(text)]
    cuts += [found.start() for found in _STARTS.finditer(text)]
    if not cuts:
        cuts = [found.start() for found in _RULES.finditer(text)]
    if not cuts:
        return []
    edges = [0, *sorted(set(cuts)), len(text)]
    return [block for start, end in pairwise(edges) if (block := _trimmed(text, start, end))]


def _trimmed(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip())) if words.strip() else None
