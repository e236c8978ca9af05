"""Finding given words in a text: exactly, then with white space, quotation marks and dashes taken as alike.

Not here: finding words that have changed (`notes/anchor.py`), searching a library (`index`).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from briefings.article import Span

_ALIKE = ("'‘’‚‛ʼ`´", '"“”„‟«»', "-‐‑‒–—―−")
"""Characters that sites and editors put for each other."""
_CLASS = {ch: f"[{re.escape(group)}]" for group in _ALIKE for ch in group}
_LETTER = r"[^\W\u0e00-\u0eff\u2e80-\u9fff]"
"""What a word goes on with; not the scripts that are written without spaces (Thai, Lao, Chinese, Japanese)."""


def find_words(words: str, text: str) -> Span | None:
    """Where `words` first stand in `text` as whole words and numbers; None where they are not found.

    Case counts, and so does every letter: `40` is not found in `400`, `140` or `40.5`.
    """
    words = unicodedata.normalize("NFC", words.strip())
    if not words:
        return None
    match = _pattern(words, exact=True).search(text) or _pattern(words, exact=False).search(text)
    return Span(*match.span()) if match else None


def same_words(a: str, b: str) -> bool:
    """Whether two texts are the same words, white space, quotation marks and dashes aside."""
    return bool(re.fullmatch(_folded(a), " ".join(b.split())))


@lru_cache(maxsize=256)
def _pattern(words: str, *, exact: bool) -> re.Pattern[str]:
    before = rf"(?<!{_LETTER})" if re.match(_LETTER, words) else ""
    before += r"(?<!\d[.,])" if words[0].isdigit() else ""
    after = rf"(?!{_LETTER})" if re.match(_LETTER, words[-1]) else ""
    after += r"(?![.,]\d)" if words[-1].isdigit() else ""
    return re.compile(before + (re.escape(words) if exact else _folded(words)) + after)


def _folded(words: str) -> str:
    """A pattern for the words however they are spaced and whichever marks they are set with."""
    parts = ("".join(_CLASS.get(ch) or re.escape(ch) for ch in part) for part in words.replace("...", "…").split())
    return r"\s+".join(parts).replace("…", r"(?:…|\.\.\.)")
