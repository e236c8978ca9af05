"""Where a pasted page says its title. Not here: the other fields (`metadata.py`)."""

from __future__ import annotations

import re

from briefings.sources import phrases
from briefings.sources.address import names_web
from briefings.sources.around import lines_around
from briefings.sources.clean import Cleaned
from briefings.sources.days import find_day
from briefings.sources.imported import UNKNOWN, Field
from briefings.sources.lines import Line

_POST = re.compile(
    r"^The post (?P<title>.{3,250}?) (?:first appeared|appeared first) on (?P<outlet>.{2,80}?)\.?$", re.I
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_FARTHEST = 25  # lines above the first sentence
_FEWEST_WORDS, _MOST_WORDS = 4, 32
_SHARED = 0.35  # of the long words of a title: at least so many stand in the article too
_OVER_DECK = 6  # words of a title over its deck, at least: what is shorter is mostly the name of a series
_BETWEEN = 4  # words of a label between a title and its deck, at most
_HEAD = 6  # lines from the first that was taken for text to a signature that shows it to be the title or the deck
_DECK = 45  # words of such a line, at most
_ELSEWHERE = re.compile(r"(?:related|watch|video|read|listen|live)\b[^:]{0,20}:|\d+ ?[a-z]+ ago\b|\d\d?[:.]\d\d", re.I)
_NO_TITLE = (
    phrases.is_label,
    phrases.is_tail,
    phrases.is_notice,
    phrases.is_picture_credit,
    phrases.is_stamp,
    phrases.is_byline,
)
_SIGNED, _SHARED_SIGNED = 6, 0.15  # lines above a byline or date, where fewer shared words are enough
_STEM = 5  # letters by which two words count as forms of one


def find_title(page: Cleaned) -> tuple[Field, int | None]:
    """The title and the number of its line; unknown and None where no line of the page is one.

    It is the line above the article that shares most words with it, or what a closing line calls the post.
    """
    number = _headline(page)
    if number is not None:
        words = page.lines[number].text
        return Field(words, "stated", words), number
    for line in lines_around(page):
        if found := _POST.match(line):
            return Field(found["title"], "stated", line), None
    return UNKNOWN, None


def posted_on(line: str) -> str | None:
    """The outlet that a line names as the one where the post appeared first."""
    found = _POST.match(line)
    return found["outlet"] if found else None


def _headline(page: Cleaned) -> int | None:
    """The number of the title's line: the best one above a signature where there is one, else above the text."""
    text = text_numbers(page)
    if not text:
        return None
    start = text[0]
    stems = {stem for number in text for stem in _stems(page.lines[number].text)}
    window = range(max(0, start - _FARTHEST), start)
    titles = {n: _share(page.lines[n], stems) for n in window if _may_be_title(page.lines[n])}
    for signature in reversed(window):
        signed = {
            n: shared for n, shared in titles.items() if 0 < signature - n <= _SIGNED and shared >= _SHARED_SIGNED
        }
        if signed and _is_signature(page.lines[signature].text):
            return _best(page, signed, signature)
    return _best(page, {n: shared for n, shared in titles.items() if shared >= _SHARED}, start)


def text_numbers(page: Cleaned) -> list[int]:
    """The lines of the body without its first ones where these are a title and a deck: a signature follows them."""
    first = page.body[0] if page.body else len(page.lines)
    for number in range(first + 1, min(first + _HEAD + 1, len(page.lines))):
        if number not in page.body and _is_signature(page.lines[number].text):
            head = [n for n in page.body if n < number]
            short = all(len(page.lines[n].words) <= _DECK for n in head)
            if short and any(_may_be_title(page.lines[n]) for n in head) and len(head) < len(page.body):
                return list(page.body[len(head) :])
            break
    return list(page.body)


def _best(page: Cleaned, titles: dict[int, float], under: int) -> int | None:
    """Of the lines with their shares the one that is long, near to the line `under`, and shares most words.

    Its deck shares more words, and stands under it: of such a pair the upper one is the title.
    """
    best = max(
        titles, key=lambda n: titles[n] + min(len(page.lines[n].words), 10) / 20 - (under - n) / 25, default=None
    )
    while best is not None and (over := _over(page, titles, best)) is not None:
        best = over
    return best


def _over(page: Cleaned, titles: dict[int, float], deck: int) -> int | None:
    """The number of a title right above the line `deck`, or with one short label between."""
    for number in (deck - 1, deck - 2):
        if number in titles and len(page.lines[number].words) >= _OVER_DECK:
            return number
        if number < 0 or len(page.lines[number].words) > _BETWEEN:
            return None
    return None


def _is_signature(text: str) -> bool:
    return phrases.is_byline(text) or phrases.is_stamp(text)


def _may_be_title(line: Line) -> bool:
    text = line.text
    return (
        not line.bullet
        and not line.trails
        and _FEWEST_WORDS <= len(line.words) <= _MOST_WORDS
        and not text.rstrip("\"”’')").endswith((".", ":", ";", ","))
        and find_day(text) is None
        and not names_web(text)
        and not _ELSEWHERE.match(text)
        and not any(rule(text) for rule in _NO_TITLE)
    )


def _share(line: Line, stems: set[str]) -> float:
    own = _stems(line.text)
    return len(own & stems) / len(own) if own else 0.0


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}
