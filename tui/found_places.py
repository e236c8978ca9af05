"""The places that words stand in, in columns, and how often each outlet uses them, as the rows of lists. Pure.

Not here: hits (`found.py`), which places there are (`index/concordance.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefings.table import letter
from index.engine import Line, Usage
from tui.widgets.column_view import fitted
from tui.widgets.lines_list import Row
from tui.width import cells

LINE = "line:"
"""Before the place in the key of a row: a code point of a text, and the text's id."""
NOT_OUTLETS = "briefings and notes"
LEGEND_ROWS = 2
_FEWEST_CELLS = 20
_SHORTEST_BAR, _LONGEST_BAR = 8, 40
_GAP = "   "
_CUT = "…"


def line_key(line: Line) -> str:
    """The key of a place: the same however many others are listed, and in which order."""
    return f"{LINE}{line.span.start}:{line.hit.id}"


def line_rows(lines: Sequence[Line], room: int) -> list[Row]:
    """A concordance: each place with its outlet's mark, the words found under one another.

    room: cells of a row; `index/concordance.py` cut the words around to more than that.
    """
    marks = marks_of([line.hit.outlet for line in lines])
    widest = max((cells(mark) for mark in marks.values()), default=0)
    before = max(_FEWEST_CELLS, room - widest - 1) * 2 // 5
    return [
        Row(
            f"{marks[line.hit.outlet]:<{widest}} {_ending(line.left, before)}[{line.word}]{line.right}",
            "place",
            0,
            line_key(line),
        )
        for line in lines
    ]


def marks_of(outlets: Sequence[str]) -> dict[str, str]:
    """outlet -> its mark, a letter or two, in the order of names; briefings and notes have none to name."""
    return {outlet: letter(number) for number, outlet in enumerate(sorted(set(outlets), key=str.casefold))}


def legend(lines: Sequence[Line], room: int, at: Line | None = None) -> str:
    """What the marks stand for, in `LEGEND_ROWS` rows of `room` cells at the most.

    at: the place at the cursor: where not every outlet can be named, its own is, first.
    """
    marks = marks_of([line.hit.outlet for line in lines])
    rows = list(_legend_rows(_named(marks), room))
    if len(rows) <= LEGEND_ROWS:
        return "\n".join(rows)
    here = {at.hit.outlet: marks[at.hit.outlet]} if at else {}
    parts = _named(here | marks)
    for shown in range(len(parts) - 1, 0, -1):
        rows = list(_legend_rows([*parts[:shown], f"and {len(parts) - shown} more outlets"], room))
        if len(rows) <= LEGEND_ROWS:
            break
    return "\n".join(rows[:LEGEND_ROWS])


def use_rows(uses: Sequence[Usage], room: int) -> list[Row]:
    """How often each outlet uses the words, with a bar; its counts beside it. room: cells of a row."""
    if not uses:
        return [Row("No outlet uses these words.", "legend")]
    rates = [f"{use.per_thousand:.2f}" for use in uses]
    counts = [_counted(use) for use in uses]
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


def _counted(use: Usage) -> str:
    """What a rate rests on."""
    articles = f"{use.articles:,} article{'' if use.articles == 1 else 's'}"
    about, counted = ("about ", f", counted in {use.sample:,} of them") if use.sample else ("", "")
    return f"{about}{use.times:,} in {use.words:,} words, {articles}{counted}"


def _ending(text: str, room: int) -> str:
    """The end of a text in exactly `room` cells; where it is cut, that is shown."""
    if cells(text) <= room:
        return " " * (room - cells(text)) + text
    start = max(0, len(text) - room)
    while cells(_CUT + text[start:]) > room:
        start += 1
    kept = _CUT + text[start:]
    return " " * (room - cells(kept)) + kept


def _named(marks: Mapping[str, str]) -> list[str]:
    return [f"{mark} {outlet or NOT_OUTLETS}" for outlet, mark in marks.items()]


def _legend_rows(parts: Sequence[str], room: int) -> Iterator[str]:
    """The parts, as many on a row as it has cells for."""
    row = ""
    for part in parts:
        if row and cells(row + _GAP + part) > room:
            yield row
            row = ""
        row += (_GAP if row else "") + part
    if row:
        yield row
