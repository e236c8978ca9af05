"""`rashomon index`: how the search index stands, building it anew, sending the library to an archive."""

from __future__ import annotations

import argparse
import sys

from index import notice_of, open_engine
from index.engine import Engine
from tui.verbs.archive import archive_arguments, push_library, take_articles
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines

_OF_ARCHIVES = {"push": push_library, "take": take_articles}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `index` takes."""
    what = "tell how it stands; do what waits; build it anew; send the library to an archive; take articles from one"
    parser.add_argument("part", choices=("status", "update", "rebuild", "push", "take"), help=what)
    archive_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for; status 1 when the index is behind the library."""
    with open_library(options) as library:
        if options.part in _OF_ARCHIVES:
            return _OF_ARCHIVES[options.part](library, options)
        engine = open_engine(library)
        try:
            if options.part == "rebuild":
                engine.rebuild()
            if options.part == "update":
                _update(engine)
            status = engine.status()
            if notice := notice_of(engine):
                print(f"rashomon: {notice}", file=sys.stderr)
        finally:
            engine.close()
    if options.json:
        known = {"folder": status.folder, "documents": status.documents, "waiting": status.waiting}
        print_json(known | {"unheard": status.unheard})
    else:
        print_lines(f"{status.documents} documents in {status.folder}, {status.waiting} waiting to be indexed")
        if status.unheard:
            print_lines(f"the quoted speech of {status.unheard} is not read yet; `rashomon index update` reads it")
    return 1 if status.waiting else 0


def _update(engine: Engine) -> None:
    """Bring the index up to the library and do what waits for idle time, telling how much is left."""
    engine.refresh()
    while engine.tend():
        left = engine.status().unheard
        if left:
            print(f"rashomon: the quoted speech of {left} articles is left to read", file=sys.stderr)
