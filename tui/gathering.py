"""What a reader named -> articles: files, folders, addresses, text they pasted. Runs in workers; shared by the app
and `rashomon add`. Not here: what the bytes mean (`briefings.sources`), keeping them (`briefings.library`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefings.errors import SourceError
from briefings.sources import read_all
from briefings.sources.files import expand, load
from briefings.sources.imported import Imported

ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Source:
    """Something that may hold articles.

    name: its path or address, or what it is called where it has none. data: its bytes, where they are known already.
    problem: why it cannot be had.
    """

    name: str
    data: bytes | None = None
    problem: SourceError | None = None


def sources_of(names: Iterable[str]) -> list[Source]:
    """The sources that paths and addresses name, a folder's files one by one; nothing is read yet."""
    return [source for name in names for source in _sources_of(name)]


def articles_in(source: Source) -> Iterator[tuple[str, Imported | SourceError]]:
    """(name, article) of every article in a source, or (name, error) where reading it went wrong."""
    name = source.name
    try:
        if source.problem:
            raise source.problem
        name, data = _contents(source)
        for imported in read_all(data, name):
            yield name, imported
    except SourceError as error:
        yield name, error


def _sources_of(name: str) -> list[Source]:
    if name.startswith(ADDRESSES):
        return [Source(name)]
    try:
        return [Source(str(path)) for path in expand([name])]
    except SourceError as error:
        return [Source(name, problem=error)]


def _contents(source: Source) -> tuple[str, bytes]:
    """(name, bytes) of a source. Raises SourceError."""
    if source.data is not None:
        return source.name, source.data
    if source.name.startswith(ADDRESSES):
        from briefings.sources.fetch import fetch

        data, address = fetch(source.name)
        return address, data
    return source.name, load(source.name)
