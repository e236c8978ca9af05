"""`rashomon show`: one article, how each of its fields is known, its text; or its original with what was left out.

An article that only the archive has which is searched is shown from there; it has no original and no copies here.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import asdict

from briefings.article import Article
from briefings.copies import Copy, Kind
from briefings.edit_store import EDITABLE
from briefings.errors import UnknownArticle
from briefings.library import Library, Original
from briefings.relining import lines_of
from index import archive_in_use, notice_of, open_engine
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
    """Print the article or its original. Raises UnknownArticle, EngineError."""
    with open_library(options) as library:
        try:
            article = find_article(library, options.id)
        except UnknownArticle as error:
            _print_from_archive(library, options, error)
            return 0
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


def _print_from_archive(library: Library, options: argparse.Namespace, unknown: UnknownArticle) -> None:
    """Print an article that the archive has which is searched; raises `unknown` where there is no archive."""
    address = archive_in_use()
    if not address:
        raise unknown
    article = _ask_archive(library, options.id, unknown)
    take = f"`rashomon index take {article.id}` brings it into the library"
    if options.original:
        raise UnknownArticle(
            "the archive keeps texts, not originals", where=article.id, remedy=f"Whoever sent it has it; {take}."
        )
    if options.json:
        print_json(_as_dict(article, None) | {"copies": [], "archive": address})
        return
    known = [(name, str(getattr(article, name) or "—")) for name in EDITABLE]
    print_table(f"{article.id} · only in the archive {address}", ("field", "value"), known)
    print_lines(f"\n{take}")
    _print_text(article)


def _ask_archive(library: Library, id: str, unknown: UnknownArticle) -> Article:
    """The article as the archive keeps it. Raises UnknownArticle, which says so where the archive does not answer."""
    engine = open_engine(library)
    try:
        return engine.article(id)
    except UnknownArticle:
        notice = notice_of(engine) or "the archive that is searched has none of this id either"
        raise UnknownArticle(f"{unknown.what}; {notice}", where=unknown.where, remedy=unknown.remedy) from None
    finally:
        engine.close()


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
    _print_text(article)


def _print_text(article: Article) -> None:
    for number, span in enumerate(article.paragraphs, 1):
        print_lines(f"\n¶{number} {span.of(article.text)}")
