"""Finding a note's words again in another version of a text.

Exact words first, but not where their sentence tells of somebody else now (`clauses.py`); where they stand more than
once, their surroundings decide, then their position. Where they stand nowhere, words edited a little in surroundings
that agree (`edited.py`). A note whose words cannot be told from others
is an orphan: it never moves to look-alike words. Not here: storing notes, showing orphans.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefings.article import Span
from briefings.notes.clauses import tells_of_others
from briefings.notes.tokens import Tokens, context_agreement, tokens, words_of

CONTEXT = 64
"""Code points of prefix and suffix kept around a note's words (the standard names no number)."""
FEW = 4
"""Up to how many words, found in other surroundings, could be anybody's."""
KNOWN, HALF_KNOWN = 0.5, 0.3
"""How far one side of so few words must agree, 0 to 1; or else how far both."""
CLOSEST = 32
"""How many places of much repeated words are compared in full."""


class Selector(NamedTuple):
    """What finds the words of a note again: W3C Web Annotation's TextQuoteSelector with a TextPositionSelector's start.

    exact: the words. prefix, suffix: the text before and after them. start: their offset in code points.
    """

    exact: str
    prefix: str
    suffix: str
    start: int


def describe(text: str, span: Span) -> Selector:
    """The selector of the words of `text` at `span`."""
    before, after = text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT]
    return Selector(span.of(text), before, after, span.start)


def locate(selector: Selector, text: str) -> Span | None:
    """Where the words of `selector` stand in `text`; None when they are gone or cannot be told from others."""
    if not selector.exact.strip():
        return None
    here = Span(selector.start, selector.start + len(selector.exact))
    if here.of(text) == selector.exact and _untouched(selector, here, text):
        return here
    known = tokens(text)
    found = list(_exact(selector, text)) or known.find(words_of(selector.exact))
    if places := [place for place in found if not _tells_of_others(selector, place, text)]:
        return _best(selector, places, known)
    from briefings.notes.edited import locate_edited

    place = locate_edited(selector.prefix, selector.exact, selector.suffix, known)
    return None if place is None or _tells_of_others(selector, place, text) else place


def _tells_of_others(selector: Selector, place: Span, text: str) -> bool:
    return tells_of_others(selector.prefix, selector.suffix, place, text)


def _exact(selector: Selector, text: str) -> Iterator[Span]:
    """Every place of the very words; not inside longer words when the note's were whole."""
    exact = selector.exact
    head = exact[0].isalnum() and not selector.prefix[-1:].isalnum()
    tail = exact[-1].isalnum() and not selector.suffix[:1].isalnum()
    # str.find, not a pattern: each note would compile its own, which takes longer than looking for it
    start = text.find(exact)
    while start >= 0:
        end = start + len(exact)
        before, after = text[max(0, start - 1) : start], text[end : end + 1]
        if not ((head and _in_word(before)) or (tail and _in_word(after))):
            yield Span(start, end)
        start = text.find(exact, start + 1)


def _in_word(character: str) -> bool:
    """Whether a character (or none, at an end of the text) belongs to a word."""
    return character.isalnum() or character == "_"


def _best(selector: Selector, places: list[Span], known: Tokens) -> Span | None:
    """The place whose surroundings agree most with the note's, the nearest to its old one where several do."""

    def distance(place: Span) -> int:
        return abs(place.start - selector.start)

    def touching(place: Span) -> int:
        return _touching(selector, place, known.text)

    closest = sorted(places, key=lambda place: (-touching(place), distance(place)))[:CLOSEST]
    ranked = ((sum(_agreement(selector, place, known)), touching(place), -distance(place), place) for place in closest)
    best = max(ranked)[-1]
    return best if _is_its_own(selector, best, known) else None


def _is_its_own(selector: Selector, place: Span, known: Tokens) -> bool:
    """Whether the words at a place are many enough, or their surroundings known, so that they are the note's."""
    if len(words_of(selector.exact)) > FEW or _untouched(selector, place, known.text):
        return True
    weaker, stronger = sorted(_agreement(selector, place, known))
    return stronger >= KNOWN or weaker >= HALF_KNOWN


def _untouched(selector: Selector, place: Span, text: str) -> bool:
    """Whether the surroundings are the very ones of the note, or the note has none."""
    return _touching(selector, place, text) == len(selector.prefix) + len(selector.suffix)


def _agreement(selector: Selector, place: Span, known: Tokens) -> tuple[float, float]:
    """How far what stands before and after a place agrees with the note's surroundings, each 0 to 1."""
    first, last = known.between(place)
    left = context_agreement(words_of(selector.prefix)[::-1], known.words[max(0, first - CONTEXT) : first][::-1])
    return left, context_agreement(words_of(selector.suffix), known.words[last : last + CONTEXT])


def _touching(selector: Selector, place: Span, text: str) -> int:
    """How many code points before and after a place are the very ones of the note's surroundings."""
    before, after = selector.prefix[::-1], selector.suffix
    left = text[max(0, place.start - len(before)) : place.start][::-1]
    return _common(before, left) + _common(after, text[place.end : place.end + len(after)])


def _common(a: str, b: str) -> int:
    """How many code points two texts begin with in common."""
    if b.startswith(a):
        return len(a)
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
