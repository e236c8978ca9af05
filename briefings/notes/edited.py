"""Finding words that were edited a little: the same place by its surroundings, the same words but for a few.

Both sides must speak for a place. A changed name or number, or any changed word of a short note, speaks against it:
`Team Alpha reported` is never `Team Beta reported`. Not here: words that stand in the text as they were (`anchor.py`),
edits that turn what words say (`reversals.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.article import Span
from briefings.notes.reversals import change_places, denials, is_number
from briefings.notes.tokens import Tokens, context_agreement, tokens, words_of

SHORT, MIDDLING = 4, 11
"""Up to how many words no word may have changed; up to how many no name and no number."""
KEPT = 0.6
"""The share of a note's words that must still be there."""
ALIKE = 75
"""From which likeness of two words, 0 to 100, one is a spelling or form of the other."""
UNMOVED = 0.9
"""How far both sides must agree, 0 to 1, for words with another name or number to be the same ones, corrected."""
_FUNCTION_WORDS = """
    a an the and or but so if as at by for from in into of off on onto out over to up with that this these those
    which who whom whose it its he his him she her they their them we our us you your i my me is are was were be been
    being has have had do does did will would can could should may might then there also
"""
_SMALL = frozenset(_FUNCTION_WORDS.split())
"""Words that may change without the rest meaning something else."""


class Match(NamedTuple):
    """Where words may have gone.

    first, last: the numbers of the words of the text, `[first, last)`. kept: how many of the note's words are there.
    gone, come: how many words that carry meaning went and came. names: how many of them are names or numbers.
    is_turned: whether a denial, or the order of names, makes the words say something else.
    """

    first: int
    last: int
    kept: int
    gone: int
    come: int
    names: int
    is_turned: bool


def locate_edited(prefix: str, exact: str, suffix: str, known: Tokens) -> Span | None:
    """Where the edited words of a note stand in a text; None where no place has enough of them and of its sides."""
    before, words, after = (words_of(part) for part in (prefix, exact, suffix))
    best: tuple[float, Match] | None = None
    for first, last in _windows(before, words, after, known):
        match = match_in(prefix, exact, suffix, known, first, last)
        if match is None:
            continue
        left = context_agreement(before[::-1], known.words[max(0, match.first - 40) : match.first][::-1])
        right = context_agreement(after, known.words[match.last : match.last + 40])
        score = match.kept / len(words) + left + right
        if not _is_the_same(len(words), match, left, right) or (match.gone and _has_a_double(words, match, known)):
            continue
        if best is None or score > best[0]:
            best = score, match
    return with_marks(exact, known, best[1]) if best else None


def _windows(
    before: Sequence[str], words: Sequence[str], after: Sequence[str], known: Tokens
) -> Iterator[tuple[int, int]]:
    """Stretches of the text, in words, most like the note with its surroundings, and most like the note alone."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    for needle, margin in (((*before, *words, *after), len(words) // 2 + 4), (words, len(before) + len(after) + 4)):
        if not needle or not known.words:
            continue
        if len(needle) >= len(known.words):
            yield 0, len(known.words)
        elif place := partial_ratio_alignment(needle, known.words, score_cutoff=50):
            yield max(0, place.dest_start - margin), min(len(known.words), place.dest_end + margin)


def match_in(prefix: str, exact: str, suffix: str, known: Tokens, first: int, last: int) -> Match | None:
    """The note's words inside a window, found by aligning it, surroundings and all (longest common subsequence)."""
    from rapidfuzz.distance import LCSseq

    before, note, after = words_of(prefix), tokens(exact), words_of(suffix)
    needle, window = (*before, *note.words, *after), known.words[first:last]
    begin, end = len(before), len(before) + len(note.words)
    pairs: dict[int, int] = {}
    for block in LCSseq.opcodes(needle, window):
        if block.tag == "equal":
            pairs |= {block.src_start + i: first + block.dest_start + i for i in range(block.src_end - block.src_start)}
    inside = [number for number in range(begin, end) if number in pairs]
    if not inside:
        return None
    start = _edge(pairs[inside[0]], inside[0] - begin, pairs.get(begin - 1), -1)
    stop = _edge(pairs[inside[-1]], end - 1 - inside[-1], pairs.get(end), 1) + 1
    gone = [number - begin for number in range(begin, end) if number not in pairs]
    used = {pairs[number] for number in inside}
    come = [number for number in range(start, stop) if number not in used]
    changed = _changes(note, gone, known, come, prefix)
    turned = denials([note.words[n] for n in gone], [known.words[n] for n in come])
    return Match(start, stop, len(inside), *changed, bool(turned) or change_places(note, known, start, stop))


