"""What the lines around a line, and its place on the page, say of it. Not here: the line by itself (`features.py`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from briefings.sources.feature_table import BIT, FeatureTable, bits
from briefings.sources.page_lines import Lines

_ENOUGH_BODY = 250  # code points
_LARGE_SHARE = 0.2  # of the indentation that holds most
_FEWEST_INDENTS = 3
_HEADLINE = range(4, 26)  # words
_FEWEST_DECK = 6  # words
_AFTER, _BEFORE = 3, 6  # lines in which a signature is looked for
_MOST_SHORT = 7  # words
_DEEPEST_ITEM = 6  # code points from the body's margin

_SIGNED = bits(("byline", "time stamp"))
_STAMP, _CREDIT, _ENDS = BIT["time stamp"], BIT["picture credit"], BIT["ends a sentence"]
_LONG, _ITEM = BIT["long sentence"], BIT["item"]
_DECK, _SIGNED_BEFORE, _AFTER_START = BIT["deck"], BIT["signed before"], BIT["after the start"]
_CREDIT_FOLLOWS, _DATE_FOLLOWS = BIT["credit follows"], BIT["date follows"]
_FLUSH, _NO_INDENT = BIT["flush"], BIT["no indentation"]


def look_around(lines: Lines, table: FeatureTable) -> None:
    """Add to the features of a page's lines what their neighbours and their indentation say."""
    indent = _body_indent(lines, table)
    start = _body_start(lines, table, indent)
    depth = _depth(lines, table, indent, start)
    marks = table.marks
    found = 0
    for number in table.seen:
        after = marks[number + 1] if number + 1 < len(marks) else 0
        found = depth(number) | _CREDIT_FOLLOWS * (after & _CREDIT != 0)
        if number >= start:
            found |= _AFTER_START | _DATE_FOLLOWS * (number > start and after & _STAMP != 0)
        if number <= start:
            found |= _above_the_text(table, number)
        marks[number] |= found


def _above_the_text(table: FeatureTable, number: int) -> int:
    """What signatures around a line above the first sentence say: a deck stands between a headline and one."""
    marks = table.marks
    headline = number > 0 and not marks[number - 1] & _ENDS and table.words[number - 1] in _HEADLINE
    signed = any(line & _SIGNED for line in marks[number + 1 : number + 1 + _AFTER])
    before = any(line & _SIGNED for line in marks[max(0, number - _BEFORE) : number])
    return _DECK * (headline and signed and table.words[number] >= _FEWEST_DECK) | _SIGNED_BEFORE * before


def _body_indent(lines: Lines, table: FeatureTable) -> int | None:
    """The indentation of the first long sentences that are enough for an article; None on a page without any."""
    if len(set(lines.indents)) < _FEWEST_INDENTS:
        return None
    weights: list[tuple[int, int]] = []
    total: Counter[int] = Counter()
    for number in table.seen:
        if table.marks[number] & _LONG:
            indent = lines.indents[number]
            total[indent] += len(lines.texts[number])
            weights.append((indent, total[indent]))
    if not total:
        return None
    enough = min(_ENOUGH_BODY, max(total.values()))
    large = max(total.values()) * _LARGE_SHARE
    return next(indent for indent, weight in weights if weight >= enough and total[indent] >= large)


def _body_start(lines: Lines, table: FeatureTable, indent: int | None) -> int:
    """The number of the first long sentence at the body's indentation; the number of lines where there is none."""
    starts = (n for n in table.seen if table.marks[n] & _LONG and indent in (None, lines.indents[n]))
    return next(starts, len(lines))


def _depth(lines: Lines, table: FeatureTable, indent: int | None, start: int) -> Callable[[int], int]:
    """How a line's indentation relates to the body's; nothing on a page without indentation."""
    if indent is None:
        return lambda number: _NO_INDENT

    def depth(number: int) -> int:
        if lines.indents[number] == indent:
            return _FLUSH | BIT["flush and short"] * (number > start and table.words[number] <= _MOST_SHORT)
        deeper = 0 < lines.indents[number] - indent <= _DEEPEST_ITEM
        item = deeper and number > start and table.marks[number] & _ITEM
        return BIT["item in the body"] * bool(item)

    return depth
