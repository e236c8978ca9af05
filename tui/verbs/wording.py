"""`rashomon wording`: words one outlet uses far more than the others, or every use of one word in its line."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from briefings import tables
from briefings.article import Article
from briefings.framing.wording import concordance, distinctive
from tui.verbs.choice import find_briefing, meeting, open_library
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `wording` takes."""
    parser.add_argument("meeting", nargs="+", metavar="BRIEFING|ID", help="a briefing's name, or the ids of articles")
    parser.add_argument("--word", metavar="WORD", help="show every use of this word instead, in its line")
    parser.add_argument("--json", action="store_true", help="print as JSON, with spans in code points")


def run(options: argparse.Namespace) -> int:
    """Print distinctive words with what chance alone would give, or a concordance."""
    with open_library(options) as library:
        _, articles = meeting(library, options.meeting)
    print_lines(tables.outlets(articles)) if not options.json else None
    return _concordance(articles, options) if options.word else _distinctive(articles, options)