def _edge(kept: int, missing: int, neighbour: int | None, step: int) -> int:
    """The outermost word of a match: `missing` words of the note's edge are not there; up to the neighbour, as many
    words of the text stand in for them.
    """
    if not missing or neighbour is None:
        return kept
    gap = abs(kept - neighbour) - 1
    return kept + step * min(missing, gap)


def _changes(
    note: Tokens, gone: Sequence[int], known: Tokens, come: Sequence[int], prefix: str
) -> tuple[int, int, int]:
    """How many words that carry meaning went, how many came, and how many names and numbers changed.

    Two forms of a word (`talk`, `talks`) are one; a number has no other form, a word with a capital only in its ending.
    """
    left = [number for number in come if known.words[number] not in _SMALL]
    lost = list[int]()
    for number in gone:
        twin = next((n for n in left if _is_a_form(note, number, known, n)), None)
        if twin is not None:
            left.remove(twin)
        elif note.words[number] not in _SMALL:
            lost.append(number)
    names = sum(_is_name(note, number, prefix) for number in lost)
    new = sum(_is_name(known, number, "") for number in left) if lost else 0
    return len(lost), len(left), max(names, new)


def _is_a_form(note: Tokens, number: int, known: Tokens, other: int) -> bool:
    """Whether two words are forms of one."""
    from rapidfuzz.fuzz import ratio

    one, two = note.words[number], known.words[other]
    if is_number(one) or is_number(two) or ratio(one, two) < ALIKE:
        return False
    capitals = note.text[note.spans[number].start].isupper() and known.text[known.spans[other].start].isupper()
    return not capitals or one[:-2] == two[: len(one) - 2]


def _is_name(text: Tokens, number: int, prefix: str) -> bool:
    """Whether a word is a number, or capitalised where no sentence begins."""
    start = text.spans[number].start
    if is_number(text.words[number]):
        return True
    before = (prefix + text.text[:start]).rstrip(" \"'“”‘’([")
    return text.text[start].isupper() and bool(before) and before[-1] not in ".!?:\n…"


def _is_the_same(words: int, match: Match, left: float, right: float) -> bool:
    """Whether the words and the surroundings of a place speak for it. `words`: how many the note has."""
    weaker, stronger = sorted((left, right))
    changed = max(match.gone, match.come)
    if match.is_turned or match.kept < KEPT * max(words, match.last - match.first):
        return False
    if words <= MIDDLING and match.names:
        return False
    if not changed:
        return stronger >= 0.4 or words > MIDDLING
    if match.names:
        return weaker >= UNMOVED and changed <= words * 0.25
    if words <= SHORT:
        return not match.gone and match.come == 1 and weaker >= 0.9
    if words <= MIDDLING:
        return changed <= max(1, words // 4) and weaker >= 0.8
    return changed <= words * 0.4 and (weaker >= 0.5 or (stronger >= 0.8 and changed <= words * 0.1))


def _has_a_double(words: Sequence[str], match: Match, known: Tokens) -> bool:
    """Whether much the same words stand elsewhere too: as one was changed, nobody can tell which of them are meant."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    rests = known.words[: match.first], known.words[match.last :]
    long = (rest for rest in rests if len(rest) >= KEPT * len(words))
    return any(partial_ratio_alignment(words, rest, score_cutoff=100 * KEPT) for rest in long)


def with_marks(exact: str, known: Tokens, match: Match) -> Span:
    """The match with the punctuation around it that the note had."""
    start, end = known.span(match.first, match.last)
    own = tokens(exact)
    head, tail = exact[: own.spans[0].start], exact[own.spans[-1].end :]
    if head and known.text[:start].endswith(head):
        start -= len(head)
    while tail and not known.text.startswith(tail, end):
        tail = tail[:-1]
    return Span(start, end + len(tail))
