"""What stands around the article on a pasted page. Not here: what it says (`outlet.py`, `credit.py`)."""

from __future__ import annotations

from briefings.sources.clean import Cleaned
from briefings.sources.lines import Lines


def lines_around(page: Cleaned) -> list[str]:
    """The words of the lines outside of the article, in order, each once: large pages repeat themselves."""
    kept = set(page.body)
    texts = page.lines.texts if isinstance(page.lines, Lines) else [line.text for line in page.lines]
    return list(dict.fromkeys(text for number, text in enumerate(texts) if number not in kept))
