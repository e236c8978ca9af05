"""What a search found, kept to go from one result to the next. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Trail:
    """The results of a search, and at which of them the reader is.

    query: as typed. keys: of the texts found, in order, each once. at: the number of the one that is open, from 0.
    """

    query: str
    keys: tuple[str, ...]
    at: int = 0

    @property
    def key(self) -> str:
        """The text that is open; empty where nothing was found."""
        return self.keys[self.at] if self.at < len(self.keys) else ""

    def step(self, *, back: bool = False) -> Trail | None:
        """At the next result, or the previous one; None where there is none."""
        at = self.at + (-1 if back else 1)
        return replace(self, at=at) if 0 <= at < len(self.keys) else None

    def moved_to(self, key: str) -> Trail:
        """At the text that is `key`; as it is where that is no result."""
        return replace(self, at=self.keys.index(key)) if key in self.keys else self


NO_TRAIL = Trail("", ())


def trail_of(query: str, keys: list[str], key: str) -> Trail:
    """The trail of a search whose results have these `keys`, at the one that is `key`."""
    once = tuple(dict.fromkeys(keys))
    return Trail(query, once, once.index(key) if key in once else 0)
