"""`rashomon show`: one article, how each of its fields is known, its text; or its original with what was left out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from briefings.article import Article
from briefings.copies import Copy, Kind
from briefings.library import Original
from briefings.relining import lines_of
from tui.verbs.choice import find_article, open_library
from tui.verbs.output import print_json, print_lines, print_table

_KINDS: dict[Kind, str] = {"version": "a version of the same story:", "same copy": "same copy as"}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `show` takes."""
    parser.add_argument("id", metavar="ID", help="an article's id, or its beginning")
    parser.add_argument(
        "--original", action="store_true", help="the original: `+` lines became text, `-` lines did not"
    )
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the article or its original."""
    with open_library(options) as library:
        article = find_article(library, options.id)
        original = library.original(article.id)
        copies = library.copies(article.id)
        lines = lines_of(library, article.id) if options.original else []
    if options.json:
        print_json(_as_dict(article, original) | {"copies": [asdict(copy) for copy in copies]})
    elif options.original:
        for line in lines:
            print_lines(f"{'+' if line.kept else '-'} {line.text}")
    else:
        _print(article, original, copies)
    return 0


def _as_dict(article: Article, original: Original | None) -> dict[str, object]:
    fields = ("id", "outlet", "title", "url", "byline", "credit", "retold", "text")
    return {
        **{field: getattr(article, field) for field in fields},
        "published": article.published.isoformat() if article.published else None,
        "paragraphs": [list(span) for span in article.paragraphs],
        "source": original and {"name": original.name, "format": original.format, "bytes": len(original.data)},
        "fields": original and {name: asdict(field) for name, field in original.fields.items()},
    }


def _print(article: Article, original: Original | None, copies: Sequence[Copy]) -> None:
    fields = original.fields if original else {}
    rows = [(name, field.value or "—", field.confidence, field.evidence) for name, field in fields.items()]
    retold = " · retold, not the outlet's own words" if article.retold else ""
    print_table(f"{article.id}{retold}", ("field", "value", "how known", "the words it rests on"), rows)
    for copy in copies:
        print_lines(f"{_KINDS[copy.kind]} {copy.id} ({copy.share:.0%} of the shorter text's eight-word runs)")
    for number, span in enumerate(article.paragraphs, 1):
        print_lines(f"\n¶{number} {span.of(article.text)}")
