"""`rashomon list`: the articles and briefings of the library."""

from __future__ import annotations

import argparse

from briefings.briefing import read_briefing
from briefings.errors import BriefingError
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `list` takes."""
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print every article's heading and every briefing; a broken briefing makes the status 1."""
    with open_library(options) as library:
        articles = [
            {
                "id": h.id,
                "outlet": h.outlet,
                "published": h.published.isoformat() if h.published else None,
                "credit": h.credit,
                "title": h.title,
                "words": h.words,
                "retold": h.retold,
            }
            for h in library.headings()
        ]
        briefings, problems = [], []
        for path in library.briefings():
            try:
                briefing = read_briefing(path)
                briefings.append({"name": path.stem, "title": briefing.title, "sources": list(briefing.sources)})
            except BriefingError as error:
                problems.append(str(error))
    if options.json:
        print_json({"articles": articles, "briefings": briefings, "problems": problems})
        return 1 if problems else 0
    columns = ("id", "outlet", "published", "credit", "words", "title")
    rows = [
        [str(a[c] if a[c] is not None else "unknown" if c == "published" else "") for c in columns] for a in articles
    ]
    print_table("Articles", columns, rows)
    print()
    print_table(
        "Briefings", ("name", "title", "articles"), [(b["name"], b["title"], str(len(b["sources"]))) for b in briefings]
    )
    for problem in problems:
        print(f"\n{problem}")
    return 1 if problems else 0
