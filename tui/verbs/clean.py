"""`rashomon clean`: the originals read again with the cleaner there is now; notes are carried along or told as lost."""

from __future__ import annotations

import argparse
import sys

from briefings.errors import SourceError
from briefings.relining import clean_again
from tui.cli import DONE, PROBLEMS
from tui.verbs.choice import find_article, open_library
from tui.verbs.output import print_json, print_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `clean` takes."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="articles to clean again (default: all)")
    parser.add_argument("--json", action="store_true", help="print what changed as JSON")


def run(options: argparse.Namespace) -> int:
    """Clean every article named, each in a change of its own that can be taken back; status 1 where a note was lost."""
    changes, lost = [], 0
    with open_library(options) as library:
        ids = [find_article(library, word).id for word in options.ids] or [one.id for one in library.headings()]
        for id in ids:
            before = library.article(id)
            try:
                changed = clean_again(library, id)
            except SourceError as error:
                print(f"rashomon: {error}", file=sys.stderr)
                continue
            if changed is None or changed.article == before:
                continue
            lost += len(changed.lost)
            report = {"moved": len(changed.moved), "found": len(changed.found)}
            changes.append({"id": id, **report, "lost_their_place": [note.id for note in changed.lost]})
    if options.json:
        print_json(changes)
    else:
        for change in changes:
            print_lines("{id}: changed; notes moved {moved}, found again {found}".format(**change))
        print_lines(f"{len(ids)} read again, {len(changes)} changed, {lost} notes lost their place")
    return PROBLEMS if lost else DONE
