"""Bytes -> every article in them, also through archives, lists of feeds and links. One bad part stops no other.

The network is touched only through the `fetch` that is handed in, and only for what is told here: the feeds that a list
names, and the page of an entry whose feed carries no full text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from briefings.errors import NoArticle, SourceError
from briefings.sources import read, read_all
from briefings.sources.address import names_web
from briefings.sources.archive import members
from briefings.sources.assemble import assemble, outlet_at, stated
from briefings.sources.files import MOST_BYTES, load, too_large
from briefings.sources.imported import UNKNOWN, Field, Imported

Fetch = Callable[[str], tuple[bytes, str]]
"""Address -> (bytes, the address they came from). Raises SourceError."""
Found = tuple[str, Imported | SourceError]
"""(name, article), or (name, why there is none)."""


def gather_from(source: str, fetch: Fetch | None = None) -> Iterator[Found]:
    """Everything in the file or at the address called `source`; what a feed at an address announces is fetched too."""
    on_web = names_web(source)
    try:
        if on_web and fetch is None:
            raise SourceError(
                "It stands on the web, and nothing is fetched here", where=source, remedy="Save the page."
            )
        data, name = fetch(source) if on_web and fetch else (load(source), source)
    except SourceError as error:
        yield source, error
        return
    for place, found in gather(data, name, fetch, follow=on_web):
        yield place, _at(found, name) if on_web and place == name and isinstance(found, Imported) else found


def gather(data: bytes, name: str = "", fetch: Fetch | None = None, *, follow: bool = False) -> Iterator[Found]:
    """Everything in `data`, in order: articles with the file or address they came from, and errors.

    With `fetch`, the feeds of an OPML list are fetched, and the pages that these only announce; with `follow`, also
    those that a feed in `data` announces. A page that cannot be had leaves the feed's summary, followed by the error.
    """
    if len(data) > MOST_BYTES:
        yield name, too_large(name)
        return
    found = False
    for member, content in members(data, name):
        for one in _member(content, member, fetch, follow):
            found = True
            yield one
    if not found:
        yield (
            name,
            NoArticle("No article and no feed stands in it", where=name, remedy="Look into it with its program."),
        )


def _member(content: bytes | SourceError, name: str, fetch: Fetch | None, follow: bool) -> Iterator[Found]:
    if isinstance(content, SourceError):
        yield name, content
        return
    try:
        feeds = _feeds(content, name)
    except SourceError as error:
        yield name, error
        return
    if not feeds:
        yield from _articles(content, name, fetch if follow else None)
    elif fetch:
        for address in feeds:
            yield from _fetched(address, fetch)
    else:
        yield name, SourceError(f"It lists {len(feeds)} feeds, and nothing is fetched here", where=name)


def _feeds(data: bytes, name: str) -> list[str]:
    """The addresses in an OPML list; none for anything else."""
    if data.lstrip()[:1] not in (b"<", b"\xef", b"\xfe", b"\xff"):
        return []
    from briefings.sources.decode import decode
    from briefings.sources.opml import addresses, is_opml

    try:
        text = decode(data, name)
    except SourceError:
        return []  # `read_all` says why
    return addresses(data, name) if is_opml(text) else []


def _fetched(address: str, fetch: Fetch) -> Iterator[Found]:
    try:
        data, final = fetch(address)
    except SourceError as error:
        yield address, error
        return
    yield from _articles(data, final, fetch)


def _articles(data: bytes, name: str, fetch: Fetch | None) -> Iterator[Found]:
    from briefings.sources.feed import is_summary

    try:
        for imported in read_all(data, name):
            if fetch and imported.article.url and is_summary(imported):
                yield from _completed(imported, name, imported.article.url, fetch)
            else:
                yield name, imported
    except SourceError as error:
        yield name, error


def _completed(summary: Imported, name: str, link: str, fetch: Fetch) -> Iterator[Found]:
    """The page that a feed announces; the summary where it cannot be had, or says no more than the summary."""
    try:
        data, address = fetch(link)
        page = read(data, address)
    except SourceError as error:
        yield name, summary
        yield link, error
        return
    if len(page.article.text) > len(summary.article.text):
        yield address, _with_fields_of(_at(page, address), summary)
    else:
        yield name, summary


def _at(page: Imported, address: str) -> Imported:
    """A page with the address it was fetched from, where it does not state its own."""
    if page.article.url or page.format != "HTML":
        return page
    return _with_fields(page, {"url": stated(address, f"fetched from {address}")})


def _with_fields_of(page: Imported, entry: Imported) -> Imported:
    """`page` with the fields it leaves unknown as its feed gives them."""
    own = dict(page.fields)
    if own["outlet"] == outlet_at(own["url"]):
        own["outlet"] = UNKNOWN  # the feed knows more of its name than the address
    return _with_fields(page, {name: field if field.value else entry.fields[name] for name, field in own.items()})


def _with_fields(page: Imported, fields: Mapping[str, Field]) -> Imported:
    return assemble(
        page.original,
        page.decoded,
        page.article.text.split("\n\n"),
        {**page.fields, **fields},
        form=page.format,
        kept=page.kept,
        retold=page.article.retold,
    )
