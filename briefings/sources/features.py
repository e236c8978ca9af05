"""What the lines of a pasted page look like, in numbers from 0 to 1. Not here: what they are worth (`score.py`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefings.sources import phrases
from briefings.sources.lines import Line, key

_INNER = re.compile(r"[.!?][\"”’']*\s+[\"“‘'(]*[A-ZÀ-Ý]")
_QUOTE = re.compile(r"[\"“”«»]")
_SEPARATOR = re.compile(r"[|›»•·]|\s/\s|::")
_DATELINE = re.compile(r"[A-ZÀ-Ý][\w.’' -]{1,60}(?:,[\w. ,’'-]{1,40})?(?: \([\w .]{2,20}\))? ?[—–-]{1,2} ?[\"“‘A-ZÀ-Ý]")
_ENOUGH_BODY = 250  # code points
_LARGE_SHARE = 0.2  # of the indentation that holds most
_FEWEST_INDENTS = 3
_FUNCTION_WORDS = frozenset(
    """
    the a an and or but of to in on at by for from with as that this these those it its is was were are be been has have
    had he she they we you i his her their our not no who which what when where while after before if than then there
    will would could can may said also about into over more so
    le la les un une des du de et à au aux en que qui dans pour sur par est el los las y se del al con por para una
    der die das und ist von zu mit den dem nicht
    """.split()  # noqa: SIM905 (a list of literals would be a hundred lines)
)


def describe(lines: Sequence[Line]) -> list[dict[str, float]]:
    """For every line the features (0 to 1) that it shows by itself and in the form of the page, by name."""
    seen = Counter(key(line.text) for line in lines)
    described = [_features(line, seen[key(line.text)]) for line in lines]
    indent = _body_indent(lines)
    start = _body_start(lines, indent)
    for number in range(len(lines)):
        described[number] |= _surroundings(lines, described, number, start)
        described[number] |= _depth(lines, number, indent, start)
    return described


def _body_indent(lines: Sequence[Line]) -> int | None:
    """The indentation of the first long sentences that are enough for an article; None on a page without any."""
    weights: list[tuple[int, int]] = []
    total: Counter[int] = Counter()
    for line in lines:
        if _is_long_sentence(line):
            total[line.indent] += len(line.text)
            weights.append((line.indent, total[line.indent]))
    if not total or len({line.indent for line in lines}) < _FEWEST_INDENTS:
        return None
    enough = min(_ENOUGH_BODY, max(total.values()))
    large = max(total.values()) * _LARGE_SHARE
    return next(indent for indent, weight in weights if weight >= enough and total[indent] >= large)


def _is_long_sentence(line: Line) -> bool:
    return not line.bullet and line.ends and len(line.text) >= 80 and not phrases.is_notice(line.text)


def _body_start(lines: Sequence[Line], indent: int | None) -> int:
    """The number of the first long sentence at the body's indentation; the number of lines where there is none."""
    starts = (n for n, line in enumerate(lines) if _is_long_sentence(line) and indent in (None, line.indent))
    return next(starts, len(lines))


def _surroundings(
    lines: Sequence[Line], described: Sequence[dict[str, float]], number: int, start: int
) -> dict[str, float]:
    """What the lines just before and after say of a line: a deck under a headline, words over a picture's credit."""
    after = described[number + 1 : number + 4]
    before = described[max(0, number - 6) : number]
    headline = number > 0 and not lines[number - 1].ends and 4 <= len(lines[number - 1].words) <= 25
    signed = any(line["byline"] or line["time stamp"] for line in after)
    return {
        "deck": float(headline and signed and number <= start and len(lines[number].words) >= 6),
        "credit follows": float(bool(after) and after[0]["picture credit"] > 0),
        "date follows": float(number > start and bool(after) and after[0]["time stamp"] > 0),
        "signed before": float(number <= start and any(line["byline"] or line["time stamp"] for line in before)),
        "after the start": float(number >= start),
    }


def _depth(lines: Sequence[Line], number: int, indent: int | None, start: int) -> dict[str, float]:
    """How a line's indentation relates to the body's; nothing on a page without indentation."""
    line = lines[number]
    if indent is None:
        return {"no indentation": 1.0}
    flush = line.indent == indent
    return {
        "flush": float(flush),
        "flush and short": float(flush and number > start and len(line.words) <= 7),
        "item in the body": float(line.bullet and number > start and 0 < line.indent - indent <= 6),
    }


def _features(line: Line, seen: int) -> dict[str, float]:
    words, text = line.words, line.text
    count = max(1, len(words))
    lower = sum(1 for word in words if word[0].islower()) / count
    return {
        "bias": 1.0,
        "up to 3 words": float(count <= 3),
        "4 to 7 words": float(4 <= count <= 7),
        "8 to 15 words": float(8 <= count <= 15),
        "16 to 30 words": float(16 <= count <= 30),
        "over 30 words": float(count > 30),
        "ends a sentence": float(line.ends),
        "breaks off": float(line.trails),
        "sentences inside": min(3, len(_INNER.findall(text))) / 3,
        "function words": sum(map(_FUNCTION_WORDS.__contains__, text.casefold().split())) / count,
        "lower case": lower,
        "quotes": float(_QUOTE.search(text) is not None),
        "comma": float(", " in text),
        "item": float(line.bullet),
        "capitals": float(text.isupper()),
        "digits": sum(map(str.isdigit, text)) / len(text),
        "separators": float(_SEPARATOR.search(text) is not None),
        "label": float(phrases.is_label(text)),
        "tail heading": float(phrases.is_tail(text)),
        "notice": float(phrases.is_notice(text)),
        "author box": float(phrases.is_author_box(text)),
        "picture credit": float(phrases.is_picture_credit(text)),
        "time stamp": float(phrases.is_stamp(text)),
        "byline": float(phrases.is_byline(text)),
        "caption": float(phrases.is_caption(text)),
        "dateline": float(_DATELINE.match(text) is not None),
        "repeated": float(seen > 1),
    }
