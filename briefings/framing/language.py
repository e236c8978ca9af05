"""Whether a text is in English: what the rules for quotes, reported speech, figures and choices of words can read.

Not here: which other language it is in. Shared words, near-copies, points and wording need no language.
"""

from __future__ import annotations

import re

LEAST_PART = 0.04
"""The share of a text's words that these function words, which other languages hardly have, make at least; in news
prose they are one in five."""
LEAST_WORDS = 20
"""A text of fewer words is taken for English: too few to tell."""
SAMPLE = 20_000
"""So many code points of a text are looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_FUNCTION_WORDS = """
and are because been but by from has have his it its said that the their there they this to which were who with would
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def is_english(text: str) -> bool:
    """Whether `text` is in English, judged by how many of its words are function words of English alone."""
    words = [word.lower() for word in _WORD.findall(text[:SAMPLE])]
    return len(words) < LEAST_WORDS or sum(word in _FUNCTION for word in words) >= LEAST_PART * len(words)
