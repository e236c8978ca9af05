"""What the lines of a pasted page look like, in numbers from 0 to 1. Not here: what they are worth (`score.py`)."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from briefings.sources import phrases
from briefings.sources.feature_table import BIT, SHARES, FeatureTable, bits
from briefings.sources.page_lines import Lines, breaks_off, ends_sentence, words_of
from briefings.sources.surroundings import look_around

_INNER = re.compile(r"[.!?][\"”’']*\s+[\"“‘'(]*[A-ZÀ-Ý]")
_QUOTES = '"“”«»'
_SEPARATORS = ("|", "›", "»", "•", "·", " / ", "::")
_DASHES = "—–-"
_INNER_MARKS = re.compile("['’.-]")
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w.’' -]{1,60}(?:,[\w. ,’'-]{1,40})?(?: \([\w .]{2,20}\))? ?[—–-]{1,2} ?[\"“‘A-ZÀ-Ý]")
_DIGIT = re.compile(r"[\d²³¹⁰⁴-⁹₀-₉]")
_INITIAL = itemgetter(0)
_LONG_SENTENCE = 80  # code points
_REMEMBERED = 1 << 14  # lines: pages repeat some
_MANY = 20_000  # lines of a page; of one with more only those are looked at that have a paragraph near
_NEAR = 4  # lines
_PARAGRAPH_SPACES, _PARAGRAPH_LENGTH = 7, 80  # spaces or code points: a line with fewer is no paragraph
_PROSE_LOWER = 0.4  # of the words of a sentence begin in lower case
_RUNNING_LOWER = 0.6  # of the words of a running text begin in lower case
_RUNNING_FUNCTION = 0.25  # and are articles, prepositions and the like; lists of names and headlines have fewer
_FUNCTION_WORDS = frozenset(
    """
    the a an and or but of to in on at by for from with as that this these those it its is was were are be been has have
    had he she they we you i his her their our not no who which what when where while after before if than then there
    will would could can may said also about into over more so
    le la les un une des du de et à au aux en que qui dans pour sur par est el los las y se del al con por para una
    der die das und ist von zu mit den dem nicht
    """.split()  # noqa: SIM905 (a list of literals would be a hundred lines)
)

CHROME = ("label", "tail heading", "time stamp", "byline")
"""What a whole line is that is never a paragraph."""
NO_PROSE = (*CHROME, "notice", "picture credit", "author box", "caption")
"""What no sentence of a report is."""

_NO_PROSE = bits(NO_PROSE)
_REPEATED, _ITEM, _BIAS = BIT["repeated"], BIT["item"], BIT["bias"]
_ENDS, _TRAILS = BIT["ends a sentence"], BIT["breaks off"]
_PROSE, _RUNNING, _LONG = BIT["prose"], BIT["running"], BIT["long sentence"]
_LENGTHS = tuple(
    BIT[name]
    for words, name in (
        (4, "up to 3 words"),
        (4, "4 to 7 words"),
        (8, "8 to 15 words"),
        (15, "16 to 30 words"),
    )
    for _ in range(words)
)


class _Look(NamedTuple):
    """What one text shows by itself: bits, shares, how many words it has, and a hash of them."""

    marks: int
    shares: tuple[float, ...]
    words: int
    hash: int


def describe(lines: Lines) -> FeatureTable:
    """For every line the features (0 to 1) that it shows by itself and in the form of the page."""
    table = FeatureTable(_looked_at(lines), len(lines))
    hashes = _look_at(lines, table)
    times = Counter(hashes)
    for at, number in enumerate(table.seen):
        if times[hashes[at]] > 1:
            table.marks[number] = (table.marks[number] | _REPEATED) & ~_RUNNING
    look_around(lines, table)
    return table


def _looked_at(lines: Lines) -> Sequence[int]:
    """The numbers of the lines that are worth a look: all of a page's, but in a huge one those near a paragraph."""
    if len(lines) <= _MANY:
        return range(len(lines))
    near, following = array("I"), 0
    for number, text in enumerate(lines.texts):
        if text.count(" ") >= _PARAGRAPH_SPACES or len(text) >= _PARAGRAPH_LENGTH:
            until = min(len(lines), number + _NEAR + 1)
            near.extend(range(max(following, number - _NEAR), until))
            following = until
    return near


