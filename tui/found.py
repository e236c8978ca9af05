"""What a search found, as the rows of lists: hits with their copies, places in columns, use by outlet. Pure.

Not here: asking for it (`searching.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from briefings.article import NO_TITLE
from briefings.table import letter
from index.engine import Hit, Line, Results, Side, Usage
from tui.searching import Answer
from tui.widgets.column_view import fitted
from tui.widgets.lines_list import Row
from tui.width import cells

ASK = "ask:"
"""Before a query in the key of a row: to ask for it."""
LINE = "line:"
"""Before a number in the key of a row: the place of that number in a concordance."""
SORTED: Mapping[Side | None, str] = {
    None: "as found",
    "left": "by the words before",
    "right": "by the words after",
}
"""What is said of the order of places."""
OPENED, FOLDED = "▾", "▸"
NOT_OUTLETS = "briefings and notes"
_FEWEST_CELLS = 20
_SHORTEST_BAR, _LONGEST_BAR = 8, 40
_GAP = "   "


def key_of(hit: Hit) -> str:
    """`article:ID` or `briefing:STEM`; of a note, the text it is on."""
    id = hit.article if hit.kind == "note" else hit.id
    return id if id.startswith("briefing:") else f"article:{id}"


def said_of(answer: Answer) -> str:
    """How much was found, in which order it is listed, and what else is to be said of it, in one line."""
    question, results = answer.question, answer.results
    if not question.query.strip():
        return f"Type to search{', or choose a saved search:' if answer.saved else '.'}"
    listed = sum(1 + len(hit.twins) for hit in results.hits)
    if question.in_columns:
        listed = len({line.hit.id for line in answer.lines})
        order = f", {len(answer.lines)} places {SORTED[question.side]}"
    else:
        order = f" by {question.order}"
    few = f", {listed} listed" if 0 < listed < results.total else ""
    return " · ".join(filter(None, (f"{results.total} found{order}{few}", results.advice)))


def rows_of(answer: Answer, room: int, unfolded: Collection[str] = ()) -> list[Row]:
    """The rows of an answer: places where they were asked for, else hits; where nothing is found, what else to ask.

    room: cells of a row. unfolded: as `result_rows` takes it.
    """
    if answer.lines:
        return line_rows(answer.lines, room)
    queries = answer.saved or answer.results.corrections
    return asking_rows(queries) or result_rows(answer.results, answer.snippets, unfolded)


def line_at(answer: Answer, key: str) -> Line | None:
    """The place that a row's key stands for."""
    return answer.lines[int(key.removeprefix(LINE))] if key.startswith(LINE) else None


def text_of(answer: Answer, key: str) -> str:
    """The key of the text that a row's key stands for: `article:ID`, `briefing:STEM`, empty for none."""
    line = line_at(answer, key)
    return key_of(line.hit) if line else "" if key.startswith(ASK) else key


def result_rows(results: Results, snippets: Sequence[str], unfolded: Collection[str] = ()) -> list[Row]:
    """The hits: outlet, day and title; the words around what was found under it; then its copies.

    unfolded: the keys of the hits whose copies are listed; of the others their number is said.
    """
    rows = []
    for hit, line in zip(results.hits, snippets, strict=True):
        key = key_of(hit)
        is_open = key in unfolded
        rows.append(Row(_head(hit), "hit", 0, key))
        rows.append(Row(line, "snippet", 2, key))
        if hit.twins:
            sign = OPENED if is_open else FOLDED
            rows.append(Row(f"{sign} the same copy at {len(hit.twins)} more", "copies", 2, key))
        rows += [Row(_head(twin), "copy", 4, key_of(twin)) for twin in hit.twins if is_open]
    return rows


def unfolding(results: Results, key: str) -> str:
    """The key of the hit whose copies are listed or folded away from `key`, its own or a copy's; empty for none."""
    holders = (hit for hit in results.hits if hit.twins and key in map(key_of, (hit, *hit.twins)))
    return next(map(key_of, holders), "")


def asking_rows(queries: Sequence[str]) -> list[Row]:
    """Queries that can be asked."""
    return [Row(query, "hit", 0, ASK + query) for query in queries]


def line_rows(lines: Sequence[Line], room: int) -> list[Row]:
    """A concordance: what the marks stand for, then each place with its mark, the words found under one another.

    room: cells of a row; `index/concordance.py` cut the words around to more than that.
    """
    marks = marks_of([line.hit.outlet for line in lines])
    widest = max((cells(mark) for mark in marks.values()), default=0)
    rows = [Row(text, "legend") for text in _legend(marks, room)]
    before = max(_FEWEST_CELLS, room - widest - 1) * 2 // 5
    for number, line in enumerate(lines):
        text = f"{marks[line.hit.outlet]:<{widest}} {_ending(line.left, before)}[{line.word}]{line.right}"
        rows.append(Row(text, "place", 0, f"{LINE}{number}"))
    return rows


def use_rows(uses: Sequence[Usage], room: int) -> list[Row]:
    """How often each outlet uses the words, with a bar; its counts beside it. room: cells of a row."""
    if not uses:
        return [Row("No outlet uses these words.", "legend")]
    rates = [f"{use.per_thousand:.2f}" for use in uses]
    counts = [f"{use.times} in {use.words:,} words, {_counted(use.articles)}" for use in uses]
    outlet = min(max(cells(use.outlet) for use in uses), room // 3)
    rate, count = max(map(len, rates)), max(map(len, counts))
    bar = min(room - outlet - rate - count - 4, _LONGEST_BAR)
    if bar < _SHORTEST_BAR:  # the outlet, its rate and the bar tell most
        bar, counts = max(1, room - outlet - rate - 2), [""] * len(uses)
    most = max(use.per_thousand for use in uses) or 1.0
    rows = [Row("per 1,000 words of all the outlet's articles", "legend")]
    for use, said, told in zip(uses, rates, counts, strict=True):
        drawn = "█" * max(bool(use.times), round(bar * use.per_thousand / most))
        rows.append(Row(f"{fitted(use.outlet, outlet)} {said:>{rate}} {drawn:<{bar}}  {told}".rstrip(), "use"))
    return rows


def marks_of(outlets: Sequence[str]) -> dict[str, str]:
    """outlet -> its mark, a letter or two, in the order of names; briefings and notes have none to name."""
    return {outlet: letter(number) for number, outlet in enumerate(sorted(set(outlets), key=str.casefold))}


def _head(hit: Hit) -> str:
    day = hit.published.isoformat() if hit.published else "date unknown"
    what = "briefing" if hit.kind == "briefing" else f"{hit.outlet} · {day}"
    what = f"note on {what}" if hit.kind == "note" else what
    return f"{what} · {hit.title or NO_TITLE}"


def _counted(articles: int) -> str:
    return f"{articles} article{'' if articles == 1 else 's'}"


def _ending(text: str, room: int) -> str:
    """The end of a text in exactly `room` cells."""
    start = max(0, len(text) - room)
    while cells(text[start:]) > room:
        start += 1
    return " " * (room - cells(text[start:])) + text[start:]


def _legend(marks: dict[str, str], room: int) -> Iterator[str]:
    """The marks and what they stand for, as many on a row as it has cells for."""
    row = ""
    for outlet, mark in marks.items():
        part = f"{mark} {outlet or NOT_OUTLETS}"
        if row and cells(row + _GAP + part) > room:
            yield row
            row = ""
        row += (_GAP if row else "") + part
    if row:
        yield row
