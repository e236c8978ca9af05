"""Fields of a database's article that no label names: told by their order around its day.

Databases set headline, outlet, day; or outlet, day, headline; or headline, author, number of words, day, outlet.
"""

from __future__ import annotations

import re

from briefings.sources.assemble import stated
from briefings.sources.days import find_day
from briefings.sources.decode import normalise
from briefings.sources.imported import Field
from briefings.sources.press_block import COPYRIGHT, COUNT, EDITION, Block, is_day

_BY = re.compile(r"by:? (?P<name>[A-ZÀ-Ý].{1,100})", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d.{0,12}")


def without_by(words: str) -> str:
    """A byline without the word By."""
    found = _BY.fullmatch(words)
    return found["name"] if found else words


def ordered_fields(block: Block, *, titled: bool) -> dict[str, Field]:
    """The fields that the order of the block's head tells; `titled` where a label names the headline."""
    head = [number for number in block.head if not COPYRIGHT.fullmatch(block.line(number))]
    days = [number for number in head if is_day(block.line(number))]
    above = [number for number in head if not days or number < days[-1]]
    below = [number for number in head if days and number > days[-1]]
    counted = next((number for number in above if COUNT.fullmatch(block.line(number))), None)
    bylines = [number for number in above if _BY.fullmatch(block.line(number))]
    names = [n for n in above if n not in bylines and not COUNT.fullmatch(block.line(n)) and n not in days]
    below = [number for number in below if not _CLOCK.fullmatch(block.line(number))]
    below = [number for number in below if not EDITION.fullmatch(block.line(number))] or below
    fields: dict[str, Field] = {}
    if days:
        day = find_day(block.line(days[-1]))
        fields["published"] = stated(day.isoformat() if day else None, block.line(days[-1]))
    if counted is not None:
        title, outlet = names[-1:], below[:1]
        if bylines:
            fields["byline"] = stated(without_by(block.line(bylines[-1])), block.line(bylines[-1]))
    elif not days:
        title, outlet = names[:1], []
    elif titled or (len(names) == 1 and below):
        title, outlet = ([] if titled else below[:1]), names[-1:]
    else:
        title, outlet = _joined(block, names[:-1]) or names[-1:], names[-1:] if len(names) > 1 else []
    fields["title"] = _field(block, title)
    fields["outlet"] = _field(block, outlet)
    return fields


def _joined(block: Block, names: list[int]) -> list[int]:
    """The last line of `names` with those right above it: a headline over several lines."""
    joined = names[-1:]
    while joined and joined[0] - 1 in names:
        joined.insert(0, joined[0] - 1)
    return joined


def _field(block: Block, numbers: list[int]) -> Field:
    words = " ".join(block.line(number) for number in numbers)
    return stated(" ".join(normalise(words).split()), words)
