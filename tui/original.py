"""The original of an article as the text pane shows it: its lines, and which of them became text. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefings.article import Span
from briefings.sources.original import OriginalLine
from tui.layers import Layer

KEPT, DROPPED = "+", "-"


@dataclass(frozen=True, slots=True)
class ShownLines:
    """Lines of an original as one text.

    text: a line each. spans: where each stands in `text`. lines: the same lines as the original has them.
    """

    text: str
    spans: tuple[Span, ...]
    lines: tuple[OriginalLine, ...]

    def layers(self) -> tuple[Layer, ...]:
        """The kept lines and the dropped ones, each with its mark."""
        pairs = list(zip(self.lines, self.spans, strict=True))
        return (
            Layer("kept", [span for line, span in pairs if line.kept], 0, mark=KEPT),
            Layer("dropped", [span for line, span in pairs if not line.kept], 1, mark=DROPPED),
        )

    def line_at(self, offset: int) -> OriginalLine | None:
        """The line shown at `offset` of the text; None where there is none."""
        pairs = zip(self.lines, self.spans, strict=True)
        return next((line for line, span in pairs if span.start <= offset <= span.end), None)

    def count(self) -> str:
        """How many lines became text, in words."""
        kept = sum(line.kept for line in self.lines)
        return f"{kept} of {len(self.lines)} lines are the text"


def shown_lines(lines: Sequence[OriginalLine]) -> ShownLines:
    """Lines of an original, made ready to be shown."""
    texts = [" ".join(line.text.split()) for line in lines]
    spans, start = [], 0
    for text in texts:
        spans.append(Span(start, start + len(text)))
        start += len(text) + 1
    return ShownLines("\n".join(texts), tuple(spans), tuple(lines))


NO_LINES = shown_lines(())
