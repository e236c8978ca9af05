"""The original of an article line by line: which lines became its text, and putting one back or taking one out.

An article's paragraphs and its kept spans go together, one for one, in the order of the original. Not here: choosing
lines (`clean.py`, `html.py`), storing the change (`briefings.edit_store`).
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.sources.decode import normalise
from briefings.sources.lines import key, split_lines

NOWHERE = Span(0, 0)
"""The kept span of a paragraph whose place in the original was not found."""

_SKIPPED = r"script|style|noscript|template|svg|head|iframe|select|button|title"
_TOKEN = re.compile(
    rf"(?P<skipped><!--.*?(?:-->|\Z)|<(?P<name>{_SKIPPED})\b.*?(?:</(?P=name)\s*>|\Z))"
    r"|(?P<block></?(?:address|article|aside|blockquote|body|br|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|"
    r"footer|form|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)\b[^>]*>)"
    r"|(?P<inline><[/!?a-z][^>]*>)|(?P<entity>&(?:#\d+|#x[0-9a-f]+|\w+);)|(?P<words>[^<&]+|[<&])",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class OriginalLine:
    """One line of an original with something in it.

    span: where it stands in the decoded original. text: its words, normalised. kept: whether it became text.
    """

    span: Span
    text: str
    kept: bool = False


def original_lines(decoded: str, kept: Sequence[Span] = ()) -> list[OriginalLine]:
    """The lines of a decoded original in order; of a page's HTML, the blocks that a browser would show.

    Of a feed's entry they are the blocks that a feed reader would show, of a JSON object the paragraphs of its texts.
    """
    found = _shown(decoded)
    spans = sorted(span for span in kept if span != NOWHERE)
    lines, at = list[OriginalLine](), 0
    for span, text in found:
        while at < len(spans) and spans[at].end <= span.start:  # lines are in order: what ends before one is done with
            at += 1
        lines.append(OriginalLine(span, text, at < len(spans) and span.overlaps(spans[at])))
    return lines


def places(decoded: str, paragraphs: Sequence[str]) -> list[Span]:
    """Where each paragraph stands in the decoded original, in order; `NOWHERE` for one that is not found."""
    lines = original_lines(decoded)
    by_key: dict[str, list[int]] = {}
    for number, line in enumerate(lines):
        by_key.setdefault(key(line.text), []).append(number)
    found, following = list[Span](), 0
    for paragraph in paragraphs:
        numbers = by_key.get(key(paragraph), [])
        at = bisect_left(numbers, following)
        if at < len(numbers):
            following = numbers[at] + 1
        found.append(lines[numbers[at]].span if at < len(numbers) else NOWHERE)
    return found


def toggled(text: str, kept: Sequence[Span], line: OriginalLine) -> tuple[str, tuple[Span, ...]]:
    """(text, kept spans) with a line put back where it was dropped, taken out where it was kept.

    Raises ValueError where paragraphs and kept spans do not go together.
    """
    paragraphs = text.split("\n\n") if text else []
    if len(paragraphs) != len(kept):
        raise ValueError(f"{len(paragraphs)} paragraphs, {len(kept)} kept spans")
    pairs = list(zip(paragraphs, kept, strict=True))
    if line.kept:
        pairs = [pair for pair in pairs if not pair[1].overlaps(line.span)]
    else:
        at = next((n for n, (_, span) in enumerate(pairs) if span.start > line.span.start), len(pairs))
        pairs.insert(at, (line.text, line.span))
    return "\n\n".join(words for words, _ in pairs), tuple(span for _, span in pairs)


def _shown(decoded: str) -> Iterator[tuple[Span, str]]:
    from briefings.sources.feed import is_feed
    from briefings.sources.feed_lines import feed_lines
    from briefings.sources.html import is_html
    from briefings.sources.json_file import is_json
    from briefings.sources.json_values import json_lines

    if is_feed(decoded):
        return feed_lines(decoded)
    if is_html(decoded):
        return _html_lines(decoded)
    if is_json(decoded):
        return json_lines(decoded)
    return ((line.span, line.text) for line in split_lines(decoded))


def _html_lines(source: str) -> Iterator[tuple[Span, str]]:
    words: list[str] = []
    start = end = 0
    for token in _TOKEN.finditer(source):
        if token["block"]:
            if text := _one_line(words):
                yield Span(start, end), text
            words.clear()
        elif piece := token["words"] or (html.unescape(token["entity"]) if token["entity"] else ""):
            if not words:
                start = token.end() - len(token[0].lstrip())
            if words or piece.strip():
                words.append(piece)
            if piece.strip():
                end = token.start() + len(token[0].rstrip())
    if text := _one_line(words):
        yield Span(start, end), text


def _one_line(words: Sequence[str]) -> str:
    return " ".join(normalise("".join(words)).split())
