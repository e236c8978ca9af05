"""What stands around the article on a pasted page. Not here: what it says (`outlet.py`, `credit.py`)."""

from __future__ import annotations

from briefings.sources.clean import Cleaned
from briefings.sources.lines import Lines

_MOST = 1000  # lines at either end of a page: sites name themselves at the top and at the foot, not in a long thread
_LONGEST = 600  # code points of a line; every pattern is searched in each, and a page can be one line of 5 MB
_ENDS = (". ", "! ", "? ")


def lines_around(page: Cleaned) -> list[str]:
    """The words of the lines outside of the article, in order, each once: large pages repeat themselves.

    Of a page with thousands of them only the first and the last; of a long line the sentences that it begins with.
    """
    kept = set(page.body)
    texts = page.lines.texts if isinstance(page.lines, Lines) else [line.text for line in page.lines]
    outside = [number for number in range(len(texts)) if number not in kept]
    if len(outside) > 2 * _MOST:
        outside[_MOST:-_MOST] = []
    return list(dict.fromkeys(_begin(texts[number]) for number in outside))


def _begin(line: str) -> str:
    """A line, or the whole sentences at the start of a long one; whole words where no sentence ends in time."""
    if len(line) <= _LONGEST:
        return line
    end = max(line.rfind(end, 0, _LONGEST) for end in _ENDS) + 1
    return line[: end or max(0, line.rfind(" ", 0, _LONGEST)) or _LONGEST]
