"""The parts of `rashomon index` that speak to an archive: `push` sends the library there, `take` brings articles home.

Not here: searching an archive, which `rashomon search --engine` does like any search.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from briefings.errors import EngineError
from briefings.library import Library
from index import ENGINE, HERE
from tui.verbs.output import print_json, print_lines
from tui.verbs.progress import Progress

if TYPE_CHECKING:
    from index.opensearch.archive import Archive

_STEP = 100


def archive_arguments(parser: argparse.ArgumentParser) -> None:
    """What `push` and `take` take beside the archive's address."""
    parser.add_argument("ids", nargs="*", metavar="ID", help="take: the articles to bring into the library")
    parser.add_argument("--notes", action="store_true", help="push: send notes too; they are private otherwise")
    parser.add_argument("--anew", action="store_true", help="push: send everything, not only what changed")
    parser.add_argument("--remap", action="store_true", help="push: first fill a new index beside the old one")
    parser.add_argument("--shards", type=int, metavar="N", help="push: parts of an archive that is made or re-mapped")


def push_library(library: Library, options: argparse.Namespace) -> int:
    """Send what changed; status 0."""
    from index.opensearch.mapping import SHARDS
    from index.opensearch.push import push
    from index.opensearch.remap import remap

    archive, progress = _archive(), Progress(sys.stderr)
    progress.of = len(library.headings())

    def show(number: int) -> None:
        if number % _STEP == 0:
            progress.show(number, str(archive.address))

    try:
        mapped = remap(archive, options.shards) if options.remap else None
        shards = options.shards or SHARDS
        sent = push(archive, library, with_notes=options.notes, anew=options.anew, shards=shards, progress=show)
        held = archive.count()
    finally:
        progress.clear()
        archive.close()
    if options.json:
        print_json({"archive": str(archive.address), "sent": sent, "remapped": mapped, "documents": held})
    else:
        print_lines(f"{sent} documents sent to {archive.address}, which holds {held}")
    return 0


def take_articles(library: Library, options: argparse.Namespace) -> int:
    """Bring articles of the archive into the library, without their originals; status 0. Raises UnknownArticle."""
    from index.opensearch.mapping import article_of

    if not options.ids:
        raise EngineError("no article is named", remedy="`rashomon search --engine ...` shows the ids.")
    archive = _archive()
    try:
        articles = [article_of(archive.get(id)) for id in options.ids]
    finally:
        archive.close()
    taken = [{"id": article.id, "outlet": article.outlet, "new": library.add(article)} for article in articles]
    if options.json:
        print_json(taken)
    else:
        for one in taken:
            print_lines(f"{one['id']} · {one['outlet']} · {'taken' if one['new'] else 'was there already'}")
    return 0


def _archive() -> Archive:
    """The archive the reader named. Raises EngineError where none is."""
    address = os.environ.get(ENGINE, "")
    if address in ("", HERE):
        raise EngineError(
            "no archive is named",
            remedy=f"Give its address with --engine, or set {ENGINE}.",
        )
    from index.opensearch.address import read_address
    from index.opensearch.archive import Archive

    return Archive(read_address(address))
