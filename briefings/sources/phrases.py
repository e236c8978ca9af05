"""Whether a line is of what news sites of every kind put around a report: sharing, subscribing, other stories, law.

Not here: the words themselves (`phrase_patterns.py`); the decision (`clean.py`), which also weighs the form of a line
and its neighbours.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefings.sources import phrase_patterns as patterns

LONG = 20
"""Words from which on a line is a paragraph rather than a label: an agency at its end signs it, and is no picture's."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_END = 110  # code points
_LONGEST_CAPTION = 400  # code points
_REMEMBERED = 1 << 14  # lines of a page are asked about several times, and long ones are slow to search
_AFTER = r"[\s:!.»›>→]*"  # what may stand after the words of a whole line
_STAMP_NEEDS = re.compile(r"\d|yesterday|today|\ban? [smhdwy]", re.I)
_FAMILIES: dict[str, tuple[str, ...]] = {
    "label": patterns.LABELS,
    "tail": patterns.TAILS,
    "notice": (rf"\b(?:{'|'.join(patterns.NOTICES)})", *patterns.NOTICE_SIGNS),
    "author box": patterns.AUTHOR_BOXES,
    "mention": patterns.MENTIONS,
    "to readers": patterns.TO_READERS,
    "picture credit": patterns.PICTURE_CREDITS,
    "agency credit": patterns.AGENCY_CREDITS,
    "caption": patterns.CAPTIONS,
    "stamp": patterns.STAMPS,
    "byline": patterns.BYLINES,
}

_NEEDS = {
    "notice": tuple(patterns.NOTICE_NEEDS.split("|")),
    "author box": tuple(patterns.AUTHOR_NEEDS.split("|")),
    "picture credit": tuple(patterns.PICTURE_NEEDS.split("|")),
    "caption": tuple(patterns.CAPTION_NEEDS.split("|")),
}
_AGENCY_ENDS = tuple(patterns.AGENCY_ENDS.split("|"))
_STEMS = frozenset(patterns.STEMS.split())
_SIGNS = ("©", "@")


@cache
def _family(name: str) -> re.Pattern[str]:
    """The patterns of one family as one: compiled when first asked for, because most imports never ask."""
    return re.compile(f"(?:{'|'.join(_FAMILIES[name])})", re.I)


@cache
def _whole(name: str) -> re.Pattern[str]:
    """The patterns of a family for whole lines in lower case: four times as fast as to ignore the case."""
    return re.compile(f"(?:{'|'.join(_FAMILIES[name])}){_AFTER}")


def _ends_of(line: str) -> str:
    """The beginning and the end of a long line: where such words stand, if they are not a paragraph's own."""
    return line if len(line) <= 2 * _END else f"{line[:_END]}\n{line[-_END:]}"


def _has(family: str, line: str) -> bool:
    """Whether a pattern of the family stands in the line."""
    return any(map(line.lower().__contains__, _NEEDS[family])) and _family(family).search(line) is not None


def may_be_chrome(line: str, words: str) -> bool:
    """Whether the line may be a notice, an author box, a picture credit or a caption: without their words it is none.

    words: the line's words in lower case, a space between them. Most lines of a report stop here, and are not searched.
    """
    stems = {word[: patterns.STEM] for word in words.split()}
    return not stems.isdisjoint(_STEMS) or any(map(line.__contains__, _SIGNS))


def is_label(line: str) -> bool:
    """Whether the whole line (normalised) is a button, a label or a menu entry."""
    return len(line) <= 120 and _whole("label").fullmatch(line.lower()) is not None


def is_tail(line: str) -> bool:
    """Whether the whole line heads what pages show after a report: other stories, the author, the comments."""
    return len(line) <= 140 and _whole("tail").fullmatch(line.lower()) is not None


@lru_cache(maxsize=_REMEMBERED)
def is_notice(line: str) -> bool:
    """Whether the line holds words of legal notices, appeals to subscribe, or ways to reach a newsroom.

    A long sentence that only tells of a privacy policy or a newsletter, and says nothing to the reader, is none.
    """
    ends = _ends_of(line)
    return _has("notice", ends) and (len(line.split()) < LONG or not _only_mentions(ends))


def _only_mentions(ends: str) -> bool:
    """Whether what looks like a notice in a long line is the subject of the sentence, as in a report about it."""
    plain = _family("mention").sub(" ", _QUOTED.sub(" ", ends))
    return _family("notice").search(plain) is None and _family("to readers").search(plain) is None


@lru_cache(maxsize=_REMEMBERED)
def is_author_box(line: str) -> bool:
    """Whether the line says who wrote or edited the report, after it."""
    return _has("author box", _ends_of(line))


@lru_cache(maxsize=_REMEMBERED)
def is_picture_credit(line: str) -> bool:
    """Whether the line holds words that stand under pictures."""
    signed = line[-_END:].lower().removesuffix(".").removesuffix(")").endswith(_AGENCY_ENDS)
    if signed and len(line.split()) < LONG and _family("agency credit").search(line) is not None:
        return True
    return _has("picture credit", _ends_of(line))


def is_caption(line: str) -> bool:
    """Whether the line says, in the present tense, what a picture shows and when or where."""
    return len(line) <= _LONGEST_CAPTION and _has("caption", line)


def is_stamp(line: str) -> bool:
    """Whether the whole line is a time or a date, with the few words around it."""
    return len(line) <= 90 and _STAMP_NEEDS.search(line) is not None and _family("stamp").fullmatch(line) is not None


def is_byline(line: str) -> bool:
    """Whether the whole line names who wrote the report."""
    if len(line) > 110 or line.endswith((".", "!", "?")) or not line.lower().startswith(patterns.BYLINE_STARTS):
        return False
    return _family("byline").fullmatch(line) is not None
