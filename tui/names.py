"""The names of everything a reader can go to, and which of them hold some words: what the palette offers. Pure.

Not here: searching texts (`searching.py`), the commands (`commands.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest

from briefings.article import NO_TITLE
from index.analysis import fold
from tui.tree import Shelf

MOST = 30
"""Names offered at the most."""
_RANK = {"briefing": 0, "point": 0, "outlet": 1, "article": 2}


@dataclass(frozen=True, slots=True)
class Name:
    """Something a reader can go to.

    key: `article:ID`, `briefing:STEM`, `outlet:NAME` or `point:NUMBER`. title: what it is called. what: what it is.
    """

    key: str
    title: str
    what: str

    @property
    def kind(self) -> str:
        """`article`, `briefing`, `outlet` or `point`."""
        return self.key.partition(":")[0]


class Names:
    """Many names, to be asked again and again: 40,000 are looked through in a few milliseconds."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Fold the names once; of many, in a worker."""
        self._names = list(names)
        self._folded = [fold(f"{name.title} {name.what}".replace(" · ", " ")) for name in self._names]  # ASCII is quick

    def with_words(self, words: str, most: int = MOST) -> list[Name]:
        """The names that hold every one of `words`, accents and case aside: those that begin with them first.

        Briefings and points come before outlets, and these before articles; no more than `most`.
        """
        parts = fold(words).split()
        if not parts:
            return []
        found = [number for number, name in enumerate(self._folded) if all(part in name for part in parts)]
        return [self._names[number] for number in nsmallest(most, found, key=lambda n: self._rank(n, parts[0]))]

    def _rank(self, number: int, first: str) -> tuple[bool, bool, int, int]:
        folded = self._folded[number]
        begins_a_word = folded.startswith(first) or f" {first}" in folded
        return not begins_a_word, not folded.startswith(first), _RANK[self._names[number].kind], number


def names_on(shelf: Shelf) -> Iterator[Name]:
    """The briefings, outlets and articles of a library."""
    for meeting in shelf.meetings:
        yield Name(f"briefing:{meeting.name}", meeting.title, "briefing")
    for outlet in dict.fromkeys(heading.outlet for heading in shelf.headings):
        yield Name(f"outlet:{outlet}", outlet, "outlet")
    for heading in shelf.headings:
        day = heading.published.isoformat() if heading.published else "date unknown"
        yield Name(f"article:{heading.id}", heading.title or NO_TITLE, f"{heading.outlet} · {day}")
