"""Layers of spans over a text (hits, notes, quotes, the cursor), looked up by place. Pure; how they look is CSS's."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from briefings.article import Span


class Piece(NamedTuple):
    """A part of a row that is drawn in one style.

    text: what is drawn.
    names: the names of the layers over it, lowest priority first: a later style covers an earlier one.
    start: the offset (code points) of its first character in the text.
    """

    text: str
    names: tuple[str, ...]
    start: int


@dataclass(frozen=True)
class Layer:
    """Spans of a text that mean the same thing and are drawn the same way.

    name: names the style: `hit` is drawn as the widget's component class `--hit`.
    spans: in any order; they may overlap; empty ones are not drawn.
    priority: the higher is drawn over the lower.
    mark: what the gutter shows on a row where a span begins; empty for none.
    colour: `#rrggbb` of its words; empty for that of its style.
    """

    name: str
    spans: Sequence[Span]
    priority: int = 0
    mark: str = ""
    colour: str = ""

    @property
    def style(self) -> str:
        """The name of its style: its own name, and its colour where it has one."""
        return f"{self.name} {self.colour}" if self.colour else self.name

    def within(self, start: int, end: int) -> Iterator[Span]:
        """What of `[start, end)` the layer covers, in order and apart; the cost does not grow with the text."""
        starts, ends = self._covered
        index = bisect_right(ends, start)
        while index < len(starts) and starts[index] < end:
            yield Span(max(starts[index], start), min(ends[index], end))
            index += 1

    def begins(self, start: int, end: int) -> bool:
        """Whether a span of the layer begins in `[start, end)`."""
        index = bisect_left(self._starts, start)
        return index < len(self._starts) and self._starts[index] < end

    def following(self, offset: int) -> Span | None:
        """The first span that begins after `offset`; None after the last."""
        index = bisect_right(self._starts, offset)
        return self._ordered[index] if index < len(self._ordered) else None

    def preceding(self, offset: int) -> Span | None:
        """The last span that begins before `offset`; None before the first."""
        index = bisect_left(self._starts, offset)
        return self._ordered[index - 1] if index else None

    @cached_property
    def _ordered(self) -> list[Span]:
        return sorted(span for span in self.spans if span.start < span.end)

    @cached_property
    def _starts(self) -> list[int]:
        return [span.start for span in self._ordered]

    @cached_property
    def _covered(self) -> tuple[list[int], list[int]]:
        """The starts and the ends of what the spans cover together; spans that only touch stay apart."""
        starts: list[int] = []
        ends: list[int] = []
        for span in self._ordered:
            if ends and span.start < ends[-1]:
                ends[-1] = max(ends[-1], span.end)
            else:
                starts.append(span.start)
                ends.append(span.end)
        return starts, ends


class Flattened:
    """Layers over one another made flat, once for a whole text: a row is then cut without asking every layer."""

    def __init__(self, layers: Sequence[Layer]) -> None:
        """Flatten `layers`, kept in the order they are drawn; the cost grows with their spans."""
        self.layers = ordered = by_priority(layers)
        names = [layer.style for layer in ordered]
        changes: dict[int, set[int]] = {}
        for number, layer in enumerate(ordered):
            for edges in layer._covered:
                for edge in edges:
                    changes.setdefault(edge, set()).symmetric_difference_update({number})  # spans that touch go on
        over: set[int] = set()
        self._starts: list[int] = [0]
        self._names: list[tuple[str, ...]] = [()]
        for start in sorted(changes):
            over ^= changes[start]
            self._starts.append(start)
            self._names.append(tuple(names[number] for number in sorted(over)))
        self._marked = [layer for layer in reversed(ordered) if layer.mark]

    def parts(self, start: int, end: int) -> list[tuple[int, tuple[str, ...]]]:
        """Where in `[start, end)` the layers over the text change, the first at `start`, and their names from there."""
        index = bisect_right(self._starts, start)
        last = bisect_left(self._starts, end)
        return [(start, self._names[index - 1]), *zip(self._starts[index:last], self._names[index:last], strict=True)]

    def marks(self, start: int, end: int) -> str:
        """The marks of the layers that begin a span in `[start, end)`, highest priority first, each once."""
        if not self._marked:
            return ""
        return "".join(dict.fromkeys(layer.mark for layer in self._marked if layer.begins(start, end)))


def by_priority(layers: Sequence[Layer]) -> list[Layer]:
    """The layers in the order they are drawn: lowest first, as given among equals."""
    return sorted(layers, key=lambda layer: layer.priority)
