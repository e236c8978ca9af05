"""One code: a label a reader gives to words, and what it means. Not here: the list of them (`codebook.py`)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_UNMARKED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
"""Letters that Unicode does not take apart into a letter and a mark."""


@dataclass(frozen=True, slots=True)
class Code:
    """One label.

    name: as notes carry it. key: one letter or digit that gives it, empty where the codebook has none.
    definition: what it means. examples: what it is given to. line: of the file, from 1; 0 where it has none.
    non_examples: what it is not given to, though one might. parent: the name of the code above it, empty at the top.
    colour: `#rrggbb`, empty where the codebook gives none. guid: as another program wrote it, empty where none did.
    is_codable: whether notes may carry it; a mere heading over other codes is not.
    """

    name: str
    key: str = ""
    definition: str = ""
    examples: tuple[str, ...] = ()
    line: int = 0
    non_examples: tuple[str, ...] = ()
    parent: str = ""
    colour: str = ""
    guid: str = ""
    is_codable: bool = True


@lru_cache(maxsize=4096)
def folded(name: str) -> str:
    """A name as it is compared and completed: without accents, in lower case, with single spaces."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(ch for ch in apart if not unicodedata.combining(ch))
    return " ".join(plain.casefold().translate(_UNMARKED).split()) or name.strip()  # an accent alone is its own name
