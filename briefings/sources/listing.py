"""Articles that are lists: winners, results, dates. Their lines look like a menu; where they stand tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from briefings.sources.lines import Line
from briefings.sources.structure import CHROME, Features, is_caption, is_prose

_LITTLE_PROSE = 40  # words; with more the sentences are the article
_FEWEST_ITEMS = 20


def find_listing(lines: Sequence[Line], features: Sequence[Features], body: Sequence[int]) -> list[int]:
    """The lines between the byline or date under a headline and the next heading of other stories.

    Empty where `body` (the numbers of the lines chosen so far) already holds an article, or where no such list stands.
    """
    if sum(len(lines[number].words) for number in body if is_prose(features[number])) >= _LITTLE_PROSE:
        return []
    for number, line in enumerate(features):
        if (line["byline"] or line["time stamp"]) and _has_headline(lines, features, number):
            items = _items(lines, features, number + 1)
            if len(items) >= _FEWEST_ITEMS:
                return [*(deck for deck in body if deck < number), *items]
    return []


def _has_headline(lines: Sequence[Line], features: Sequence[Features], number: int) -> bool:
    """Whether a line that could be a headline stands among the three before."""
    above = range(max(0, number - 3), number)
    return any(len(lines[n].words) >= 6 and not any(features[n][name] for name in CHROME) for n in above)


def _items(lines: Sequence[Line], features: Sequence[Features], start: int) -> list[int]:
    """The lines from `start` to the next heading of other stories that has enough lines before it."""
    items: list[int] = []
    for number in range(start, len(lines)):
        if features[number]["tail heading"]:
            if len(items) >= _FEWEST_ITEMS:
                return items
            items = []
        elif not any(features[number][name] for name in CHROME) and not is_caption(
            lines[number].text, features[number]
        ):
            items.append(number)
    return []
