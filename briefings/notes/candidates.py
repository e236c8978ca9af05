"""Where the words of an orphaned note may be meant now, for a person to choose from; none is ever taken by itself.

What `anchor.locate` refuses is offered here: look-alike words, words edited much, other places of repeated words.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from briefings.article import Span
from briefings.notes.anchor import Selector
from briefings.notes.edited import match_in, with_marks
from briefings.notes.tokens import Tokens, context_agreement, tokens, words_of

SURROUNDING = 0.3
"""How much a word of the surroundings weighs against one of the note's own in guessing where to look."""
TRIED = 8
"""How many places are compared in full for each that is offered."""
REACH = 40
"""How many words on either side are compared with the surroundings."""
LEAST = 0.3
"""The score below which a place is not worth showing."""


def candidates(selector: Selector, text: str, limit: int = 5) -> list[tuple[Span, float]]:
    """Up to `limit` places of `text` that may be the note's, the likeliest first, none overlapping a likelier one.

    Each with a score of 0 to 1: seven tenths for the note's words that are there, the rest for the two sides.
    """
    known, scored = tokens(text), dict[Span, float]()
    length = len(words_of(selector.exact))
    for start in _starts(selector, known, TRIED * limit):
        # with the surroundings, in a wide stretch; without, as the words were moved away from them, in a narrow one
        for prefix, suffix, reach in ((selector.prefix, selector.suffix, length // 2 + 2), ("", "", 1)):
            first, last = max(0, start - reach), max(0, start + length + reach)
            if match := match_in(prefix, selector.exact, suffix, known, first, last):
                score = _score(selector, known, match.first, match.last, match.kept)
                span = with_marks(selector.exact, known, match)
                scored[span] = max(scored.get(span, 0.0), score)
    chosen = list[tuple[Span, float]]()
    for span, score in sorted(scored.items(), key=lambda one: (-one[1], abs(one[0].start - selector.start))):
        if score >= LEAST and not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, round(score, 3)))
    return chosen[:limit]


def _starts(selector: Selector, known: Tokens, many: int) -> list[int]:
    """At which words of the text the note may begin: most of its words stand about as far behind them as they did.

    Each word of the note that is in the text speaks for the place where the note would then begin; a rare word more.
    """
    before, words, after = map(words_of, (selector.prefix, selector.exact, selector.suffix))
    places: dict[str, list[int]] = defaultdict(list)
    for number, word in enumerate(known.words):
        places[word].append(number)
    votes = Counter[int]()
    for offset, word in enumerate((*before, *words, *after), -len(before)):
        weight = 1.0 if 0 <= offset < len(words) else SURROUNDING
        for number in places.get(word, ()):
            votes[number - offset] += weight / len(places[word])  # type: ignore[assignment]  # parts of votes
    near = {start: sum(votes[start + step] for step in (-2, -1, 0, 1, 2)) for start in votes}
    return sorted(near, key=lambda start: (-near[start], start))[:many]


def _score(selector: Selector, known: Tokens, first: int, last: int, kept: int) -> float:
    left = context_agreement(words_of(selector.prefix)[::-1], known.words[max(0, first - REACH) : first][::-1])
    right = context_agreement(words_of(selector.suffix), known.words[last : last + REACH])
    return 0.7 * kept / max(len(words_of(selector.exact)), last - first) + 0.15 * left + 0.15 * right
