"""`rashomon brief`: a new briefing, a first draft of one, and the curator's checks."""

from __future__ import annotations

import argparse
from datetime import date

from briefings.briefing import front_matter, write_briefing
from briefings.check import check
from briefings.errors import BriefingError
from tui.cli import library_options
from tui.verbs.choice import find_article, find_briefing, open_library
from tui.verbs.output import print_json, print_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `brief` and its three parts take."""
    parts = parser.add_subparsers(dest="part", required=True, metavar="new|draft|check")
    for name, summary in (("new", "write a briefing file for a meeting"), ("draft", "the same, with a first draft")):
        part = parts.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        library_options(part)
        part.add_argument("title", metavar="TITLE", help="what the meeting is called")
        part.add_argument("ids", nargs="+", metavar="ID", help="the articles that report it")
        part.add_argument("--date", type=_day, metavar="YYYY-MM-DD", help="the day of the meeting")
        part.add_argument("--place", metavar="PLACE", help="where it was held")
        part.add_argument("--json", action="store_true", help="print the path as JSON")
    part = parts.add_parser("check", help="check what briefings cite", description="Check what briefings cite.")
    library_options(part)
    part.add_argument("names", nargs="*", metavar="BRIEFING", help="briefings to check (default: all)")
    part.add_argument("--json", action="store_true", help="print what was found as JSON")


def run(options: argparse.Namespace) -> int:
    """Do the part that was asked for."""
    return _check(options) if options.part == "check" else _write(options)


def _write(options: argparse.Namespace) -> int:
    from briefings.draft import begun, draft

    with open_library(options) as library:
        articles = [find_article(library, word) for word in dict.fromkeys(options.ids)]
        body = begun(options.title, articles)
        if options.part == "draft":
            from briefings.framing import compare

            ids = [article.id for article in articles]
            whole = draft(options.title, options.date, compare(articles))
            body = whole.removeprefix(front_matter(options.title, options.date, ids))
        folder = library.folder / "briefings"
        path = write_briefing(folder, options.title, options.date, [a.id for a in articles], options.place, body)
    if options.json:
        print_json({"name": path.stem, "path": str(path)})
    else:
        print_lines(f"{path}\nRead it with `rashomon`, compare with `rashomon compare {path.stem}`.")
    return 0


def _check(options: argparse.Namespace) -> int:
    findings = []
    with open_library(options) as library:
        articles = {article.id: article for article in library.articles()}
        names = options.names or [path.stem for path in library.briefings()]
        for name in names:
            try:
                briefing = find_briefing(library, name)
            except BriefingError as error:
                line = error.where.rpartition(":")[2]
                at = int(line) if line.isdigit() else 1
                findings.append({"briefing": name, "line": at, "what": error.what, "remedy": error.remedy})
                continue
            if briefing is None:
                raise BriefingError(f"there is no briefing called {name!r}", where=str(library.folder / "briefings"))
            findings += [
                {"briefing": name, "line": f.line, "what": f.what, "remedy": f.remedy}
                for f in check(briefing, articles)
            ]
    if options.json:
        print_json(findings)
    else:
        for finding in findings:
            print_lines("{briefing}:{line}: {what}. {remedy}".format(**finding))
        print_lines(f"{len(names)} checked, {len(findings)} to look at")
    return 1 if findings else 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2023-12-27") from None
