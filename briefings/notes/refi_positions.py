"""How a program counts positions in a text file. The standard says code points (REFI-QDA 1.5, section 10.2), the end
exclusive in its examples; programs also count UTF-16 code units, a line end as one or two, a byte order mark, or name
the last character itself.

The standard's way is taken unless another fits clearly better: selections are often named by the words they hold, and
hold whole words. Not here: XML, notes.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Literal

from briefings.article import Span

BOM = "\ufeff"
MOST_COUNTED = 5000
"""How many selections are looked at before a way of counting is taken."""
MOST_TEXTS = 200
"""How many texts with selections are looked at."""
FEWEST = 5
"""From how many unnamed selections on their edges tell how they are counted."""
_LONGER = 10
"""How many times longer than its name a selection's words may be, by their white space; a text of any length may be
selected any number of times.
"""

Ends = Literal["as stored", "as one", "as two"]


@dataclass(frozen=True, slots=True)
class Places:
    """Positions as somebody counts them, in one text. counted: where a run begins in which each code point counts once.
    offsets: the code point each run begins with. length: of the text, in code points.
    """

    counted: list[int]
    offsets: list[int]
    length: int

    def offset(self, position: int) -> int | None:
        """The code point at a position; None outside of the text."""
        if position < 0:
            return None
        run = max(0, bisect_right(self.counted, position) - 1)
        offset = self.offsets[run] + max(0, position - self.counted[run])
        if run + 1 < len(self.offsets):
            return min(offset, self.offsets[run + 1])
        return offset if offset <= self.length else None


@dataclass(frozen=True, slots=True)
class Counting:
    """One way of counting.

    units: whether a character beyond U+FFFF counts twice. ends: how a line end counts. mark: whether a byte order mark
    counts. inclusive: whether the end names the last character, and not the one behind it.
    """

    units: bool = False
    ends: Ends = "as stored"
    mark: bool = False
    inclusive: bool = False

    def __str__(self) -> str:
        told = ["UTF-16 code units" if self.units else "code points"]
        told += [f"line ends {self.ends}"] if self.ends != "as stored" else []
        told += ["with the byte order mark"] if self.mark else []
        told += ["the last character included"] if self.inclusive else []
        return ", ".join(told)

    def places(self, text: str) -> Places:
        """Where the positions somebody counts so stand in `text` without its byte order mark."""
        plain, ahead = text.removeprefix(BOM), int(self.mark and text.startswith(BOM))
        counted, offsets = [ahead], [0]
        patterns = {"as one": "(?<=\r)\n", "as two": "(?<!\r)\n"}
        odd = [
            *(["[\U00010000-\U0010ffff]"] if self.units else []),
            *([patterns[self.ends]] if self.ends in patterns else []),
        ]
        for found in re.finditer("|".join(odd), plain) if odd else ():
            ahead += -1 if self.ends == "as one" and found[0] == "\n" else 1
            counted.append(found.end() + ahead)
            offsets.append(found.end())
        return Places(counted, offsets, len(plain))

    def span(self, places: Places, start: int, end: int) -> Span | None:
        """The span of a selection, `places` being those of its text; None where it lies outside or holds nothing."""
        first, last = places.offset(start), places.offset(end + self.inclusive)
        return Span(first, last) if first is not None and last is not None and first < last else None


STANDARD = Counting()
"""As the standard says."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What a selection says of itself.

    name: often its words, maybe cut short. start, end: positions, counted in some way.
    """

    name: str
    start: int
    end: int


def counting(texts: Iterable[tuple[str, Sequence[Selection]]]) -> Counting:
    """How the selections of one project are counted. texts: each text as stored, with its selections."""
    given = list(islice(((text, selections) for text, selections in texts if selections), MOST_TEXTS))
    scores = {one: _score(one, given) for one in _ways("".join(text[:1] for text, _ in given), given)}
    plain = scores[STANDARD]
    best = max(scores, key=lambda one: scores[one])
    return best if _is_clear(scores[best], plain) else STANDARD


@dataclass(frozen=True, slots=True, order=True)
class _Score:
    """How well a way of counting fits: selections that hold the words they are named by, that lie inside their text,
    and that begin and end with whole words; how many there are.
    """

    named: int
    inside: int
    whole: int
    all: int


def _is_clear(best: _Score, plain: _Score) -> bool:
    """Whether another way than the standard's fits so much better that it is no chance."""
    if best.named != plain.named:
        return best.named > plain.named
    if best.inside != plain.inside:
        return best.inside >= 0.9 * best.all
    return best.all >= FEWEST and best.whole >= 0.9 * best.all and plain.whole <= 0.6 * best.all


def _ways(heads: str, given: Sequence[tuple[str, Sequence[Selection]]]) -> Iterator[Counting]:
    """The ways of counting that make a difference in these texts; the standard's is the first."""
    units = any(max(text, default="") > "\uffff" for text, _ in given)
    two = any("\r\n" in text for text, _ in given)
    one = any("\n" in text.replace("\r\n", "") for text, _ in given)
    ends: list[Ends] = ["as stored"]
    if two:
        ends.append("as one")
    if one:
        ends.append("as two")
    for inclusive, mark, end, unit in product((False, True), _maybe(BOM in heads), ends, _maybe(units)):
        yield Counting(unit, end, mark, inclusive)


def _maybe(there: bool) -> tuple[bool, ...]:
    return (False, True) if there else (False,)


def _score(way: Counting, given: Sequence[tuple[str, Sequence[Selection]]]) -> _Score:
    named = inside = whole = total = 0
    for text, selections in given:
        places, plain = way.places(text), text.removeprefix(BOM)
        for selection in islice(selections, MOST_COUNTED // len(given) + 1):
            if selection.end <= selection.start:
                continue  # a mere place, which one way of counting would make a character of
            total += 1
            span = way.span(places, selection.start, selection.end)
            if span is not None:
                inside += 1
                named += _is_named(selection.name, plain, span)
                whole += _is_whole(plain, span)
    return _Score(named, inside, whole, total)


def _is_named(name: str, text: str, span: Span) -> bool:
    """Whether a selection's name is its words, or how they begin."""
    shown = " ".join(name.split())
    begun = shown.rstrip("….").rstrip()
    cut = shown.endswith(("…", "..."))
    if len(begun) <= 1 or (not cut and span.end - span.start > _LONGER * len(name)):
        return False
    held = " ".join(text[span.start : min(span.end, span.start + _LONGER * len(name))].split())
    return held.startswith(begun) if cut else held == shown


def _is_whole(text: str, span: Span) -> bool:
    """Whether a span begins and ends with a whole word."""
    before, first = text[span.start - 1 : span.start], text[span.start]
    last, after = text[span.end - 1], text[span.end : span.end + 1]
    begins = first.isalnum() and not before.isalnum()
    return begins and not last.isspace() and not (last.isalnum() and after.isalnum())
