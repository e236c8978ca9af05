"""What a search found, as the rows of a list: hits with their copies, and what else may be asked. Pure.

Not here: asking for it (`searching.py`), places in columns and bars of use (`found_places.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from briefings.article import NO_TITLE
from index.engine import Hit, Line, Results, Side
from tui.found_places import LINE, NOT_OUTLETS, line_key, line_rows
from tui.searching import BRIEFING, Answer, key_of
from tui.widgets.lines_list import Row

ASK = "ask:"
"""Before a query in the key of a row: to ask for it."""
NOT_FOUND = "Not found in the stored texts"
SORTED: Mapping[Side | None, str] = {
    None: "as found",
    "left": "by the words before",
    "right": "by the words after",
}
"""What is said of the order of places."""
OPENED, FOLDED = "▾", "▸"
ELSEWHERE = "in the archive only · "
"""Before a hit that the library does not have."""
LANGUAGE = (
    "border talks          both words, in any of their forms",
    '"border talks"        one after the other; "border talks"~5: near',
    "talks AND (US OR UN)  also NOT, or a minus before a word",
    "arrest*  arest~       words that begin so; words spelt about so",
    "exact:talks           this form alone",
    "date:2023-12          also a year, a day, date:[2023-12-20 TO 2024-01]",
    "outlet:news  credit:AP  title:talks  quote:jobs  speaker:lopez",
    "kind:note  has:note  code:cause  briefing:talks",
)
"""The query language in short, for who has typed nothing yet; docs/search.md tells all of it."""


def row_key(hit: Hit) -> str:
    """The key of a hit's row: `article:ID`, `briefing:STEM` or `note:ID`."""
    return f"article:{hit.id}" if hit.kind == "article" else hit.id


def said_of(answer: Answer) -> str:
    """How much was found, in which order it is listed, and what else is to be said of it, in one line."""
    question, results = answer.question, answer.results
    if not question.query.strip():
        return f"Type to search{', or choose a saved search:' if answer.saved else '.'}"
    if not results.total:
        return " · ".join(filter(None, (NOT_FOUND, results.advice)))
    order = _places_said(answer) if question.in_columns else f" by {question.order}{_few(answer)}"
    return " · ".join(filter(None, (f"{results.total:,} found{order}", results.advice)))


def rows_of(answer: Answer, room: int, unfolded: Collection[str] = ()) -> list[Row]:
    """The rows of an answer: places where they were asked for, else hits; where nothing is found, what else to ask.

    room: cells of a row. unfolded: as `result_rows` takes it.
    """
    if answer.lines:
        return line_rows(answer.lines, room)
    if not answer.question.query.strip():
        gap = [Row("", "legend")] if answer.saved else []
        return [*asking_rows(answer.saved), *gap, *(Row(line, "legend") for line in LANGUAGE)]
    if answer.results.corrections:
        return asking_rows(answer.results.corrections)
    return result_rows(answer, unfolded)


def line_at(answer: Answer, key: str) -> Line | None:
    """The place that a row's key stands for."""
    return next((line for line in answer.lines if line_key(line) == key), None) if key.startswith(LINE) else None


def hit_at(answer: Answer, key: str) -> Hit | None:
    """The hit, or the hit of the place, that a row's key stands for."""
    if line := line_at(answer, key):
        return line.hit
    every = (one for hit in answer.results.hits for one in (hit, *hit.twins))
    return next((hit for hit in every if row_key(hit) == key), None)


def text_of(answer: Answer, key: str) -> str:
    """The key of the text that a row's key stands for: `article:ID`, `briefing:STEM`, empty for none."""
    hit = hit_at(answer, key)
    return key_of(hit) if hit else ""


def texts_of(answer: Answer, unfolded: Collection[str] = ()) -> list[str]:
    """The keys of the texts that can be opened here, in the order of their rows."""
    listed = ((hit, *(hit.twins if row_key(hit) in unfolded else ())) for hit in answer.results.hits)
    hits = [line.hit for line in answer.lines] or [hit for entry in listed for hit in entry]
    return [text for text in dict.fromkeys(map(key_of, hits)) if text not in answer.elsewhere]


def result_rows(answer: Answer, unfolded: Collection[str] = ()) -> list[Row]:
    """The hits: outlet, day and title; the words around what was found under it; then its copies.

    In the order of outlets, under their names. unfolded: the keys of the hits whose copies are listed; of the others
    their number is said.
    """
    hits = zip(answer.results.hits, answer.snippets, strict=True)
    if answer.question.order != "outlet":
        return [row for hit, snippet in hits for row in _hit_rows(answer, hit, snippet, unfolded)]
    rows = list[Row]()
    for name, group in groupby(hits, key=lambda found: _publisher(found[0])):
        of_one = list(group)
        rows.append(Row(f"{name} · {len(of_one)}", "group"))
        rows += [row for hit, snippet in of_one for row in _hit_rows(answer, hit, snippet, unfolded)]
    return rows


def unfolding(results: Results, key: str) -> str:
    """The key of the hit whose copies are listed or folded away from `key`, its own or a copy's; empty for none."""
    holders = (hit for hit in results.hits if hit.twins and key in map(row_key, (hit, *hit.twins)))
    return next(map(row_key, holders), "")


def asking_rows(queries: Sequence[str]) -> list[Row]:
    """Queries that can be asked."""
    return [Row(query, "hit", 0, ASK + query) for query in queries]


def _hit_rows(answer: Answer, hit: Hit, snippet: str, unfolded: Collection[str]) -> Iterator[Row]:
    key = row_key(hit)
    yield Row(_head(answer, hit, is_grouped=answer.question.order == "outlet"), "hit", 0, key)
    yield Row(snippet, "snippet", 2, key)
    if hit.twins:
        yield Row(f"{OPENED if key in unfolded else FOLDED} the same copy at {len(hit.twins)} more", "copies", 2, key)
    if key in unfolded:
        yield from (Row(_head(answer, twin), "copy", 4, row_key(twin)) for twin in hit.twins)


def _few(answer: Answer) -> str:
    """How many are listed, where those are not all."""
    listed = sum(1 + len(hit.twins) for hit in answer.results.hits)
    return f", {listed:,} listed" if 0 < listed < answer.results.total else ""


def _places_said(answer: Answer) -> str:
    """How many places are listed, of how many texts where those are not all, and whether there are more."""
    texts = len({line.hit.id for line in answer.lines})
    few = f", in {texts:,} of them" if 0 < texts < answer.results.total else ""
    first, end = ("the first ", "; go to the end for more") if answer.has_more else ("", "")
    return f", {first}{len(answer.lines):,} places {SORTED[answer.question.side]}{few}{end}"


def _publisher(hit: Hit) -> str:
    return hit.outlet or NOT_OUTLETS


def _head(answer: Answer, hit: Hit, *, is_grouped: bool = False) -> str:
    """The first row of a hit. is_grouped: whether its outlet stands above it."""
    day = hit.published.isoformat() if hit.published else "date unknown"
    what = (day if is_grouped else f"{hit.outlet} · {day}") if hit.outlet else "briefing"
    what = f"note on {what}" if hit.kind == "note" else what
    away = ELSEWHERE if key_of(hit) in answer.elsewhere else ""
    on_briefing = hit.article.removeprefix(BRIEFING) if hit.article.startswith(BRIEFING) else ""
    return f"{away}{what} · {hit.title or on_briefing or NO_TITLE}"
