"""RSS and Atom feeds -> articles, one for each entry. Nothing is fetched here (`gather.py` follows links).

Many feeds carry the opening of a story only. An entry without the full text is kept with what it has, and its format
says so: `RSS feed, summary only`.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from typing import Any

from briefings.errors import NoArticle, SourceError
from briefings.sources.address import web_address
from briefings.sources.assemble import assemble, stated
from briefings.sources.credit import credit_beside
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.feed_entries import split_entries
from briefings.sources.feed_lines import feed_lines
from briefings.sources.feed_text import breaks_off, paragraphs_of
from briefings.sources.headline import posted_on
from briefings.sources.imported import UNKNOWN, Field, Imported
from briefings.sources.original import places
from briefings.sources.prolog import first_element, refuse_entities, root_name

SUMMARY_ONLY = ", summary only"
"""What ends the format of an entry whose feed does not carry its full text."""

_ROOTS = {"rss": "RSS feed", "rdf": "RSS feed", "feed": "Atom feed"}
_NAMESPACES = {"rdf": "purl.org/rss/", "feed": "/atom"}
_HEAD = 4000  # code points in which the root's namespaces stand
_LONGEST = 100  # code points of a day with its hour
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")

Entry = Any  # feedparser's dictionaries


def is_feed(text: str) -> bool:
    """Whether `text` is an RSS (0.9 to 2.0) or Atom feed."""
    root = root_name(text)
    start = first_element(text)
    return root in _ROOTS and _NAMESPACES.get(root, "") in text[start : start + _HEAD].lower()


def is_summary(imported: Imported) -> bool:
    """Whether an article is what a feed told of it, and not its full text."""
    return imported.format.endswith(SUMMARY_ONLY)


def read_feed(text: str, name: str = "") -> Iterator[Imported]:
    """Every entry of the feed in `text` that has words, in order.

    Raises NoArticle for a feed without entries, SourceError for one that declares entities.
    """
    refuse_entities(text, name)
    sources = split_entries(text)
    if not sources:
        raise NoArticle("The feed has no entries", where=name, remedy="Look whether the site names another feed.")
    form = _ROOTS[root_name(text)]
    read = 0
    for source in sources:
        parsed = _parse(source)
        if parsed.entries and (imported := _read(parsed.entries[0], parsed.feed, source, form, name)):
            read += 1
            yield imported
    if not read:
        raise NoArticle("No entry of the feed has any words", where=name, remedy="Add the pages it links to.")


def _parse(source: str) -> Any:
    """`source` parsed; from memory and as UTF-8, because feedparser would open a text that looks like an address."""
    import feedparser  # type: ignore[import-untyped]

    headers = {"content-type": "application/xml; charset=utf-8"}
    return feedparser.parse(io.BytesIO(source.encode("utf-8", "replace")), response_headers=headers)


def _read(entry: Entry, feed: Entry, source: str, form: str, name: str) -> Imported | None:
    """The article of one entry; None for an entry without a title and words."""
    full = next((part.value for part in entry.get("content", ()) if part.get("value", "").strip()), "")
    summary = entry.get("summary") or ""
    paragraphs = paragraphs_of(full or summary)
    title = plain(entry.get("title"))
    if not full or breaks_off(full):
        form += SUMMARY_ONLY
    if not paragraphs:
        paragraphs = [title] if title else []
    fields = {
        "title": stated(title, f"title: {title}"),
        "outlet": _outlet(entry, feed, source),
        "published": _published(entry),
        "byline": _byline(entry),
        "url": _link(entry),
    }
    fields["credit"] = credit_beside(fields, paragraphs)
    try:
        kept = places(source, paragraphs)
        return assemble(source.encode("utf-8"), source, paragraphs, fields, form=form, where=name, kept=kept)
    except SourceError:
        return None


def _outlet(entry: Entry, feed: Entry, written: str) -> Field:
    """The publisher where the entry (`written`: its source) names one, or where its text says that it came first.

    Else the feed's name, which often is the outlet's with a section.
    """
    publisher = plain(entry.get("publisher"))
    if publisher and "@" not in publisher:
        return stated(publisher, f"publisher: {publisher}")
    if "first" in written and (posted := _posted(written)).value:
        return posted
    source = plain((entry.get("source") or {}).get("title"))
    if source:
        return Field(source, "inferred", f"source: {source}")
    title = plain(feed.get("title"))
    return Field(title, "inferred", f"title of the feed: {title}") if title else UNKNOWN


def _posted(written: str) -> Field:
    """The outlet that the last closing line of an entry names: `The post TITLE appeared first on OUTLET.`"""
    named = [Field(outlet, "stated", line) for _, line in feed_lines(written) if (outlet := posted_on(line))]
    return named[-1] if named else UNKNOWN


def _published(entry: Entry) -> Field:
    """The day of publication; that of the last change lets it be inferred."""
    if day := find_day(words := plain(entry.get("published"))[:_LONGEST]):
        return stated(day.isoformat(), f"published: {words}")
    if "updated" in entry and (day := find_day(words := plain(entry["updated"])[:_LONGEST])):
        return Field(day.isoformat(), "inferred", f"updated: {words}")
    return UNKNOWN


def _byline(entry: Entry) -> Field:
    names = [plain(author.get("name")) for author in entry.get("authors", ())] or [plain(entry.get("author"))]
    words = ", ".join(dict.fromkeys(name for name in names if name and "@" not in name))
    return stated(words, f"author: {words}")


def _link(entry: Entry) -> Field:
    address = web_address(entry.get("link"))
    return stated(address, f"link: {address}")


def plain(words: str | None) -> str:
    """The words of a field that may hold HTML, on one line."""
    return " ".join(normalise(html.unescape(_TAG.sub(" ", words or ""))).split())
