"""`rashomon wording`: words one outlet uses far more than the others, or every use of one word in its line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from briefings import tables
from briefings.article import Article
from briefings.framing.wording import concordance, distinctive
from tui.verbs.choice import meeting, open_library
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
    if not options.json:
        print_lines(tables.outlets(articles))
    return _lines(articles, options) if options.word else _distinctive(articles, options)


def _distinctive(articles: Sequence[Article], options: argparse.Namespace) -> int:
    found = distinctive([article.text for article in articles])
    if options.json:
        print_json(
            {
                "outlets": [
                    {
                        "article": article.id,
                        "outlet": article.outlet,
                        "words": [
                            {"word": w.word, "count": w.count, "others": w.others, "z": round(w.z, 3), "spans": w.spans}
                            for w in one.words
                        ],
                        "size": one.size,
                        "tested": one.tested,
                        "by_chance": round(one.by_chance, 2),
                    }
                    for article, one in zip(articles, found, strict=True)
                ]
            }
        )
        return 0
    for index, (article, one) in enumerate(zip(articles, found, strict=True)):
        print()
        rows = [(w.word, str(w.count), str(w.others), f"{w.z:+.2f}") for w in one.words]
        print_table(f"{tables.letter(index)} {article.outlet}", ("word", "here", "others", "z"), rows)
        print_lines(f"{one.tested} words tested; chance alone would list about {one.by_chance:.1f} of them")
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
