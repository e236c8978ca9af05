"""Other spellings of a query that finds nothing, from the words of an archive, without accents and capitals.

Not here: when they are asked for. On one machine: `spelling.py`.
"""

# mypy: allow-untyped-calls

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term

from index.analysis import WORD, form_and_stem
from index.opensearch.archive import Archive
from index.opensearch.mapping import term

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

SUGGESTIONS = 2
"""How many spellings are proposed at the most."""

_SHORT = 5
_TEXT = ("words", "title", "exact")


def corrections(query: str, tree: Query, archive: Archive) -> tuple[str, ...]:
    """`query` with the words the archive does not know spelt otherwise, likeliest first."""
    asked = set(_words(tree))
    places = [match for match in WORD.finditer(query) if asked.intersection(form_and_stem(match.group()))]
    if not places:
        return ()
    suggest = {str(at): _near(form_and_stem(match.group())[0]) for at, match in enumerate(places)}
    reply, _ = archive.ask({"size": 0, "query": {"match_none": {}}, "suggest": suggest})
    known = [[option["text"] for option in reply["suggest"][at][0]["options"]] for at in suggest]
    proposals = []
    for turn in range(SUGGESTIONS if any(known) else 0):
        text = query
        for match, spellings in reversed(list(zip(places, known, strict=True))):
            if spellings:
                text = text[: match.start()] + spellings[min(turn, len(spellings) - 1)] + text[match.end() :]
        proposals.append(text)
    return tuple(dict.fromkeys(proposals))


def _near(form: str) -> dict[str, object]:
    """A question for the forms nearest to one the archive does not know."""
    how = {"field": "exact", "size": SUGGESTIONS, "suggest_mode": "missing", "prefix_length": 1, "min_word_length": 2}
    edits = 1 if len(form) < _SHORT else 2
    return {"text": term(form), "term": how | {"max_edits": edits, "string_distance": "damerau_levenshtein"}}


def _words(tree: Query) -> Iterator[str]:
    if isinstance(tree, Term | Phrase) and tree.fieldname in _TEXT:
        yield from tree.words if isinstance(tree, Phrase) else (tree.text,)
    for child in () if tree.is_leaf() else tree.children():
        yield from _words(child)
