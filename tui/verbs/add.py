"""`rashomon add`: sources into the library, with what was taken for each field and how it is known."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from briefings.errors import SourceError
from briefings.library import Library
from briefings.sources.imported import Imported
from tui.cli import COULD_NOT, DONE, PROBLEMS
from tui.gathering import Source, articles_in, sources_of
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `add` takes."""
    parser.add_argument(
        "sources", nargs="+", metavar="FILE|URL|-", help="a file, a folder, an address, or - for standard input"
    )
    parser.add_argument("--json", action="store_true", help="print what was taken as JSON")


def run(options: argparse.Namespace) -> int:
    """Add every source that can be read; those that cannot are told, and change the exit status."""
    taken: list[dict[str, Any]] = []
    failed = 0
    with open_library(options, create=True) as library:
        for name, found in _found(options.sources):
            if isinstance(found, SourceError):
                failed += 1
                print(f"rashomon: {found}", file=sys.stderr)
                continue
            tidy = library.without_site_lines(found)
            taken.append(_report(tidy, library.add(tidy, name=name), name))
            if not options.json:
                _print(taken[-1])
        if options.json:
            print_json(taken)
        else:
            _print_sum(library, taken)
    return (PROBLEMS if taken else COULD_NOT) if failed else DONE


def _found(names: list[str]) -> Iterator[tuple[str, Imported | SourceError]]:
    """(name, article) of everything in the sources, or (name, error) of what cannot be read."""
    for name in names:
        stdin = name == "-"
        for source in [Source("standard input", sys.stdin.buffer.read())] if stdin else sources_of([name]):
            yield from articles_in(source)


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


def _print(report: dict[str, Any]) -> None:
    state = "added" if report["new"] else "already there"
    title = (
        f"{report['id']} · {state} · {report['format']} · {report['paragraphs']} paragraphs, {report['words']} words"
    )
    rows = [(name, f["value"] or "—", f["confidence"], f["evidence"]) for name, f in report["fields"].items()]
    print_table(title, ("field", "value", "how known", "the words it rests on"), rows)
    print()


def _print_sum(library: Library, taken: list[dict[str, Any]]) -> None:
    new = sum(report["new"] for report in taken)
    print(f"{new} added, {len(taken) - new} already there; {len(library.headings())} articles in {library.folder}")
