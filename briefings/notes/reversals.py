"""Edits that keep most words and turn what they say: a denial put in or taken out, names that changed places.

Not here: which places are compared, and how many words may change (`edited.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from briefings.notes.tokens import Tokens

_DENIALS = frozenset(
    "not no none nobody nothing nowhere never nor neither without cannot hardly scarcely barely".split()  # noqa: SIM905
)
"""Words that turn the rest into its opposite; so does every word in n't."""
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")
"""What turns a word into its opposite where it comes first."""
_LEAST = 4
"""How many letters a word has at least that such a beginning turns: shorter ones are others by chance."""
_NUMBERS = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen
    hundreds thousands millions billions trillions dozens half third quarter
"""
_NUMBER_WORDS = frozenset(_NUMBERS.split())


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or letters."""
    return word[0].isdigit() or word in _NUMBER_WORDS


def denials(gone: Sequence[str], come: Sequence[str]) -> int:
    """How many denials there are more, or fewer, after these words went and came."""
    put_in = sum(map(_denies, come)) - sum(map(_denies, gone))
    return abs(put_in) + sum(any(are_opposites(one, two) for two in come) for one in gone)


def are_opposites(one: str, two: str) -> bool:
    """Whether one of two words is the other with a beginning that denies it: `lawful`, `unlawful`."""
    short, long = sorted((one, two), key=len)
    return len(short) >= _LEAST and any(long == prefix + short for prefix in _PREFIXES)


def change_places(note: Tokens, text: Tokens, first: int, last: int) -> bool:
    """Whether names or numbers of a note stand in another order among the words `[first, last)` of a text.

    Words with a capital are names here, also the first of a sentence: what comes first is what often changes.
    """
    ours = [word for n, word in enumerate(note.words) if _is_marked(note, n)]
    theirs = [text.words[n] for n in range(first, last) if _is_marked(text, n)]
    here, there = Counter(ours), Counter(theirs)
    both = {word for word, many in here.items() if there[word] == many}
    return [word for word in ours if word in both] != [word for word in theirs if word in both]


def _denies(word: str) -> bool:
    return word in _DENIALS or word.endswith("n't")


def _is_marked(text: Tokens, number: int) -> bool:
    return text.text[text.spans[number].start].isupper() or is_number(text.words[number])
