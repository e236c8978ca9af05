"""`rashomon wording`: the words outlets choose on a point, those one uses more than the others, every use of one."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from briefings import tables
from briefings.article import Article
from briefings.framing import compare
from briefings.framing.wording import concordance
from tui.verbs.choice import meeting, open_library
from tui.verbs.output import print_json, print_lines, print_table


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `wording` takes."""
    parser.add_argument("meeting", nargs="+", metavar="BRIEFING|ID", help="a briefing's name, or the ids of articles")
    parser.add_argument("--word", metavar="WORD", help="show every use of this word instead, in its line")
    parser.add_argument(
        "--no-wire", action="store_true", help="leave agency copy out and compute everything without it"
    )
    parser.add_argument("--json", action="store_true", help="print as JSON, with spans in code points")


def run(options: argparse.Namespace) -> int:
    """Print choices and distinctive words with what chance alone would give, or a concordance."""
    with open_library(options) as library:
        _, articles = meeting(library, options.meeting)
    if not options.json:
        print_lines(tables.outlets(articles))
    return _lines(articles, options) if options.word else _choices(articles, options)


def _choices(articles: Sequence[Article], options: argparse.Namespace) -> int:
    """The words outlets use in one place, then the words one uses more or less than the others."""
    comparison = compare(articles, wire=not options.no_wire)
    if options.json:
        from briefings.report import as_dict

        whole = as_dict(comparison)
        print_json({"articles": whole["articles"], "choices": whole["choices"], "outlets": whole["wording"]})
        return 0
    for make in tables.TABLES["wording"]:
        table = make(comparison)
        print()
        print_table(table.name, table.columns, [[cell.text for cell in row] for row in table.rows])
        if table.legend:
            print_lines(table.legend)
    return 0


def _lines(articles: Sequence[Article], options: argparse.Namespace) -> int:
    lines = concordance([article.text for article in articles], options.word)
    words = [line.span.of(articles[line.index].text) for line in lines]
    if options.json:
        rows = [
            {
                "article": articles[line.index].id,
                "span": line.span,
                "left": line.left,
                "word": word,
                "right": line.right,
            }
            for line, word in zip(lines, words, strict=True)
        ]
        print_json({"word": options.word, "lines": rows})
    else:
        for line, word in zip(lines, words, strict=True):
            print_lines(f"{tables.letter(line.index)}  {line.left:>40}  [{word}]  {line.right}")
        print_lines(f"{len(lines)} found")
    return 0 if lines else 1
