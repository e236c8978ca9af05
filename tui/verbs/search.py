"""`rashomon search`: what the outlets wrote, found and shown in a snippet, in columns, or counted by outlet."""

from __future__ import annotations

import argparse
import sys

from briefings.article import NO_TITLE
from briefings.sources.decode import normalise
from index import open_engine
from index.engine import Engine, Hit, Results
from index.snippets import snippet
from tui.verbs.choice import open_library
from tui.verbs.in_columns import print_lines_in_columns, print_usage, report_line, report_usage
from tui.verbs.output import print_json, print_lines

_WIDTH = 40


def arguments(parser: argparse.ArgumentParser) -> None:
    """What `search` takes."""
    parser.add_argument(
        "query",
        nargs="+",
        metavar="WORDS",
        help='words, "phrases", AND OR NOT, outlet:NAME, date:2023-12, quote:WORD; after -- where they begin with -',
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="how many at the most (default 20)")
    parser.add_argument(
        "--by", choices=("relevance", "date", "outlet"), default="relevance", help="the order of the hits"
    )
    parser.add_argument("--each", action="store_true", help="list the same copy at each outlet, not under one line")
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--kwic", action="store_true", help="show each place with the words on both sides, in columns")
    shown.add_argument("--usage", action="store_true", help="show how often each outlet uses the words, per 1,000")
    parser.add_argument("--sort", choices=("left", "right"), help="with --kwic: by the words before, or after")
    parser.add_argument("--json", action="store_true", help="print as JSON")


def run(options: argparse.Namespace) -> int:
    """Print what is found; status 1 where there is nothing."""
    query = normalise(" ".join(options.query))
    with open_library(options) as library:
        engine = open_engine(library)
        try:
            engine.refresh()
            results = engine.search(query, options.limit, order=options.by, fold=not options.each)
            if results.advice:
                print(f"rashomon: {results.advice}", file=sys.stderr)
            shown = _columns if options.kwic else _usage if options.usage else _hits
            shown(engine, results, options)
        finally:
            engine.close()
    return 0 if results.total else 1


def _hits(engine: Engine, results: Results, options: argparse.Namespace) -> None:
    hits = [_report(engine, results.query, hit) for hit in results.hits]
    if options.json:
        print_json(_answer(results) | {"hits": hits})
        return
    print_lines(f"{results.total} found for {results.query}")
    for report, hit in zip(hits, results.hits, strict=True):
        print_lines(f"\n{' · '.join(_head(hit))}\n{hit.title or NO_TITLE}\n  {report['marked']}")
        if hit.twins:
            others = ", ".join(f"{twin.outlet} ({twin.id})" for twin in hit.twins)
            print_lines(f"  the same copy at {len(hit.twins)} more: {others}")


def _head(hit: Hit) -> list[str]:
    day = hit.published.isoformat() if hit.published else "date unknown"
    what = f"{hit.kind} on {hit.article}" if hit.article else hit.kind if hit.kind != "article" else ""
    return [part for part in (hit.id, what, hit.outlet, day, hit.credit or "") if part]


def _columns(engine: Engine, results: Results, options: argparse.Namespace) -> None:
    lines = engine.concordance(results.query, options.limit, sort=options.sort, width=_WIDTH)
    if options.json:
        print_json(_answer(results) | {"lines": [report_line(line) for line in lines]})
    else:
        print_lines_in_columns(lines)


def _usage(engine: Engine, results: Results, options: argparse.Namespace) -> None:
    uses = engine.usage(results.query)
    if options.json:
        print_json(_answer(results) | {"outlets": [report_usage(use) for use in uses]})
    else:
        print_usage(results.query, uses)


def _answer(results: Results) -> dict[str, object]:
    """What is said of an answer, however it is shown."""
    return {
        "query": results.query,
        "total": results.total,
        "problem": results.problem,
        "corrections": list(results.corrections),
        "partial": results.partial,
    }


def _report(engine: Engine, query: str, hit: Hit) -> dict[str, object]:
    text = engine.text(hit)
    spans = engine.matches(query, text)
    part = snippet(text, spans)
    return {
        "id": hit.id,
        "kind": hit.kind,
        "outlet": hit.outlet,
        "credit": hit.credit,
        "article": hit.article or None,
        "title": hit.title,
        "published": hit.published.isoformat() if hit.published else None,
        "score": round(hit.score, 4),
        "spans": [list(span) for span in spans],
        "snippet": part.text,
        "marked": part.bracketed,
        "twins": [{"id": twin.id, "outlet": twin.outlet} for twin in hit.twins],
    }
