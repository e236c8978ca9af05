"""Numbers that are no figures: dates, years, times of day, ages, and parts of names. Not here: the figures
(`figures.py`).
"""

from __future__ import annotations

import re

from briefings.framing.measured import Measured

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)(?: \.)?"
)
_AFTER_MONTH = re.compile(
    rf"\b{_MONTH}[ \u00a0](?:\d{{1,2}}(?:st|nd|rd|th)?(?:[ ]?[-–][ ]?|,? and | to |, ))?$", re.IGNORECASE
)
_BEFORE_MONTH = re.compile(rf"(?:[ ]?[-–][ ]?\d{{1,2}}| (?:to|and) \d{{1,2}})?(?: of)?[ \u00a0]{_MONTH}(?![\w])")
_CLOCK = re.compile(r":\d|[ \u00a0]?(?:[ap]\.?m\b|o['’]clock|noon\b|GMT\b|UTC\b|E[SD]?T\b|P[SD]?T\b|hrs\b)")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|since|until|till|by|of|from|for|during|the|fiscal|late|early|mid|year|to|and)[ -]$|[’'(]s? ?$", re.I
)
_COUNTED = re.compile(
    r"[ \u00a0](?!(?:was|is|has|as|this|his|its|versus|plus)\b)(?:[a-z]{3,}s|people|men|women|children)\b"
)
_PEOPLE = re.compile(r"[ \u00a0](?:people|men|women|children|others)\b")
_VAGUE = re.compile(
    r"\b(?:than|about|nearly|almost|some|around|over|roughly|least|most|many|approximately|to)[ \u00a0]$", re.IGNORECASE
)
_AGE_BEFORE = re.compile(r"[A-Z][\w’'.-]+, (?:age |aged )?$|\b(?:aged?|age of|ages|turned|turning)[ \u00a0]$")
_AGE_AFTER = re.compile(r",|\)|\.(?=\s|$)|$| and\b| to\b|-| when\b")
_WORD_BEFORE = re.compile(r"([^\s“”\"()‘]+)[ \u00a0]$")
_NOT_NAMES_LIST = """
The A An In At On Of By For With From To Up As About Nearly Almost Some More Less Over Under Only All And But Or
Another These Those Than Its Their His Her Our Just Around Roughly After Before During Since Until When While If
That There Between Both Least Most Other First Last Approximately Among Into Total Is Are Was Were Has Have Had Got
He She They We I It
"""
_NOT_NAMES = frozenset(_NOT_NAMES_LIST.split())
_LABELS_LIST = """
page pages chapter section sections article title room flight route channel no nos number numbers level phase
version season episode grade gate item rule highway interstate figure table exhibit volume vol issue block lot
apartment apt suite step type nr nrs exercise exercises
"""
_LABELS = frozenset(_LABELS_LIST.split())
_STREET = re.compile(
    r" (?:[A-Z][\w.]* |\d+(?:st|nd|rd|th) ){1,3}?"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Boulevard|Blvd|Lane|Way|Place|Court|Square)\b"
)
_JOINED_BEFORE = re.compile(r"(?:\w[’']|[^\W\d][-–]|[#_=&?])$")
_JOINED_AFTER = re.compile(r"[^\W\d]|[/.:]\d")
_WORD_START = re.compile(r"\S{0,200}$")
_WORD_END = re.compile(r"\S{0,200}")
_LIST_NUMBER = re.compile(r"[.)][ \t]")
_IN_GROUPS = re.compile(r"-\d{1,6}-\d")
_AFTER_GROUP = re.compile(r"\d-(?:\d{1,6}-)?$")
_LONGEST = 6
_OLDEST = 120
_FIRST_YEAR, _RECENT_YEAR, _LAST_YEAR = 1500, 1900, 2100


def is_time(text: str, one: Measured) -> bool:
    """Whether a number is (part of) a date, a year, a time of day, or an age in apposition ("Ruiz, 43, said")."""
    if one.unit or one.number.scale > 1 or one.number.written not in ("digits", "words"):
        return False
    start, end = one.number.span
    before = text[max(0, start - 30) : start]
    if _CLOCK.match(text, end) or (before.endswith(":") and before[-2:-1].isdigit()):
        return True
    if one.value <= 31 and (_AFTER_MONTH.search(before) or _BEFORE_MONTH.match(text, end)):
        return True
    if one.value < _OLDEST and _AGE_BEFORE.search(before) and _AGE_AFTER.match(text, end):
        return True
    return _is_year(text, one, before)


def _is_year(text: str, one: Measured, before: str) -> bool:
    """Whether four digits are a year: they are, unless a vague word or a counted noun says otherwise."""
    words = one.number.span.of(text)
    if len(words) != 4 or not words.isdigit() or not _FIRST_YEAR <= one.value < _LAST_YEAR:
        return False
    if _YEAR_BEFORE.search(before) or _AFTER_MONTH.search(before):
        return True
    if _VAGUE.search(before):
        return False
    return one.value >= _RECENT_YEAR or not _COUNTED.match(text, one.number.span.end)


def is_name_part(text: str, one: Measured) -> bool:
    """Whether a number belongs to a name, a label, an address, a telephone number or a list: `Title 9`, `B-12`."""
    start, end = one.number.span
    if _in_address(text, start):
        return True
    if one.unit:
        return False
    if _JOINED_BEFORE.search(text[max(0, start - 2) : start]) or _JOINED_AFTER.match(text, end):
        return True
    if one.number.scale > 1 or one.number.written not in ("digits", "words"):
        return False
    return _is_label(text, one) or _is_long_number(text, one) or _STREET.match(text, end) is not None


def _in_address(text: str, start: int) -> bool:
    """Whether the word around `start` is a web or mail address."""
    before = _WORD_START.search(text[max(0, start - 200) : start])
    after = _WORD_END.match(text, start)
    word = (before.group() if before else "") + (after.group() if after else "")
    return "://" in word or "www." in word or "@" in word


def _is_label(text: str, one: Measured) -> bool:
    """Whether the word before makes the number a name: a capitalised one that opens no sentence, or a label."""
    start, end = one.number.span
    if _LIST_NUMBER.match(text, end) and text[max(0, start - 2) : start].strip(" (") in ("", "\n"):
        return True
    before = _WORD_BEFORE.search(text[max(0, start - 40) : start])
    if before is None:
        return False
    word = before[1]
    if word.lower().rstrip(".") in _LABELS:
        return True
    if word == word.lower() or word in _NOT_NAMES or word[-1] in ",.;:!?" or word.endswith("day"):
        return False
    if one.number.written == "words":
        return text[start].isupper()
    grouped = "," in one.number.span.of(text) or one.value != int(one.value)
    return not grouped and not _PEOPLE.match(text, end)


def _is_long_number(text: str, one: Measured) -> bool:
    """Whether digits are a telephone number or the like: seven or more in a row, or groups joined by hyphens."""
    start, end = one.number.span
    words = one.number.span.of(text)
    if words.isdigit() and len(words) > _LONGEST:
        return True
    before = _AFTER_GROUP.search(text[max(0, start - 9) : start])
    return bool(_IN_GROUPS.match(text, end) or (before and ("-" in before.group()[:-1] or text.startswith("-", end))))
