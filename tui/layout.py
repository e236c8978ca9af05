"""A text wrapped to a width, with exact maps between its offsets and the cells on screen. Pure: no Textual.

Not here: what a glyph's width is (`width.py`), what layers are (`layers.py`), styles and scrolling (`widgets/`).
Offsets are code points into the text; rows and columns count from 0; a column is a cell.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from briefings.article import Span, paragraphs
from tui.layers import Flattened, Layer, Piece, by_priority
from tui.width import BREAKING_SPACES, cells, drawn, edges, is_plain, shape
from tui.wrap import row_starts

MIN_WIDTH = 4
"""The narrowest a text is laid out: the widest glyph, a tab, has to fit."""


class Layout:
    """One text at one width.

    A row runs from its first code point to the next row's: the line end and the spaces it was broken at belong to it
    but are not drawn. So rows, joined, are the text. An empty text has one empty row.
    """

    def __init__(self, text: str, width: int, *, indent: int = 0, numbers: bool = True) -> None:
        """Lay `text` out in rows of at most `width` cells (`MIN_WIDTH` where less is asked).

        indent: cells left free before a row that continues a line; numbers: whether the paragraphs are numbered.
        """
        self.text = text
        self.width = max(width, MIN_WIDTH)
        self.indent = max(0, min(indent, self.width - MIN_WIDTH))
        self.numbers = numbers
        self._starts = row_starts(text, self.width, self.indent)

    @property
    def height(self) -> int:
        """How many rows the text takes; at least one."""
        return len(self._starts)

    def row(self, row: int) -> Span:
        """All of a row, with the line end or the spaces it was broken at."""
        last = row + 1 == len(self._starts)
        return Span(self._starts[row], len(self.text) if last else self._starts[row + 1])

    def shown(self, row: int) -> Span:
        """What of a row is drawn."""
        start, end = self.row(row)
        line = self.text[start:end]
        if line.endswith("\n"):
            line = line[:-1].removesuffix("\r")
        return Span(start, start + len(line.rstrip(BREAKING_SPACES)))

    def cells(self, row: int) -> int:
        """The cells that are drawn of a row, with its indent."""
        start, end = self.shown(row)
        return self._margin(row) + (end - start if is_plain(self.text, start, end) else cells(self.text[start:end]))

    def row_of(self, offset: int) -> int:
        """The row that holds `offset`; the last one for the end of the text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def rows_of(self, span: Span) -> range:
        """The rows on which a span stands."""
        return range(self.row_of(span.start), self.row_of(max(span.start, span.end - 1)) + 1)

    def cell_of(self, offset: int) -> tuple[int, int]:
        """The row and column where the glyph that holds `offset` begins.

        What is not drawn (a line end, the spaces of a break) is placed behind its row's last glyph, inside the width.
        """
        row = self.row_of(offset)
        start, end = self.shown(row)
        before = self.text[start : max(start, min(offset, end))]
        if not is_plain(self.text, start, end):
            letters = shape(self.text[start:end]) + "s"
            index = len(before)
            while letters[index] == "0":
                index -= 1
            before = before[:index]
        return row, min(self._margin(row) + cells(before), self.width - 1)

    def offset_at(self, row: int, column: int) -> int:
        """The offset of the glyph drawn at a cell; of the nearest one where nothing is drawn."""
        row = max(0, min(row, self.height - 1))
        start, end = self.shown(row)
        column = max(0, column - self._margin(row))
        if is_plain(self.text, start, end):
            return max(start, min(start + column, end - 1))
        letters = shape(self.text[start:end])
        index = min(bisect_right(edges(letters), column), len(letters)) - 1
        while letters[index] == "0":
            index -= 1
        return start + index

    def pieces(self, row: int, layers: Sequence[Layer] | Flattened = ()) -> list[Piece]:
        """A row cut where layers begin and end; no piece splits a glyph. Empty for an empty row."""
        start, end = self.shown(row)
        if start == end:
            return []
        margin = self._margin(row)
        pieces = [Piece(" " * margin, (), start)] if margin else []
        if isinstance(layers, Flattened):
            if is_plain(self.text, start, end):
                return [*pieces, *self._plain_pieces(layers.parts(start, end), end)]
            layers = layers.layers
        over = [(layer.style, list(layer.within(start, end))) for layer in by_priority(layers)]
        cuts = self._cuts(start, end, over)
        for left, right in pairwise(cuts):
            names = tuple(name for name, spans in over if any(s.start < right and left < s.end for s in spans))
            pieces.append(Piece(drawn(self.text[left:right]), names, left))
        return pieces

    def _plain_pieces(self, parts: Sequence[tuple[int, tuple[str, ...]]], end: int) -> list[Piece]:
        """The pieces between the places where layers change, in a row where every code point is drawn as it is."""
        ends = [*(start for start, _ in parts[1:]), end]
        return [Piece(self.text[left:right], names, left) for (left, names), right in zip(parts, ends, strict=True)]

    def number(self, row: int) -> int | None:
        """The number of the paragraph that begins in this row; None elsewhere and where paragraphs are not numbered."""
        return self._numbers.get(row) if self.numbers else None

    def marks(self, row: int, layers: Sequence[Layer] | Flattened) -> str:
        """The marks of the layers that begin a span in this row, highest priority first, each once."""
        start, end = self.row(row)
        if isinstance(layers, Flattened):
            return layers.marks(start, end)
        marks = [layer.mark for layer in by_priority(layers) if layer.mark and layer.begins(start, end)]
        return "".join(dict.fromkeys(reversed(marks)))

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {self.row_of(span.start): number for number, span in enumerate(paragraphs(self.text), 1)}

    def _margin(self, row: int) -> int:
        """The free cells before a row: the indent where it continues a line."""
        start = self._starts[row]
        return self.indent if self.indent and start and self.text[start - 1] != "\n" else 0

    def _cuts(self, start: int, end: int, over: list[tuple[str, list[Span]]]) -> list[int]:
        """Where a row is cut, from its start to its end; a cut inside a glyph moves to the glyph's start."""
        cuts = {start, end}
        for _, spans in over:
            for span in spans:
                cuts.update(span)
        if len(cuts) > 2 and not is_plain(self.text, start, end):
            letters = shape(self.text[start:end]) + "s"
            cuts = {_glyph_start(letters, cut - start) + start for cut in cuts}
        return sorted(cuts)


def _glyph_start(letters: str, index: int) -> int:
    while letters[index] == "0":
        index -= 1
    return index
