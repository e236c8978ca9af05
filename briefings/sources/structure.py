"""The form of a page around its article: where its stretch of lines ends, and what at the edges is not the article.

Rules that hold for every page, beside the learned score. Not here: the score (`score.py`), the choice (`clean.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefings.sources.address import names_web
from briefings.sources.days import find_day
from briefings.sources.feature_table import BIT, Features, FeatureTable, bits
from briefings.sources.features import CHROME, NO_PROSE
from briefings.sources.page_lines import Line, Lines

__all__ = ["CHROME", "Features", "is_caption", "is_prose"]

_PROSE, _RUNNING, _ENDS = BIT["prose"], BIT["running"], BIT["ends a sentence"]
_LABEL, _TAIL, _STAMP, _REPEATED = BIT["label"], BIT["tail heading"], BIT["time stamp"], BIT["repeated"]
_NOTICE, _PICTURE = BIT["notice"], BIT["picture credit"]
_ENDS_ARTICLE = _TAIL | BIT["author box"]
_NO_PROSE = bits(NO_PROSE)
_SHORT = bits(("4 to 7 words", "8 to 15 words"))
_NO_HEADING = bits(("repeated", "item", "capitals"))
_REACH = -3.0  # a plain sentence that touches the stretch joins it from this score on
_MOSTLY = 0.5  # of the lines of a page
_SURE = 2.0  # from this score on a sentence is the article's wherever it stands
_SHORT_APPEAL = 8  # words: "Sign up for our newsletter"
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
_MOST_BETWEEN = 4  # lines between two paragraphs: a picture's source and caption, a label, an appeal


def is_prose(features: Features) -> bool:
    """Whether a line is a sentence of a running text, by its form and with no words of chrome."""
    return features.has(_PROSE)


def heads_prose(features: FeatureTable, number: int) -> bool:
    """Whether a short line stands right above a sentence, as sub-headings do, and not in a list."""
    marks = features.marks
    plain = marks[number] & _SHORT and not marks[number] & _NO_HEADING
    return bool(plain) and number + 1 < len(marks) and marks[number + 1] & _PROSE != 0


def is_caption(text: str, features: Features) -> bool:
    """Whether a line stands under a picture: it names somebody and a place with no verb, or has a credit below it."""
    names = len(text.split()) <= 10 and _NAMES_SOMEWHERE.fullmatch(text) is not None
    credit = features["picture credit"] > 0 and not features["over 30 words"]
    return names or credit or (features["caption"] > 0 and features["credit follows"] > 0)


def grow(features: FeatureTable, scores: Sequence[float], stretch: range) -> range:
    """The stretch with the plain sentences that touch its two ends; one of sentences alone where it is empty."""

    marks = features.marks

    def joins(number: int) -> bool:
        return marks[number] & (_PROSE | _REPEATED) == _PROSE and scores[number] > _REACH

    if not stretch:
        best = max(filter(joins, features.seen), key=scores.__getitem__, default=None)
        if best is None:
            return stretch
        stretch = range(best, best + 1)
    start, last = stretch.start, stretch.stop - 1
    while (before := _past_label(features, start, -1)) is not None and joins(before):
        start = before
    while (after := _past_label(features, last, 1)) is not None and joins(after):
        last = after
    return range(start, last + 1)


def _parts(features: FeatureTable, number: int) -> bool:
    """Whether a line is one that pages put between two paragraphs: a label, a picture's, or an appeal as short."""
    marks = features.marks[number]
    return bool(marks & (_LABEL | _PICTURE)) or (bool(marks & _NOTICE) and features.words[number] <= _SHORT_APPEAL)


def _past_label(features: FeatureTable, number: int, step: int) -> int | None:
    """The line before (`step` -1) or after (1) a line, or the one beyond a few that part paragraphs (`_parts`)."""
    near = number + step
    farthest = near + _MOST_BETWEEN * step
    while near != farthest and 0 <= near < len(features) and _parts(features, near):
        near += step
    return near if 0 <= near < len(features) else None


def sentences(features: FeatureTable) -> list[int]:
    """Every sentence of a page where most lines are sentences: a text too short for a stretch to stand out in it."""
    plain = [number for number in features.seen if features.marks[number] & (_ENDS | _NO_PROSE) == _ENDS]
    return plain if len(plain) >= _MOSTLY * len(features) else []


def cut(lines: Lines, features: FeatureTable, scores: Sequence[float], stretch: range) -> range:
    """The stretch without what follows a heading of other stories, or the first of several signed posts."""
    marks = features.marks
    sure = [features.words[n] if marks[n] & _PROSE and scores[n] > _SURE else 0 for n in stretch]
    total, before = sum(sure), 0
    for words, number in zip(sure, stretch, strict=True):
        if marks[number] & _ENDS_ARTICLE and before and total - before <= _FEW * before:
            return _without_posts(lines, features, range(stretch.start, number))
        before += words
    return _without_posts(lines, features, stretch)


def _without_posts(lines: Lines, features: FeatureTable, stretch: range) -> range:
    """The stretch up to the first post, where posts signed with name and date follow (live blogs, comments)."""
    signed = [number for number in stretch if _is_signed(lines, features, number)]
    if len(signed) < _FEWEST_POSTS:
        return stretch
    first = signed[0]
    while first > stretch.start and features.marks[first - 1] & _PROSE:
        first -= 1
    body = [number for number in range(stretch.start, first) if features.marks[number] & _PROSE]
    return range(stretch.start, first if len(body) >= _FEWEST_POSTS else stretch.stop)


def _is_signed(lines: Lines, features: FeatureTable, number: int) -> bool:
    """Whether a line is a name with a date, or a date under a line that is a name."""
    text = lines.texts[number]
    if len(text) <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(text):
        return True
    if number == 0 or not features.marks[number] & _STAMP:
        return False
    name = lines.texts[number - 1]
    return len(name) <= _LONGEST_SIGNATURE and _NAMED.fullmatch(name) is not None and find_day(text) is not None


def without_edges(lines: Lines, features: FeatureTable, body: Sequence[int]) -> list[int]:
    """The body without a headline before its first sentence and without a few short lines after its last."""
    prose = [number for number in body if features.marks[number] & _PROSE]
    if not prose:
        return []
    first, last = prose[0], prose[-1]
    opening = [number for number in body if number < first]
    if opening and not stands_under_headline(lines, opening[0]):
        opening = opening[1:]
    closing = [number for number in body if number > last]
    if len(closing) <= _MOST_TRAILING:
        closing = [n for n in closing if features.words[n] > _MOST_TRAILING and features.marks[n] & _ENDS]
    return [*opening, *(number for number in body if first <= number <= last), *closing]


def with_last(lines: Lines, features: FeatureTable, body: Sequence[int]) -> list[int]:
    """The body with the lines after it that are paragraphs whose last stop was lost or that an agency signs."""
    whole = list(body)
    while whole and (features.marks[whole[-1]] & _PROSE or len(whole) > len(body)):
        after = _past_label(features, whole[-1], 1)
        if after is None or not lines.has_gap(after) or not features.marks[after] & _RUNNING:
            break
        whole.append(after)
    return whole


def stands_under_headline(lines: Sequence[Line], number: int) -> bool:
    """Whether the line before reads like a headline, so that this one can be its deck."""
    if number == 0 or names_web(lines[number - 1].text):
        return False
    return not lines[number - 1].ends and 4 <= len(lines[number - 1].words) <= 25
