"""Pasted text -> Article. Not here: how lines are told apart (`clean.py`) and where fields stand (`metadata.py`)."""

from __future__ import annotations

from briefings.sources.assemble import assemble
from briefings.sources.clean import clean
from briefings.sources.files import require_page
from briefings.sources.imported import Imported
from briefings.sources.metadata import read_fields


def read_pasted(data: bytes, text: str, name: str = "") -> Imported:
    """The article in `text` (decoded from `data`), a page as it was pasted with everything around the report.

    Raises NoArticle when no line looks like a report, SourceError for a text longer than any page.
    """
    require_page(text, name)
    page = clean(text)
    fields = read_fields(page)
    title = (fields["title"].value, fields["title"].evidence)
    body = [page.lines[number] for number in page.body if page.lines[number].text not in title]
    kept = tuple(line.span for line in body)
    return assemble(data, text, [line.text for line in body], fields, form="pasted text", where=name, kept=kept)
