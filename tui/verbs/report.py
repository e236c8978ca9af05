"""`rashomon report`: a comparison to take away."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from briefings.errors import RashomonError
from briefings.framing import compare
from briefings.framing.comparison import Comparison
from briefings.report import as_csv, as_dict, as_html, as_markdown
from tui.verbs.choice import meeting, open_library

_FORMATS = ("markdown", "html", "json", "csv")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `report` takes."""
    parser.add_argument("meeting", nargs="+", metavar="BRIEFING|ID", help="a briefing's name, or the ids of articles")
    parser.add_argument("--format", choices=_FORMATS, default="markdown", help="of the report (default markdown)")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it there (default: print it)")
    parser.add_argument("--no-wire", action="store_true", help="leave agency copy out")
    parser.add_argument("--json", action="store_const", const="json", dest="format", help="the same as --format json")


def run(options: argparse.Namespace) -> int:
    """Print or write the report; a file that is there already is not written over."""
    with open_library(options) as library:
        title, articles = meeting(library, options.meeting)
    text = _report(compare(articles, wire=not options.no_wire), title, options.format)
    if options.output is None:
        print(text)
        return 0
    try:
        with options.output.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise RashomonError(
            f"the report cannot be written ({error.strerror})", where=str(options.output), remedy="Name another file."
        ) from error
    return 0


def _report(comparison: Comparison, title: str, form: str) -> str:
    match form:
        case "json":
            return json.dumps(as_dict(comparison), ensure_ascii=False, indent=2)
        case "csv":
            return as_csv(comparison)
        case "html":
            return as_html(comparison, title)
        case _:
            return as_markdown(comparison, title)
