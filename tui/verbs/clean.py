"""`rashomon clean`: the originals read again with the cleaner there is now; notes are carried along or told as lost."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from briefings.errors import SourceError
from briefings.library import Library
from briefings.relining import BY_HAND, clean_again
from tui.cli import DONE, PROBLEMS
from tui.verbs.choice import find_article, open_library
from tui.verbs.output import print_json, print_lines
from tui.verbs.progress import Progress

CHANGED = "changed"
KEPT = "kept as chosen by hand"
NO_ORIGINAL = "no original is kept"


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `clean` takes."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="articles to clean again (default: all)")
    parser.add_argument("--json", action="store_true", help="print what changed, and what was left alone, as JSON")


def run(options: argparse.Namespace) -> int:
    """Clean every article named, each in a change of its own that can be taken back.

    Status 1 where a note was lost, or an original could not be read.
    """
    told, failed = list[dict[str, Any]](), 0
    with open_library(options) as library, Progress(sys.stderr) as progress:
        ids = [find_article(library, word).id for word in options.ids] or [one.id for one in library.headings()]
        progress.of = len(ids)
        for number, id in enumerate(ids, 1):
            progress.show(number, id)
            try:
                told += _cleaned(library, id)
            except SourceError as error:
                failed += 1
                progress.clear()
                print(f"rashomon: {error}", file=sys.stderr)
    lost = sum(len(one["lost_their_place"]) for one in told)
    if options.json:
        print_json(told)
    else:
        _print(told, len(ids) - failed, lost)
    return PROBLEMS if lost or failed else DONE


def _cleaned(library: Library, id: str) -> list[dict[str, Any]]:
    """What was done to one article, and why where nothing could be; nothing where it reads as before."""
    before = library.article(id)
    changed = clean_again(library, id)
    if changed is None:
        what = KEPT if BY_HAND.intersection(library.edits(id)) else NO_ORIGINAL
        return [{"id": id, "what": what, "moved": 0, "found": 0, "lost_their_place": []}]
    if changed.article == before:
        return []
    counts = {"moved": len(changed.moved), "found": len(changed.found)}
    return [{"id": id, "what": CHANGED, **counts, "lost_their_place": [note.id for note in changed.lost]}]


def _print(told: list[dict[str, Any]], read: int, lost: int) -> None:
    changes = [one for one in told if one["what"] == CHANGED]
    for one in told:
        notes = f"; notes moved {one['moved']}, found again {one['found']}" if one["what"] == CHANGED else ""
        print_lines(f"{one['id']}: {one['what']}{notes}")
    left = len(told) - len(changes)
    print_lines(f"{read - left} read again, {len(changes)} changed, {left} left alone, {lost} notes lost their place")