def _look_at(lines: Lines, table: FeatureTable) -> array[int]:
    """Fill in what the lines show by themselves; the hashes of their words."""
    known: dict[str, _Look] = {}
    hashes = array("q")
    own = tuple(zip(table.shares, range(len(SHARES)), strict=True))
    for number in table.seen:
        text = lines.texts[number]
        look = known.get(text)
        if look is None:
            if len(known) >= _REMEMBERED:
                known.clear()
            look = known[text] = _look(text)
        item = lines.has_bullet(number)
        table.marks[number] = (look.marks | _ITEM) & ~_RUNNING & ~_LONG if item else look.marks
        table.words[number] = look.words
        for share, at in own:
            share[number] = look.shares[at]
        hashes.append(look.hash)
    return hashes


def _look(text: str) -> _Look:
    words = words_of(text)
    count = max(1, len(words))
    folded = text.casefold()
    shares = (
        min(3, len(_INNER.findall(text))) / 3,
        sum(map(_FUNCTION_WORDS.__contains__, folded.split())) / count,
        sum(map(str.islower, map(_INITIAL, words))) / count,
        len(_DIGIT.findall(text)) / len(text),
    )
    plain = " ".join(words).casefold()
    marks = _BIAS | (_LENGTHS[count] if count < len(_LENGTHS) else BIT["over 30 words"]) | _form(text) | _labels(text)
    if phrases.may_be_chrome(text, _INNER_MARKS.sub(" ", plain)):
        marks |= _phrases(text)
    return _Look(marks | _kind(text, marks, count, shares), shares, len(words), hash(plain))


def _form(text: str) -> int:
    """The marks of punctuation and case."""
    trails = breaks_off(text)
    return (
        BIT["ends a sentence"] * (not trails and ends_sentence(text))
        | BIT["breaks off"] * trails
        | BIT["quotes"] * any(map(text.__contains__, _QUOTES))
        | BIT["comma"] * (", " in text)
        | BIT["capitals"] * text.isupper()
        | BIT["separators"] * any(map(text.__contains__, _SEPARATORS))
        | BIT["dateline"] * (any(map(text.__contains__, _DASHES)) and _DATELINE.match(text) is not None)
    )


def _labels(text: str) -> int:
    """The marks of whole lines that sites put around a report."""
    return (
        BIT["label"] * phrases.is_label(text)
        | BIT["tail heading"] * phrases.is_tail(text)
        | BIT["time stamp"] * phrases.is_stamp(text)
        | BIT["byline"] * phrases.is_byline(text)
    )


def _phrases(text: str) -> int:
    """The marks of words in a line that sites put around a report."""
    return (
        BIT["notice"] * phrases.is_notice(text)
        | BIT["author box"] * phrases.is_author_box(text)
        | BIT["picture credit"] * phrases.is_picture_credit(text)
        | BIT["caption"] * phrases.is_caption(text)
    )


def _kind(text: str, marks: int, words: int, shares: tuple[float, ...]) -> int:
    """What follows from the others: whether it is a sentence of a running text, or one that lost its last stop."""
    _, function, lower, _ = shares
    prose = marks & _ENDS and not marks & _NO_PROSE and lower >= _PROSE_LOWER
    running = (
        words >= phrases.LONG
        and not marks & (_ENDS | _TRAILS | _NO_PROSE)
        and lower >= _RUNNING_LOWER
        and function >= _RUNNING_FUNCTION
    )
    long = marks & _ENDS and len(text) >= _LONG_SENTENCE and not marks & BIT["notice"]
    return _PROSE * bool(prose) | _RUNNING * running | _LONG * bool(long)
