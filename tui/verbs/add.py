"""`rashomon add`: sources into the library, with what was taken for each field and how it is known."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import cache, partial
from typing import Any
from urllib.parse import urlsplit

from briefings.errors import RashomonError, SourceError
from briefings.library import Library
from briefings.site_lines import FurtherPages
from briefings.sources.decode import disarm
from briefings.sources.files import MOST_BYTES
from briefings.sources.gather import Fetch
from briefings.sources.imported import Imported
from briefings.sources.original import original_lines
from tui.cli import COULD_NOT, DONE, PROBLEMS
from tui.gathering import Source, articles_in, sources_in, sources_of
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_table
from tui.verbs.progress import Progress

STDIN = "standard input"
STOPPED = 130
"""The exit status of a command that was stopped with ctrl+c, as shells have it."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `add` takes."""
    parser.add_argument(
        "sources", nargs="*", metavar="FILE|URL|-", help="a file, a folder, an address, or - for standard input"
    )
    parser.add_argument(
        "--clipboard", action="store_true", help="what is on the clipboard: a page's text, or addresses and files"
    )
    parser.add_argument("--allow-private", action="store_true", help="also fetch from servers of your own network")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--dry-run", action="store_true", help="say what would be taken, and write nothing")
    which.add_argument("--yes", action="store_true", help="write everything that is recognised: the default")
    parser.add_argument("--json", action="store_true", help="print what was taken as JSON")


def run(options: argparse.Namespace) -> int:
    """Add every source that can be read; those that cannot are told, and change the exit status.

    Stopped in the middle, it keeps what was added and says how far it came.
    """
    if not (options.sources or options.clipboard):
        raise RashomonError("say what to add", remedy="Give a file, a folder, an address, - or --clipboard.")
    taken: list[dict[str, Any]] = []
    failed = 0
    stopped = False
    further = FurtherPages()
    with open_library(options, create=True) as library, Progress(sys.stderr) as progress:
        try:
            for name, found in _found(options, progress):
                progress.clear()
                if isinstance(found, SourceError):
                    failed += 1
                    print(f"rashomon: {' '.join(disarm(str(found)).split())}", file=sys.stderr)
                    continue
                tidy = library.without_site_lines(found, further)
                new = not library.holds(tidy) if options.dry_run else library.add(tidy, name=name)
                if new and options.dry_run:  # what is added counts as it is in the library
                    further.add(found.article.outlet, (line.text for line in original_lines(found.decoded)))
                taken.append(_report(tidy, new, name))
                if not options.json:
                    _print(taken[-1], "would be added" if options.dry_run else "added")
        except KeyboardInterrupt:
            stopped = True
            progress.clear()
            print(f"rashomon: stopped at {progress.place}; what was added is kept.", file=sys.stderr)
        if options.json:
            print_json(taken)
        else:
            _print_sum(library, taken, "would be added" if options.dry_run else "added")
    if stopped:
        return STOPPED
    return (PROBLEMS if taken else COULD_NOT) if failed else DONE


def _found(options: argparse.Namespace, progress: Progress) -> Iterator[tuple[str, Imported | SourceError]]:
    """(name, article) of everything in the sources, or (name, error) of what cannot be read."""
    fetch = fetcher(options.sources if options.allow_private else ())
    sources = [source for name in options.sources for source in ([Source(name)] if name == "-" else sources_of([name]))]
    sources += _on_clipboard() if options.clipboard else []
    progress.of = len(sources)
    for number, source in enumerate(sources, 1):
        progress.show(number, source.name)
        given = Source(STDIN, sys.stdin.buffer.read(MOST_BYTES + 1)) if source.name == "-" else source
        for one in articles_in(given, fetch):
            yield one
            progress.show(number, source.name)


def _on_clipboard() -> list[Source]:
    from tui.clipboard import CLIPBOARD, read_clipboard

    try:
        return sources_in(read_clipboard(), CLIPBOARD)
    except SourceError as error:
        return [Source(CLIPBOARD, problem=error)]


def fetcher(trusted: Sequence[str]) -> Fetch:
    """Fetches addresses, and remembers for this command what each site allows; loads nothing before the first one.

    trusted: addresses whose hosts may stand in a private network; what a feed names elsewhere may not.
    """
    hosts = {_host(address) for address in trusted} - {None}

    @cache
    def ready() -> Callable[..., tuple[bytes, str]]:
        from briefings.sources.fetch import fetch
        from briefings.sources.robots import Robots

        return partial(fetch, robots=Robots())

    return lambda address: ready()(address, allow_private=_host(address) in hosts)


def _host(address: str) -> str | None:
    """The host of an address as given; None where it has none, or is no address at all."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def _report(imported: Imported, new: bool, name: str) -> dict[str, Any]:
    article = imported.article
    return {
        "id": article.id,
        "new": new,
        "source": name,
        "format": imported.format,
        "paragraphs": len(article.paragraphs),
        "words": len(article.text.split()),
        "fields": {field: asdict(value) for field, value in imported.fields.items()},
    }


def _print(report: dict[str, Any], done: str) -> None:
    state = done if report["new"] else "already there"
    title = (
        f"{report['id']} · {state} · {report['format']} · {report['paragraphs']} paragraphs, {report['words']} words"
    )
    rows = [(name, f["value"] or "—", f["confidence"], f["evidence"]) for name, f in report["fields"].items()]
    print_table(title, ("field", "value", "how known", "the words it rests on"), rows)
    print()


def _print_sum(library: Library, taken: list[dict[str, Any]], done: str) -> None:
    new = sum(report["new"] for report in taken)
    held = len(library.headings())
    print(f"{new} {done}, {len(taken) - new} already there; {held} article{'s' * (held != 1)} in {library.folder}")
