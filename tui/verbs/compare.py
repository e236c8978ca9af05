"""`rashomon compare`, `coverage`, `quotes`, `figures`, `sources`: a comparison, or a part of it, without the app."""

from __future__ import annotations

import argparse

from briefings import tables
from briefings.framing import compare
from briefings.framing.comparison import Comparison
from tui.verbs.choice import meeting, open_library
from tui.verbs.output import print_json, print_lines, print_table

_PARTS = {
    "compare": tuple(tables.TABLES),
    "coverage": ("coverage",),
    "quotes": ("quotes",),
    "figures": ("figures",),
    "sources": ("sources",),
}
_KEYS = {
    "coverage": ("articles", "points"),
    "quotes": ("articles", "quotes", "utterances", "cuts"),
    "figures": ("articles", "figures", "figure_groups"),
    "sources": ("articles", "sources"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `compare` and its parts take."""
    parser.add_argument(
        "meeting", nargs="+", metavar="BRIEFING|ID", help="a briefing's name, or the ids of two or more articles"
    )
    parser.add_argument(
        "--no-wire", action="store_true", help="leave agency copy out and compute everything without it"
    )
    parser.add_argument("--json", action="store_true", help="print as JSON, with spans in code points")


def run(options: argparse.Namespace) -> int:
    """Print the comparison of the meeting."""
    with open_library(options) as library:
        title, articles = meeting(library, options.meeting)
    comparison = compare(articles, wire=not options.no_wire)
    if options.json:
        from briefings.report import as_dict

        whole = as_dict(comparison)
        print_json({key: whole[key] for key in _KEYS.get(options.verb, whole)})
    else:
        _print(title, comparison, _PARTS[options.verb])
    return 0


def _print(title: str, comparison: Comparison, parts: tuple[str, ...]) -> None:
    wire = "wire shown" if comparison.wire else "wire left out"
    print_lines(
        f"{title or 'Comparison'} · {len(comparison.articles)} articles · {len(comparison.points)} points · {wire}"
    )
    print_lines(tables.outlets(comparison.articles))
    for part in parts:
        for make in tables.TABLES[part]:
            table = make(comparison)
            print()
            print_table(table.name, table.columns, [[cell.text for cell in row] for row in table.rows])
            if table.legend:
                print_lines(table.legend)
