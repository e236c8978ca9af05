"""What a query hits in a text: the spans a reader sees lit. Not here: the search (`whoosh_engine.py`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from whoosh.query.positional import Phrase
from whoosh.query.terms import Term
from whoosh.query.wrappers import Not

from briefings.article import Span
from index.analysis import WORD, forms_and_stems
from index.contents import speech
from index.patterns import Several, pattern
from index.query import parse

if TYPE_CHECKING:
    from whoosh.query.qcore import Query

_FIELDS = ("words", "title", "exact", "quote")
_FORM, _STEM = 0, 1


def matches(query: str, text: str) -> list[Span]:
    """The spans of `text` (code points) that the words of `query` hit, in order and apart.

    A phrase is one span; words of the field quote are hit inside quoted speech only. Words under a NOT, and of the
    fields that tell of an article and not of its text (outlet, credit, speaker, date ...), hit nothing.
    """
    leaves = list(_leaves(parse(query).tree))
    if not leaves:
        return []
    words = forms_and_stems(text)
    places = tuple(
        _places(words, part, {word for leaf in leaves if _part(leaf) == part for word in _words(leaf)})
        for part in (_FORM, _STEM)
    )
    found = {leaf: set(_hits(leaf, words, places[_part(leaf)])) for leaf in leaves}
    offsets = _offsets(text, sorted({place for hits in found.values() for hit in hits for place in hit}))
    spans = {
        leaf: [Span(offsets[first].start, offsets[last].end) for first, last in hits] for leaf, hits in found.items()
    }
    return _apart(sorted({span for leaf in leaves for span in _where_it_counts(leaf, spans[leaf], text)}))


def _part(leaf: Query) -> int:
    return _FORM if leaf.field() == "exact" else _STEM


def _words(leaf: Query) -> list[str]:
    return leaf.words if isinstance(leaf, Phrase) else [leaf.text] if isinstance(leaf, Term) else []


def _places(words: list[tuple[str, str]], part: int, wanted: set[str]) -> dict[str, list[int]]:
    """Where the wanted forms (part 0) or stems (1) stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(words) if wanted else ():
        if word[part] in wanted:
            places[word[part]].append(place)
    return places


def _where_it_counts(leaf: Query, spans: list[Span], text: str) -> list[Span]:
    """The hits of a leaf; those of the field quote inside quoted speech."""
    if leaf.field() != "quote" or not spans:
        return spans
    inside = speech(text)
    return [span for span in spans if any(quote.start <= span.start and span.end <= quote.end for quote in inside)]


def _offsets(text: str, places: list[int]) -> dict[int, Span]:
    """The spans of the words at `places`, which are in order."""
    offsets, found, before = {}, WORD.finditer(text), -1
    for place in places:
        offsets[place] = Span(*next(islice(found, place - before - 1, None)).span())
        before = place
    return offsets


def _leaves(query: Query) -> Iterator[Query]:
    if isinstance(query, Not):
        return
    if query.is_leaf():
        if query.field() in _FIELDS:
            yield query
        return
    for child in query.children():
        yield from _leaves(child)


def _hits(leaf: Query, words: list[tuple[str, str]], places: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    """The places of the first and the last word of each hit.

    words: the text's forms and stems. places: where those that the leaf asks for stand.
    """
    if isinstance(leaf, Term):
        yield from ((place, place) for place in places.get(leaf.text, ()))
    elif isinstance(leaf, Phrase):
        for first in places.get(leaf.words[0], ()):
            last = _last(leaf.words, leaf.slop, first, places)
            if last is not None:
                yield first, last
    elif isinstance(leaf, Several):
        passes = pattern(leaf).passes
        stems = _part(leaf) == _STEM
        good = {word for word in set(words) if passes(word[_FORM]) or (stems and passes(word[_STEM]))}
        yield from ((place, place) for place, word in enumerate(words) if word in good)


def _last(phrase: list[str], slop: int, first: int, places: dict[str, list[int]]) -> int | None:
    """The nearest place of the phrase's last word when it begins at `first`; None where it does not stand there."""
    reached = {first}
    for stem in phrase[1:]:
        reached = {place for place in places.get(stem, ()) if any(0 < place - before <= slop for before in reached)}
    return min(reached, default=None)


def _apart(spans: list[Span]) -> list[Span]:
    """Sorted spans, those that overlap as one."""
    apart: list[Span] = []
    for span in spans:
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
