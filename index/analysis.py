"""A text -> its words as search sees them: where they stand, their folded form and their stem.

One regular expression cuts the words, one table remembers what became of each spelling. The index, the queries, the
lit hits and `similar` all read a text through here, so that they cannot disagree. Not here: what Whoosh needs to store
the words (`fields.py`).
"""

# mypy: allow-untyped-calls

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_])+\b\.?(?:['’ʼ]s\b)?|\d+(?:[.,]\d+)+|[^\W_]+(?:['’ʼ][^\W_]+)*")
"""An acronym with its points (`U.S.`), a number with its separators (`191,113`), or letters and digits with inner
apostrophes (`O’Brien`)."""

_REMEMBERED = 200_000
_POSSESSIVE = re.compile(r"['’ʼ]s$")
_INNER = re.compile(r"['’ʼ.]")
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_NO_ACCENT_FORM = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})

_spellings: dict[str, tuple[str, str]] = {}


class Token(NamedTuple):
    """A word of a text: code-point offsets, folded form (`mexicos` -> `mexico`), stem (`negotiations` -> `negoti`)."""

    start: int
    end: int
    form: str
    stem: str


def tokens(text: str) -> list[Token]:
    """The words of `text` in order; their spans are in code points into `text`."""
    return [Token(*match.span(), *form_and_stem(match.group())) for match in WORD.finditer(text)]


def forms_and_stems(text: str) -> list[tuple[str, str]]:
    """The folded form and the stem of each word of `text`, in order; quick for words met before."""
    words = WORD.findall(text)
    known = list(map(_spellings.get, words))
    if None in known:
        return [form_and_stem(word) for word in words]
    return known  # type: ignore[return-value]


def form_and_stem(word: str) -> tuple[str, str]:
    """The folded form and the stem of one word as `WORD` cuts it; the same spelling always gives the same answer."""
    known = _spellings.get(word)
    if known is None:
        if len(_spellings) >= _REMEMBERED:
            _spellings.clear()
        folded = form(word)
        known = _spellings[word] = (folded, stem(folded))
    return known


def form(word: str) -> str:
    """The folded form of one word: U.S. -> us, 191,113 -> 191113, O’Brien’s -> obrien."""
    if word[:1].isdigit():
        return fold(_THOUSANDS.sub("", word))
    return fold(_INNER.sub("", _POSSESSIVE.sub("", word)))


def fold(text: str) -> str:
    """`text` in lower case and without accents: López -> lopez. Its length may change."""
    if text.isascii():
        return text.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
    return bare.translate(_NO_ACCENT_FORM)


def stem(form: str) -> str:
    """The stem of a folded form, by Porter's second algorithm for English (Snowball, 2001).

    Numbers, words with digits and words of other scripts are their own stems.
    """
    from whoosh.lang.porter2 import stem as porter

    return str(porter(form)) if form.isascii() and form.isalpha() else form
