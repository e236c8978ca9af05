"""What a reader named -> articles: files, folders, addresses, text they pasted. Runs in workers; shared by the app
and `rashomon add`. Not here: what the bytes mean (`briefings.sources`), keeping them (`briefings.library`)."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from briefings.errors import SourceError
from briefings.sources.address import names_web
from briefings.sources.fetch import fetch
from briefings.sources.files import expand
from briefings.sources.gather import Fetch, gather, gather_from
from briefings.sources.imported import Imported

PASTED = "pasted text"
MOST_WORDS = 30
"""Words of a path: a longer line that names nothing is a text."""
_SHOWN = 200  # code points of a name that cannot be a path


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


def names_in(words: str) -> list[str]:
    """The paths and addresses in a line that a person typed: one path as it stands, or several as a shell has them."""
    words = words.strip()
    try:
        names = [str(Path(word).expanduser()) if word.startswith("~") else word for word in shlex.split(words)]
    except (ValueError, RuntimeError):
        names = words.split()
    several = any(names_web(name) or _is_there(name) for name in names)
    return names if several and not _is_there(words) else [words] if words else []


def sources_typed(words: str) -> list[Source]:
    """What a person typed in one line: what it names; a text to be read itself where it is far too long for a name."""
    names = names_in(words)
    is_text = len(words.split()) > MOST_WORDS and names == [words.strip()]
    return sources_in(words) if is_text else sources_of(names)


def sources_in(pasted: str, name: str = PASTED) -> list[Source]:
    """What a person pasted: the files and addresses that every line of it names, else a text called `name`."""
    lines = [line.strip() for line in pasted.splitlines() if line.strip()]
    if lines and all(names_web(line) or _is_there(line) for line in lines):
        return sources_of(lines)
    text = pasted.replace("\r\n", "\n").replace("\r", "\n")
    return [Source(name, text.encode("utf-8", "replace"))]


def articles_in(source: Source, fetch: Fetch = fetch) -> Iterator[tuple[str, Imported | SourceError]]:
    """(name, article) of every article in a source, or (name, error) where reading it went wrong."""
    if source.problem:
        yield source.name, source.problem
    elif source.data is not None:
        yield from gather(source.data, source.name, fetch)
    else:
        yield from gather_from(source.name, fetch)


def _sources_of(name: str) -> list[Source]:
    if names_web(name):
        return [Source(name)]
    try:
        return [
            Source(found.where, problem=found) if isinstance(found, SourceError) else Source(str(found))
            for found in expand([name])
        ]
    except SourceError as error:
        return [Source(name, problem=error)]
    except OSError as error:
        problem = SourceError(f"It cannot be read ({error.strerror})", where=name[:_SHOWN], remedy="Check the path.")
        return [Source(name[:_SHOWN], problem=problem)]


def _is_there(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:  # a name too long for a path
        return False
