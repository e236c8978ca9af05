"""The form of a page around its article: where its stretch of lines ends, and what at the edges is not the article.

Rules that hold for every page, beside the learned score. Not here: the score (`score.py`), the choice (`clean.py`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefings.sources.days import find_day
from briefings.sources.lines import Line
from briefings.sources.phrases import LONG

Features = Mapping[str, float]

CHROME = ("label", "tail heading", "time stamp", "byline")
"""What a whole line is that is never a paragraph."""

_NO_PROSE = (*CHROME, "notice", "picture credit", "author box", "caption")
_PROSE_WORDS = ("up to 3 words", "4 to 7 words", "8 to 15 words", "16 to 30 words", "over 30 words")
_REACH = -3.0  # a plain sentence that touches the stretch joins it from this score on
_MOSTLY = 0.5  # of the lines of a page
_SURE = 2.0  # from this score on a sentence is the article's wherever it stands
_FEW = 0.1  # of the article's words: a heading of other stories with no more after it ends the article
_SIGNED = re.compile(
    r"(?:[A-Z][\w.'’-]+ ?){1,4}(?:on |[•|,–-] ?)?(?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?) (?:19|20)\d\d\b.{0,30}"
)
_NAMED = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
_FEWEST_POSTS = 3
_LONGEST_SIGNATURE = 90  # code points
_NAME = r"[A-ZÀ-Ý][\w.'’-]*"
_NAMES_SOMEWHERE = re.compile(
    rf"{_NAME}(?: (?:and |de |van |von |al-)?{_NAME}){{0,4}} (?:at|in|outside|inside|near|aboard|during|with|on) "
    rf"(?:the |a )?{_NAME}(?: (?:of |the )*{_NAME})*"
)
_MOST_TRAILING = 3
_RUNNING_LOWER = 0.6  # of the words of a running text begin in lower case
_RUNNING_FUNCTION = 0.25  # and are articles, prepositions and the like; lists of names and headlines have fewer


def is_prose(features: Features) -> bool:
    """Whether a line is a sentence of a running text, by its form and with no words of chrome."""
    return (
        features["ends a sentence"] > 0
        and any(features[name] for name in _PROSE_WORDS)
        and features["lower case"] >= 0.4
        and not any(features[name] for name in _NO_PROSE)
    )


def is_running(line: Line, features: Features) -> bool:
    """Whether a line is a long piece of running text that does not end as a sentence: its last stop was lost."""
    return (
        len(line.words) >= LONG
        and not line.ends
        and not line.trails
        and features["lower case"] >= _RUNNING_LOWER
        and features["function words"] >= _RUNNING_FUNCTION
        and not features["repeated"]
        and not features["item"]
        and not any(features[name] for name in _NO_PROSE)
    )


def heads_prose(features: Sequence[Features], number: int) -> bool:
    """Whether a short line stands right above a sentence, as sub-headings do, and not in a list."""
    short = features[number]["4 to 7 words"] or features[number]["8 to 15 words"]
    plain = not features[number]["repeated"] and not features[number]["item"] and not features[number]["capitals"]
    return bool(short) and plain and number + 1 < len(features) and is_prose(features[number + 1])


def is_caption(text: str, features: Features) -> bool:
    """Whether a line stands under a picture: it names somebody and a place with no verb, or has a credit below it."""
    names = len(text.split()) <= 10 and _NAMES_SOMEWHERE.fullmatch(text) is not None
    credit = features["picture credit"] > 0 and not features["over 30 words"]
    return names or credit or (features["caption"] > 0 and features["credit follows"] > 0)


def grow(features: Sequence[Features], scores: Sequence[float], stretch: range) -> range:
    """The stretch with the plain sentences that touch its two ends; one of sentences alone where it is empty."""

    def joins(number: int) -> bool:
        return is_prose(features[number]) and scores[number] > _REACH and not features[number]["repeated"]

    if not stretch:
        best = max((number for number in range(len(scores)) if joins(number)), key=scores.__getitem__, default=None)
        if best is None:
            return stretch
        stretch = range(best, best + 1)
    start, last = stretch.start, stretch.stop - 1
    while (before := _past_label(features, start, -1)) is not None and joins(before):
        start = before
    while (after := _past_label(features, last, 1)) is not None and joins(after):
        last = after
    return range(start, last + 1)


def _past_label(features: Sequence[Features], number: int, step: int) -> int | None:
    """The line before (`step` -1) or after (1) a line, or the one beyond where that is one label in between."""
    near = number + step
    if 0 <= near < len(features) and features[near]["label"]:
        near += step
    return near if 0 <= near < len(features) else None


def sentences(features: Sequence[Features]) -> list[int]:
    """Every sentence of a page where most lines are sentences: a text too short for a stretch to stand out in it."""
    plain = [
        number
        for number, line in enumerate(features)
        if line["ends a sentence"] and not any(line[name] for name in _NO_PROSE)
    ]
    return plain if len(plain) >= _MOSTLY * len(features) else []


def cut(lines: Sequence[Line], features: Sequence[Features], scores: Sequence[float], stretch: range) -> range:
    """The stretch without what follows a heading of other stories, or the first of several signed posts."""
    sure = [len(lines[n].words) if is_prose(features[n]) and scores[n] > _SURE else 0 for n in stretch]
    total, before = sum(sure), 0
    for words, number in zip(sure, stretch, strict=True):
        ends_here = features[number]["tail heading"] or features[number]["author box"]
        if ends_here and before and total - before <= _FEW * before:
            return _without_posts(lines, features, range(stretch.start, number))
        before += words
    return _without_posts(lines, features, stretch)


def _without_posts(lines: Sequence[Line], features: Sequence[Features], stretch: range) -> range:
    """The stretch up to the first post, where posts signed with name and date follow (live blogs, comments)."""
    signed = [number for number in stretch if _is_signed(lines, features, number)]
    if len(signed) < _FEWEST_POSTS:
        return stretch
    first = signed[0]
    while first > stretch.start and is_prose(features[first - 1]):
        first -= 1
    body = [number for number in range(stretch.start, first) if is_prose(features[number])]
    return range(stretch.start, first if len(body) >= _FEWEST_POSTS else stretch.stop)


def _is_signed(lines: Sequence[Line], features: Sequence[Features], number: int) -> bool:
    """Whether a line is a name with a date, or a date under a line that is a name."""
    text = lines[number].text
    if len(text) <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(text):
        return True
    named = (
        number > 0
        and len(lines[number - 1].text) <= _LONGEST_SIGNATURE
        and _NAMED.fullmatch(lines[number - 1].text) is not None
    )
    return named and features[number]["time stamp"] > 0 and find_day(text) is not None


def without_edges(lines: Sequence[Line], features: Sequence[Features], body: Sequence[int]) -> list[int]:
    """The body without a headline before its first sentence and without a few short lines after its last."""
    prose = [number for number in body if is_prose(features[number])]
    if not prose:
        return []
    first, last = prose[0], prose[-1]
    opening = [number for number in body if number < first]
    if opening and not stands_under_headline(lines, opening[0]):
        opening = opening[1:]
    closing = [number for number in body if number > last]
    if len(closing) <= _MOST_TRAILING:
        closing = [number for number in closing if len(lines[number].words) > _MOST_TRAILING and lines[number].ends]
    return [*opening, *(number for number in body if first <= number <= last), *closing]


def with_last(lines: Sequence[Line], features: Sequence[Features], body: Sequence[int]) -> list[int]:
    """The body with the lines after it that are paragraphs whose last stop was lost or that an agency signs."""
    whole = list(body)
    while whole and (is_prose(features[whole[-1]]) or len(whole) > len(body)):
        after = _past_label(features, whole[-1], 1)
        if after is None or not lines[after].gap or not is_running(lines[after], features[after]):
            break
        whole.append(after)
    return whole


def stands_under_headline(lines: Sequence[Line], number: int) -> bool:
    """Whether the line before reads like a headline, so that this one can be its deck."""
    return number > 0 and not lines[number - 1].ends and 4 <= len(lines[number - 1].words) <= 25
