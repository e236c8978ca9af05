"""`rashomon search`: what the outlets wrote, found and shown in a snippet."""

from __future__ import annotations

import argparse
import sys

from briefings.article import NO_TITLE
from briefings.library import Library
from index import open_engine
from index.engine import Engine, Hit
from index.snippets import snippet
from tui.verbs.choice import open_library
from tui.verbs.output import print_json, print_lines


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` takes."""
    parser.add_argument(
        "query", nargs="+", metavar="WORDS", help='words, "phrases", AND OR NOT, outlet:NAME, date:2023-12'
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many hits at the most (default 20)")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print the hits, best first; status 1 where there is none."""
    query = " ".join(options.query)
    with open_library(options) as library:
        engine = open_engine(library)
        try:
            engine.refresh()
            results = engine.search(query, options.limit)
            hits = [_report(library, engine, query, hit) for hit in results.hits]
        finally:
            engine.close()
    if results.problem:
        print(f"rashomon: {results.problem}", file=sys.stderr)
    if options.json:
        print_json({"query": query, "total": results.total, "problem": results.problem, "hits": hits})
    else:
        print_lines(f"{results.total} found for {query}")
        for hit in hits:
            print_lines(f"\n{hit['id']} · {hit['outlet']} · {hit['published'] or 'date unknown'}")
            print_lines(f"{hit['title'] or NO_TITLE}\n  {hit['marked']}")
    return 0 if hits else 1


def _report(library: Library, engine: Engine, query: str, hit: Hit) -> dict[str, object]:
    text = document_text(library, hit)
    spans = engine.matches(query, text)
    part = snippet(text, spans)
    return {
        "id": hit.id,
        "kind": hit.kind,
        "outlet": hit.outlet,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "score": round(hit.score, 4),
        "spans": [list(span) for span in spans],
        "snippet": part.text,
        "marked": part.bracketed,
    }


def document_text(library: Library, hit: Hit) -> str:
    """The text a hit stands in: an article's, or a briefing's Markdown."""
    if hit.kind == "article":
        return library.article(hit.id).text
    from briefings.briefing import read_briefing

    return read_briefing(library.folder / "briefings" / f"{hit.id.removeprefix('briefing:')}.md").body
