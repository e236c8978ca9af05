"""A few words around the hits of a text, for lists. Pure: spans in, text and spans out. Not here: finding hits."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from briefings.article import Span

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """Words cut from a text.

    text: the words on one line, `…` where the text goes on. spans: the hits, in code points into the snippet's text.
    """

    text: str
    spans: tuple[Span, ...] = ()

    @property
    def bracketed(self) -> str:
        """The text with brackets around its hits, so that they show without colour."""
        text = self.text
        for start, end in reversed(self.spans):
            text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
        return text


def snippet(text: str, spans: list[Span], width: int = 160) -> Snippet:
    """The window of at most `width` code points (`…` not counted) that shows most hits, cut between words.

    spans: hits in `text`, in order and apart. Without hits the text's beginning.
    """
    start, end = _window(text, spans, width)
    shown = [
        Span(max(span.start, start), min(span.end, end)) for span in spans if span.start < end and start < span.end
    ]
    return _one_line(text, Span(start, end), shown)


def _window(text: str, spans: list[Span], width: int) -> tuple[int, int]:
    if not spans:
        return _between_words(text, 0, width)
    starts = [span.start for span in spans]
    counts = [bisect_left(starts, span.start + width) - place for place, span in enumerate(spans)]
    best = max(range(len(spans)), key=lambda place: (counts[place], -place))
    last = spans[best + counts[best] - 1]
    room = max(0, width - (last.end - spans[best].start))
    return _between_words(text, max(0, spans[best].start - room // 2), width, spans[best].start)


def _between_words(text: str, start: int, width: int, must: int = 0) -> tuple[int, int]:
    """Move a window's ends to the nearest white space inside it; `must` (a hit's start) stays in it."""
    start = max(0, min(start, len(text) - width))
    end = min(len(text), start + width)
    if start and not text[start - 1].isspace():
        gap = _SPACE.search(text, start, min(must, end))
        start = gap.end() if gap else start
    if end < len(text) and not text[end].isspace():
        cut = max((match.start() for match in _SPACE.finditer(text, max(start, must) + 1, end)), default=end)
        end = cut
    return start, end


def _one_line(text: str, window: Span, spans: list[Span]) -> Snippet:
    before = "…" if text[: window.start].strip() else ""
    after = "…" if text[window.end :].strip() else ""
    parts, marks, at = [before], [], len(before)
    for piece, lit in _pieces(window, spans):
        line = _SPACE.sub(" ", piece.of(text))
        parts.append(line)
        if lit:
            marks.append(Span(at, at + len(line)))
        at += len(line)
    return Snippet("".join(parts) + after, tuple(marks))


def _pieces(window: Span, spans: list[Span]) -> list[tuple[Span, bool]]:
    """The window cut at the hits: (piece, whether it is a hit)."""
    pieces, at = [], window.start
    for span in spans:
        pieces += [(Span(at, span.start), False), (span, True)]
        at = span.end
    return [*pieces, (Span(at, window.end), False)]
