"""`rashomon list`: the articles and briefings of the library."""

from __future__ import annotations

import argparse

from briefings.article import NO_TITLE
from briefings.briefing import Briefing, read_briefing
from briefings.errors import BriefingError
from briefings.library import Heading, Library
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `list` takes."""
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print every article's heading and every briefing; a broken briefing makes the status 1."""
    with open_library(options) as library:
        headings = library.headings()
        briefings, problems = _briefings(library)
    if options.json:
        found = [{"name": b.path.stem, "title": b.title, "sources": b.sources} for b in briefings]
        print_json({"articles": list(map(_as_dict, headings)), "briefings": found, "problems": problems})
    else:
        print_table("Articles", ("id", "outlet", "published", "credit", "words", "title"), map(_row, headings))
        print()
        rows = [(briefing.path.stem, briefing.title, str(len(briefing.sources))) for briefing in briefings]
        print_table("Briefings", ("name", "title", "articles"), rows)
        for problem in problems:
            print_lines(f"\n{problem}")
    return 1 if problems else 0


def _briefings(library: Library) -> tuple[list[Briefing], list[str]]:
    briefings, problems = [], []
    for path in library.briefings():
        try:
            briefings.append(read_briefing(path))
        except BriefingError as error:
            problems.append(str(error))
    return briefings, problems


def _as_dict(heading: Heading) -> dict[str, object]:
    return {
        "id": heading.id,
        "outlet": heading.outlet,
        "published": heading.published.isoformat() if heading.published else None,
        "credit": heading.credit,
        "title": heading.title,
        "words": heading.words,
        "retold": heading.retold,
    }


def _row(heading: Heading) -> tuple[str, ...]:
    day = heading.published.isoformat() if heading.published else "unknown"
    title = heading.title or NO_TITLE
    return heading.id, heading.outlet, day, heading.credit or "", str(heading.words), title
