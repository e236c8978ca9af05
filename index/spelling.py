"""Other spellings of a query that finds nothing, from the words of the index.

The nearest words by optimal string alignment distance, the commoner first (F. Damerau, A technique for computer
detection and correction of spelling errors, CACM 1964: four in five misspellings are one such step away). Shown as
a text spells them. Not here: fuzzy words, which a reader asks for (`patterns.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA
from whoosh.query.positional import Phrase
from whoosh.query.terms import Term

from index.analysis import WORD, form_and_stem

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

    from index.segments import Segments

SUGGESTIONS = 2
"""How many spellings are proposed at the most."""
_SHORT, _NEAR, _FAR = 5, 1, 2
_NO_WORD = re.compile(r"\w+:(?=\S)|(?<=[~^])\d")
TEXT = ("words", "title", "exact")
"""The fields whose words are spelt otherwise."""


def corrections(query: str, tree: Query, index: Segments, text_of: Callable[[str], str]) -> tuple[str, ...]:
    """`query` with the words that stand nowhere spelt otherwise, likeliest first. text_of: the text of a document."""
    unknown = set(_unknown(tree, index))
    found = [
        (match, spellings)
        for match in spelt_words(query)
        if unknown.intersection(form_and_stem(match.group())) and (spellings := _near(match.group(), index, text_of))
    ]
    return respelt(query, found)


def spelt_words(query: str) -> Iterator[re.Match[str]]:
    """The words of a query that may be spelt otherwise: not a field's name, not a number after a sign of its own."""
    return (match for match in WORD.finditer(query) if not _NO_WORD.match(query, match.start()))


def respelt(query: str, found: Sequence[tuple[re.Match[str], list[str]]]) -> tuple[str, ...]:
    """`query` with some of its words spelt otherwise, likeliest first. found: the words, each with its spellings."""
    proposals = []
    for turn in range(SUGGESTIONS if found else 0):
        text = query
        for match, spellings in reversed(found):
            text = text[: match.start()] + spellings[min(turn, len(spellings) - 1)] + text[match.end() :]
        proposals.append(text)
    return tuple(dict.fromkeys(proposals))


def _unknown(tree: Query, index: Segments) -> Iterator[str]:
    """The words of a query that stand in no document."""
    if isinstance(tree, Term | Phrase) and tree.fieldname in TEXT:
        for word in tree.words if isinstance(tree, Phrase) else (tree.text,):
            if not index.documents("words", word if tree.fieldname != "exact" else form_and_stem(word)[1]):
                yield word
    for child in () if tree.is_leaf() else tree.children():
        yield from _unknown(child, index)


def farthest(form: str) -> int:
    """How many steps away another spelling of a form may be."""
    return _NEAR if len(form) < _SHORT else _FAR


def _near(word: str, index: Segments, text_of: Callable[[str], str]) -> list[str]:
    """The nearest words of the index, as a text spells them."""
    form, own = form_and_stem(word)
    most = farthest(form)
    ranked = []
    for field, asked in (("forms", form), ("words", form), ("words", own)):
        for other in index.words(field, asked[:1]):
            far = OSA.distance(asked, other, score_cutoff=most)
            if far <= most:
                ranked.append((far, -index.documents(field, other), other, field))
    nearest = [one for one in sorted(ranked) if one[0] == min(ranked)[0]]
    spellings = (_spelling(field, other, index, text_of) for *_, other, field in nearest[: 2 * SUGGESTIONS])
    return list(dict.fromkeys(filter(None, spellings)))[:SUGGESTIONS]


def _spelling(field: str, word: str, index: Segments, text_of: Callable[[str], str]) -> str:
    """How a document spells a word of the index; empty where it is gone."""
    for part in index.parts.values():
        found = part.postings(field, word)
        for number in found.documents[:1] if found else ():
            text = text_of(part.opened.stored(number)["id"])
            for match in WORD.finditer(text):
                if form_and_stem(match.group())[field == "words"] == word:
                    return match.group()
    return ""
