"""Which articles are the same story again: a version by the same outlet, or the same copy at another one.

Two texts are one story when most of the shorter one's eight-word runs stand in the other (w-shingling and containment:
Broder 1997, On the resemblance and containment of documents). Candidates come from a sample of the runs' hashes kept
in the library (those divisible by `SAMPLE`), so that adding an article does not read the others.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import astuple, dataclass
from typing import Literal
from zlib import crc32

from briefings.article import UNKNOWN_OUTLET

RUN = 8
"""Words of a run."""
SAMPLE = 8
"""One run in so many is kept for finding candidates."""
MOST = 0.5
"""The share of the shorter text's runs from which two texts are one story."""
_LEAST = 4
_LIKELY = 0.2
"""The share of sampled runs from which a candidate is looked at: well under `MOST`, as a sample strays."""
_WORD = re.compile(r"\w+")

Kind = Literal["version", "same copy"]


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is the same story.

    id: its id. kind: `version` where the outlet is the same, else `same copy`. share: of the shorter text's eight-word
    runs, how many the other has, 0 to 1.
    """

    id: str
    kind: Kind
    share: float


def runs(text: str) -> frozenset[int]:
    """The hashes of a text's eight-word runs, case and punctuation aside; of the whole where it is shorter."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    return frozenset(crc32(b" ".join(words[at : at + RUN])) for at in range(max(1, len(words) - RUN + 1)) if words)


def containment(a: frozenset[int], b: frozenset[int]) -> float:
    """The share of the smaller set that stands in the other, 0 to 1."""
    return len(a & b) / (min(len(a), len(b)) or 1)


def link(connection: sqlite3.Connection, id: str, outlet: str, text: str) -> None:
    """Find the copies of article `id` anew, inside a transaction, and keep them."""
    connection.execute("DELETE FROM prints WHERE article = ?", (id,))
    connection.execute("DELETE FROM copies WHERE article = :id OR other = :id", {"id": id})
    rows = [(id, *astuple(copy)) for copy in alike(connection, id, outlet, text)]
    connection.executemany("INSERT INTO copies VALUES (?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO prints VALUES (?, ?)", [(run, id) for run in _sampled(runs(text))])


def alike(connection: sqlite3.Connection, id: str, outlet: str, text: str) -> list[Copy]:
    """The articles that are the same story as a text, stored or not, of `outlet`; `id` itself is not one of them."""
    own, found = runs(text), []
    for other in _candidates(connection, id, _sampled(own)):
        name, words = connection.execute("SELECT outlet, text FROM articles WHERE id = ?", (other,)).fetchone()
        share = containment(own, runs(words))
        if share > MOST:
            found.append(Copy(other, "version" if name == outlet != UNKNOWN_OUTLET else "same copy", share))
    return sorted(found, key=lambda copy: (-copy.share, copy.id))


def copies(connection: sqlite3.Connection, id: str) -> list[Copy]:
    """The copies of an article, the closest first."""
    found = connection.execute(
        "SELECT other, kind, share FROM copies WHERE article = :id"
        " UNION ALL SELECT article, kind, share FROM copies WHERE other = :id ORDER BY 3 DESC, 1",
        {"id": id},
    )
    return [Copy(*row) for row in found]


def sharing(connection: sqlite3.Connection, id: str, limit: int = 20) -> list[str]:
    """The articles that share a passage with article `id`, in part or whole, those with most shared runs first."""
    query = (
        "SELECT theirs.article FROM prints AS ours JOIN prints AS theirs USING (print)"
        " WHERE ours.article = :id AND theirs.article <> :id"
        " GROUP BY theirs.article ORDER BY count(*) DESC, theirs.article LIMIT :limit"
    )
    return [other for (other,) in connection.execute(query, {"id": id, "limit": limit})]


def _sampled(own: frozenset[int]) -> list[int]:
    """The runs by which a text is found: one in `SAMPLE`, and the least few, so that a short text has some."""
    ordered = sorted(own)
    return sorted({*ordered[:_LEAST], *(run for run in ordered if run % SAMPLE == 0)})


def _candidates(connection: sqlite3.Connection, id: str, prints: list[int]) -> list[str]:
    shared: dict[str, int] = {}
    for run in prints:
        for (other,) in connection.execute("SELECT article FROM prints WHERE print = ?", (run,)):
            shared[other] = shared.get(other, 0) + 1
    size = "SELECT count(*) FROM prints WHERE article = ?"
    return [
        other
        for other, count in sorted(shared.items())
        if other != id and count > _LIKELY * min(len(prints), connection.execute(size, (other,)).fetchone()[0])
    ]
