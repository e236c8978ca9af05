"""The terms of a passage: its words, names and numbers in a form that can be held against another passage's.

Not here: how much a term weighs (`passages.py`), or what a number counts (`figures.py`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from briefings.framing.sentences import DATELINE

TermKind = Literal["word", "name", "number"]

_TOKEN = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|(?:[A-Z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_BEFORE_SENTENCE = re.compile(r"[.!?…:“\"‘(—–-]\s*$")
_COMMON_WORDS = """
    a an the and or but nor of to in on at for with by from as into onto upon is are was were be been being am it
    its itself that this these those he she they we i you his her hers their theirs our ours my mine your yours
    him them us me who whom whose which what when where why how there here not no have has had having do does did
    doing done will would could should can may might must shall than then so if because while although though
    until since during about against between through above below up down out off over under again further once all
    any both each few more most other some such only own same too very just also even still yet however one said
    say says saying told tell tells mr mrs ms dr after before among amid per via within without toward towards
    around across along get got make made many much
"""
_COUNTING = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_DENIALS = "not no never neither nor without none nobody nothing cannot"

_UNIT = re.compile(
    r"[ \u00a0-]?(%|feet\b|(?:percent|second|minute|hour|day|week|month|year|decade|mile|foot|met(?:er|re)|"
    r"kilomet(?:er|re))s?\b)",
    re.IGNORECASE,
)
_CURRENCIES = ("$", "€", "£", "¥")

_COMMON = frozenset(_COMMON_WORDS.split())
_NUMBERS = {word: float(value) for value, word in enumerate(_COUNTING.split(), start=2)}
_NUMBERS |= {word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_NEGATION = re.compile(rf"(?<![a-z])(?:{'|'.join(_DENIALS.split())})(?!['’]?[a-z])|n['’]t(?![a-z])")


class Term(NamedTuple):
    """One term of a passage.

    key: what equal terms share: a folded stem, or `#` and the number with its unit.
    words: as the passage has it.
    kind: `word`, `name` (capitalised inside a sentence) or `number`. start, end: where it stands in the passage.
    value: the number; None for words and years.
    """

    key: str
    words: str
    kind: TermKind
    start: int
    end: int
    value: float | None = None


def terms(text: str) -> list[Term]:
    """The terms of `text` in order, without the commonest function words and without a dateline before them."""
    found: list[Term] = []
    dateline = DATELINE.match(text)
    for match in _TOKEN.finditer(text, dateline.end() if dateline else 0):
        word = match.group()
        number = _number(word)
        if number is not None:
            found.append(_number_term(text, match.start(), match.end(), number))
        elif (scaled := _scaled(found, word.lower(), match.start())) is not None:
            found[-1] = _number_term(text, found[-1].start, match.end(), scaled)
        elif not _is_common(word):
            named = word[0].isupper() and not _opens_sentence(text, match.start())
            found.append(Term(stem(word), word, "name" if named else "word", match.start(), match.end()))
    return found


def names(found: Sequence[Term]) -> list[list[Term]]:
    """The terms in runs: those of a name of several words together, every other one by itself."""
    runs: list[list[Term]] = []
    for term in found:
        last = runs[-1][-1] if runs else None
        if last is not None and last.kind == term.kind == "name" and term.start - last.end == 1:
            runs[-1].append(term)
        else:
            runs.append([term])
    return runs


def _opens_sentence(text: str, start: int) -> bool:
    """Whether the word at `start` has a capital because it comes first."""
    before = text[max(0, start - 3) : start]
    return not before or _BEFORE_SENTENCE.search(before) is not None


def is_negated(text: str) -> bool:
    """Whether the passage denies something: `not`, `never`, `didn't`."""
    return _NEGATION.search(text.lower()) is not None


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    """Whether a word is one of the commonest function words; `US` is none."""
    return word != "US" and word.lower().replace("’", "'") in _COMMON


@lru_cache(maxsize=50_000)
def _number(token: str) -> float | None:
    if token[0].isdigit():
        try:
            return float(token.replace(",", ""))
        except ValueError:
            return None
    return _NUMBERS.get(token.lower())


def _scaled(found: list[Term], word: str, start: int) -> float | None:
    """The number that `word`, a scale found at `start`, makes of the number before it; None where there is none."""
    if word not in _SCALES or not found or found[-1].value is None or start - found[-1].end > 1:
        return None
    return found[-1].value * _SCALES[word]


def _number_term(text: str, start: int, end: int, value: float) -> Term:
    words = text[start:end]
    if words.isdigit() and 1500 <= value < 2100:
        return Term(f"#{value:.12g}", words, "number", start, end)
    after = _UNIT.match(text, end)
    unit = " money" if text[max(0, start - 1) : start] in _CURRENCIES else _unit(after[1]) if after else ""
    return Term(f"#{value:.12g}{unit}", words, "number", start, end, value)


def _unit(name: str) -> str:
    """What tells numbers with a unit of time, length or part from plain counts: eleven months are not eleven ships."""
    return f" {stem(name) if name.isalpha() else 'percent'}"


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The word folded to plain lower case and cut to a stem: `Juárez's` juarez, `crossings` cros.

    A light stemmer: inflections of regular verbs and nouns and `-ly`, then a final e, y, i and doubled letters.
    """
    key = "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))
    key = key.replace("’", "'").replace(".", "")
    key = key.removesuffix("'s").removesuffix("'")
    for ending in ("ingly", "edly", "ing", "ed", "es", "s", "ly"):
        if key.endswith(ending) and len(key) - len(ending) >= 3:
            key = key.removesuffix(ending)
            break
    if len(key) > 3 and key[-1] in "eyi":
        key = key[:-1]
    return key[:-1] if len(key) > 3 and key[-1] == key[-2] else key
