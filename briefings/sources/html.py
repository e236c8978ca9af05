"""HTML -> Article: trafilatura finds the text, our own cleaner stands in where the two disagree. Not here: its head.

Measured on news pages, trafilatura loses or floods a page in twenty (live blogs, lists, short wire copy); a page whose
rendered text, cleaned as a pasted one, holds mostly other paragraphs is one of these.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from briefings.errors import NoArticle
from briefings.sources import phrases
from briefings.sources.assemble import assemble
from briefings.sources.clean import Cleaned, clean
from briefings.sources.credit import credit_beside
from briefings.sources.dateline import day_among, day_between, day_of_address, day_of_dateline
from briefings.sources.decode import normalise
from briefings.sources.files import require_page
from briefings.sources.html_fields import read_html_fields
from briefings.sources.html_text import render
from briefings.sources.imported import UNKNOWN, Field, Imported
from briefings.sources.lines import key
from briefings.sources.original import places
from briefings.sources.prolog import first_element
from briefings.sources.signature import find_published

_START = re.compile(r"\s*<(?:!doctype\s+html|html|head|body|article|main)\b", re.I)
_TAG = re.compile(r"<(?:p|div|a|span|h[1-6]|ul|li|br|article|section)\b[^<>]*>", re.I)
_FEWEST_TAGS = 5
_BLOCKS = frozenset(("p", "head", "item", "quote", "code", "cell"))
_SENTENCE = re.compile(r"(?:\S+\s+){7}\S|(?:\S+\s+){2}\S*[.!?][\"”’')]*$")  # a page without one is a menu
_LARGE = 1_000_000  # code points of shown text, a thick book: one look at it has to do
_AGREE = 0.5  # of the words of both texts


def is_html(text: str) -> bool:
    """Whether `text` is a page's HTML, or a piece of one."""
    start = max(0, first_element(text))
    if _START.match(text) or _START.match(text, start):
        return True
    return text.startswith("<", start) and len(_TAG.findall(text, start, start + 20_000)) >= _FEWEST_TAGS


def read_html(data: bytes, text: str, name: str = "") -> Imported:
    """The article in `text` (decoded from `data`).

    Raises NoArticle when no paragraph is found, SourceError when what it shows is longer than any page.
    """
    tree = _parse(text, name)
    shown = render(tree)
    require_page(shown, name)
    page = clean(shown) if len(shown) <= _LARGE else None
    fields = read_html_fields(tree, lambda title: _shown_day(page, title))
    paragraphs = [paragraph for paragraph in _paragraphs(text, shown, page) if paragraph != fields["title"].value]
    fields["credit"] = credit_beside(fields, paragraphs)
    written = day_of_dateline(paragraphs), day_between(paragraphs, fields["url"]), day_of_address(fields["url"])
    fields["published"] = day_among(fields["published"], *written)
    kept = places(text, paragraphs)
    return assemble(data, text, paragraphs, fields, form="HTML", where=name, kept=kept)


def _parse(text: str, name: str) -> Any:
    from lxml import html  # type: ignore[import-untyped]
    from lxml.etree import ParserError  # type: ignore[import-untyped]

    try:
        return html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))
    except ParserError as problem:
        raise NoArticle("The page is empty", where=name, remedy="Save the page again, or paste its text.") from problem


def _shown_day(page: Cleaned | None, title: str) -> Field:
    """The day of publication that the page shows under its title."""
    lines = page.lines if page else ()
    number = next((number for number, line in enumerate(lines) if title and key(line.text) == key(title)), None)
    return find_published(page, number) if page and number is not None else UNKNOWN


def _paragraphs(text: str, shown: str, page: Cleaned | None) -> list[str]:
    """shown: what a browser shows of `text`. page: this cleaned as a pasted one; None where one look has to do."""
    found = _extracted(text, fast=page is None)
    if page is None and found:
        return found
    page = page or clean(shown)
    own = [page.lines[number].text for number in page.body]
    if own and _agreement(found, own) < _AGREE:
        return own
    return found if any(_SENTENCE.search(paragraph) for paragraph in found) else []


def _extracted(text: str, *, fast: bool) -> list[str]:
    """The paragraphs that trafilatura finds (`fast`: without its fallbacks), without those that are only chrome."""
    import trafilatura

    document = trafilatura.bare_extraction(text, include_comments=False, include_tables=False, fast=fast)
    body = getattr(document, "body", None)
    return [] if body is None else [block for block in _blocks(body) if not _is_chrome(block)]


def _agreement(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of both texts (code points) that stands in paragraphs which both have, from 0 to 1."""
    keys = {key(text) for text in one} & {key(text) for text in other}
    both = sum(len(text) for text in (*one, *other) if key(text) in keys)
    return both / max(1, sum(map(len, (*one, *other))))


def _blocks(body: Any) -> list[str]:
    """The texts of the innermost blocks of trafilatura's tree, in order."""
    blocks = []
    for element in body.iter(*_BLOCKS):
        if any(inner is not element for inner in element.iter(*_BLOCKS)):
            continue
        words = " ".join(normalise("".join(element.itertext())).split())
        if words:
            blocks.append(words)
    return blocks


def _is_chrome(block: str) -> bool:
    return phrases.is_label(block) or phrases.is_tail(block) or (phrases.is_notice(block) and len(block) < 200)
