"""Markdown as one plain text to draw: its marks, its blocks, and the way from its offsets to the source and back.

Not here: reading blocks (`blocks.py`) and words (`inline.py`); wrapping and styling, which is the front end's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from briefings.article import Span
from briefings.blocks import LIVE_BLOCKS, Block, BlockKind, blocks
from briefings.inline import Mark, MarkKind, Piece

__all__ = ["LIVE_BLOCKS", "Block", "BlockKind", "Mark", "MarkKind", "Rendered", "blocks", "rendered"]

INDENT = "  "
QUOTE_BAR = "│ "
RULE = "─" * 40


@dataclass(frozen=True)
class Rendered:
    """A Markdown text as a reader sees it.

    text: plain text, blocks joined by blank lines, without control characters. source: the Markdown.
    marks: what is strong, a citation, a heading ... in `text`, by place. blocks: each with its span of `text`.
    pieces: which stretch of `text` comes from which span of `source`, by place.
    """

    text: str
    source: str
    marks: tuple[Mark, ...]
    blocks: tuple[tuple[Block, Span], ...]
    pieces: tuple[Piece, ...]

    def to_source(self, offset: int) -> int:
        """The offset in `source` of what is shown at `offset` of `text`; the nearest before it for added characters."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        if index < 0:
            return self.pieces[0].source.start if self.pieces else 0
        piece = self.pieces[index]
        return min(piece.source.start + offset - piece.start, piece.source.end)

    def to_text(self, offset: int) -> int:
        """The offset in `text` of what stands at `offset` of `source`; the nearest before it for what is not shown."""
        index = bisect_right(self._by_source, offset, key=lambda piece: piece.source.start) - 1
        if index < 0:
            return 0
        piece = self._by_source[index]
        return min(piece.start + offset - piece.source.start, piece.end)

    def citation_at(self, offset: int) -> Mark | None:
        """The citation or link shown at `offset` of `text`."""
        links = (mark for mark in self.marks if mark.kind in ("citation", "link"))
        return next((mark for mark in links if mark.span.start <= offset < mark.span.end), None)

    @cached_property
    def _by_source(self) -> list[Piece]:
        return sorted(self.pieces, key=lambda piece: piece.source)


def rendered(source: str, live: Callable[[str], str] | None = None) -> Rendered:
    """A Markdown text laid out as plain text.

    live: what to show for a live block of a name (`coverage`); without it a line saying what belongs there.
    """
    text, marks, placed, pieces = "", list[Mark](), list[tuple[Block, Span]](), list[Piece]()
    last: Block | None = None
    for block in blocks(source):
        text += _gap(last, block) if last else ""
        start = len(text)
        shown, move = _laid_out(_filled(block, live))
        text += shown
        whole = Span(start, len(text))
        placed.append((block, whole))
        marks.extend(_block_marks(block, whole))
        marks.extend(replace(m, span=Span(start + move(m.span.start), start + move(m.span.end))) for m in block.spans)
        pieces.extend(Piece(start + move(p.start), start + move(p.end), p.source) for p in block.pieces)
        last = block
    return Rendered(text, source, tuple(sorted(marks, key=_order)), tuple(placed), tuple(pieces))


def _gap(last: Block, block: Block) -> str:
    return "\n" if block.tight and last.kind == "item" else "\n\n"


def _order(mark: Mark) -> tuple[int, int]:
    """By place, the wider first, so that what is drawn later is the more exact."""
    return mark.span.start, -mark.span.end


def _filled(block: Block, live: Callable[[str], str] | None) -> Block:
    """The block with the text that its kind puts in its place."""
    if block.kind == "rule":
        return replace(block, text=RULE)
    if block.kind == "live":
        return replace(block, text=live(block.info) if live else f"[table: {block.info or 'no name'}]")
    return block


def _block_marks(block: Block, whole: Span) -> list[Mark]:
    if block.kind == "heading":
        return [Mark("heading", whole, block.source)]
    if block.kind == "code":
        return [Mark("code", whole, block.source)]
    if block.kind == "live":
        return [Mark("live", whole, block.source, block.info)]
    return [Mark("quote", whole, block.source)] if block.quoted else []


def _laid_out(block: Block) -> tuple[str, Callable[[int], int]]:
    """A block's text with what its kind puts before each line, and where offsets of the text went."""
    first, later = _prefixes(block)
    starts, moved, at, out = list[int](), list[int](), 0, list[str]()
    for number, line in enumerate(block.text.split("\n")):
        out.append((later if number else first) + line)
        starts.append(at)
        at += len(line) + 1
        moved.append(len(first) + number * len(later) + starts[-1])

    def move(offset: int) -> int:
        line = max(0, bisect_right(starts, offset) - 1)
        return moved[line] + offset - starts[line]

    return "\n".join(out), move


def _prefixes(block: Block) -> tuple[str, str]:
    """What stands before the first and before every later line of a block."""
    bars = QUOTE_BAR * block.quoted
    if block.kind == "heading":
        return bars + "#" * block.level + " ", bars
    if block.kind == "item":
        indent = bars + INDENT * (block.level - 1)
        bullet = f"{block.info} " if block.info else INDENT
        return indent + bullet, indent + " " * len(bullet)
    if block.kind == "code":
        return bars + INDENT, bars + INDENT
    return bars, bars
