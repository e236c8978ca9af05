"""`rashomon index`: how the search index stands, and building it anew."""

from __future__ import annotations

import argparse

from index import open_engine
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `index` takes."""
    parser.add_argument("part", choices=("status", "rebuild"), help="tell how it stands, or build it anew")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for; status 1 when the index is behind the library."""
    with open_library(options) as library:
        engine = open_engine(library)
        try:
            if options.part == "rebuild":
                engine.rebuild()
            status = engine.status()
        finally:
            engine.close()
    if options.json:
        print_json({"folder": status.folder, "documents": status.documents, "waiting": status.waiting})
    else:
        print_lines(f"{status.documents} documents in {status.folder}, {status.waiting} waiting to be indexed")
    return 1 if status.waiting else 0
