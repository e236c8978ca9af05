"""`rashomon similar`: other coverage of the meeting an article reports."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress

from briefings.article import Article
from briefings.errors import UnknownArticle
from briefings.library import Library
from index import notice_of, open_engine
from index.engine import Engine
from tui.verbs.choice import find_article, open_library
from tui.verbs.output import print_json, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `similar` takes."""
    parser.add_argument("id", metavar="ID", help="an article's id, or its beginning")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="how many at the most (default 10)")
    parser.add_argument("--each", action="store_true", help="list the same copy at each outlet, not under one line")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def _find(library: Library, engine: Engine, word: str) -> Article:
    """The article whose id is `word` or begins with it; of an archive, whose id it is. Raises UnknownArticle."""
    try:
        return find_article(library, word)
    except UnknownArticle as error:
        with suppress(UnknownArticle):
            return engine.article(word)
        raise error from None


def run(options: argparse.Namespace) -> int:
    """Print the articles, likeliest first; status 1 where there is none."""
    with open_library(options) as library:
        engine = open_engine(library)
        try:
            engine.refresh()
            article = _find(library, engine, options.id)
            hits = engine.similar(article.id, options.limit, fold=not options.each)
            if notice := notice_of(engine):
                print(f"rashomon: {notice}", file=sys.stderr)
        finally:
            engine.close()
    rows = [
        (h.id, h.outlet, h.published.isoformat() if h.published else "unknown", h.title or "", f"{h.score:.3f}")
        for h in hits
    ]
    twins = [[twin.id for twin in hit.twins] for hit in hits]
    columns = ("id", "outlet", "published", "title", "score")
    if options.json:
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        print_json([report | {"twins": same} for report, same in zip(found, twins, strict=True)])
    else:
        shown = [(*row, ", ".join(same)) for row, same in zip(rows, twins, strict=True)]
        print_table(f"Other coverage of what {article.id} reports", (*columns, "same copy"), shown)
    return 0 if hits else 1
