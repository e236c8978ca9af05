"""Terms that say little about what a sentence reports: who said it without a name, countries, days, small numbers.

Two sentences that share nothing else need not be about the same thing. Not here: how much a term weighs among the
sentences of a meeting (`similarity.py`).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefings.framing.terms import Term, stem

SMALL = 12
"""Numbers up to this one are shared by chance."""


def is_generic(term: Term) -> bool:
    """Whether a term is one of `generic.txt`, a year, or a small number."""
    if term.kind == "number":
        return term.value is None or term.value <= SMALL
    return term.key in generic_stems()


@cache
def generic_stems() -> frozenset[str]:
    """The stems of the words in `generic.txt`."""
    lines = (Path(__file__).parent / "generic.txt").read_text("utf-8").splitlines()
    return frozenset(stem(word) for line in lines if not line.startswith("#") for word in line.split())
