"""Markdown -> blocks, each with its plain text, its marks and its place in the source.

Not here: the words inside a block (`inline.py`), how blocks follow each other on a screen (`markdown.py`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from briefings.article import Span
from briefings.inline import Inline, Mark, Piece, harmless, line_places, parser, read_inline

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

LIVE = "rashomon"
"""The first word of the info string of a live block."""
LIVE_BLOCKS = ("coverage", "quotes", "figures", "wording", "sources")
"""The tables a live block can ask for."""

BlockKind = Literal["heading", "paragraph", "item", "quote", "code", "table", "rule", "live"]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a Markdown document.

    kind: what it is. text: its plain text; of a table, laid out in columns; of a rule or a live block, empty.
    spans: the marks of `text`. pieces: where the parts of `text` come from. source: the block in the Markdown.
    level: of a heading 1-6, of an item how deep its list is; else 0. quoted: how many block quotes it stands in.
    info: of code, its language; of a live block, the name of its table; of an item, its bullet or number, empty for
    an item's later paragraphs. tight: whether it follows the item before it without a blank line.
    rows: the cells of a table, its header first.
    """

    kind: BlockKind
    text: str
    source: Span
    spans: tuple[Mark, ...] = ()
    pieces: tuple[Piece, ...] = ()
    level: int = 0
    quoted: int = 0
    info: str = ""
    tight: bool = False
    rows: tuple[tuple[str, ...], ...] = ()


def blocks(source: str) -> list[Block]:
    """The blocks of a Markdown text, in order, without control characters; offsets are code points into `source`."""
    from markdown_it.tree import SyntaxTreeNode

    # the parser would do this itself: then offsets would move, and words not be found in the source
    lines = source.replace("\r\n", " \n").replace("\r", "\n").replace("\0", "\ufffd")
    return list(_Reader(lines).read(SyntaxTreeNode(parser().parse(lines)), _Place()))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: in how many quotes, how many lists; the bullet still to be shown; a tight list."""

    quoted: int = 0
    level: int = 0
    bullet: str = ""
    tight: bool = False


class _Reader:
    """Turns the tree of one source into blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.starts = [0, *(i + 1 for i, ch in enumerate(source) if ch == "\n")]

    def read(self, node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        """The blocks under `node`."""
        for child in node.children:
            if child.type == "blockquote":
                yield from self.read(child, replace(place, quoted=place.quoted + 1))
            elif child.type in ("bullet_list", "ordered_list"):
                yield from self.read(child, replace(place, level=place.level + 1))
            elif child.type == "list_item":
                yield from self.item(child, place)
            else:
                yield from self.leaf(child, place)

    def item(self, node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        """The blocks of one list item; only the first shows the bullet."""
        bullet = f"{node.info}{node.markup}" if node.info else "•"
        for index, child in enumerate(self.read(node, replace(place, bullet=bullet))):
            own = child.level == place.level and child.kind == "item"
            yield replace(child, info="") if own and index else child

    def leaf(self, node: SyntaxTreeNode, place: _Place) -> Iterator[Block]:
        """The block of a node that holds text."""
        source = self.span(node)
        if node.type == "heading":
            yield self.text("heading", node, place, level=int(node.tag[1]))
        elif node.type == "paragraph" and place.level:
            tight = bool(node.hidden)
            yield self.text("item", node, place, level=place.level, info=place.bullet, tight=tight)
        elif node.type == "paragraph":
            yield self.text("quote" if place.quoted else "paragraph", node, place)
        elif node.type in ("fence", "code_block"):
            yield self.code(node, place)
        elif node.type == "table":
            yield self.table(node, place)
        elif node.type == "hr":
            yield Block("rule", "", source, quoted=place.quoted)

    def text(self, kind: BlockKind, node: SyntaxTreeNode, place: _Place, **more: int | str | bool) -> Block:
        """A block of running words."""
        inline = self.inline(node)
        block = Block(kind, inline.text, self.span(node), inline.marks, inline.pieces, quoted=place.quoted)
        return replace(block, **more)  # type: ignore[arg-type]

    def inline(self, node: SyntaxTreeNode) -> Inline:
        """The words of a heading or paragraph."""
        token = next((child.token for child in node.children if child.type == "inline"), None)
        if token is None or token.children is None:
            return Inline()
        first = token.map[0] if token.map else 0
        return read_inline(token.children, line_places(token.content, self.source, self.starts, first))

    def code(self, node: SyntaxTreeNode, place: _Place) -> Block:
        """A fence or indented code; a fence that asks for a table becomes a live block."""
        source, words = self.span(node), node.info.split()
        if words[:1] == [LIVE]:
            return Block("live", "", source, info=harmless(" ".join(words[1:])), quoted=place.quoted)
        content = node.content.rstrip("\n")
        place_of = line_places(content, self.source, self.starts, self.line(node) + (node.type == "fence"))
        pieces, at = list[Piece](), 0
        for line in content.split("\n"):
            if shown := line.strip():  # tabs of the indentation may have become blanks: only the rest is the source's
                start = at + line.index(shown)
                begin = place_of(start)
                pieces.append(Piece(start, start + len(shown), Span(begin, begin + len(shown))))
            at += len(line) + 1
        text = harmless(content)
        info = harmless(words[0]) if words else ""
        return Block("code", text, source, pieces=tuple(pieces), info=info, quoted=place.quoted)

    def table(self, node: SyntaxTreeNode, place: _Place) -> Block:
        """A table, laid out in columns."""
        rows = [self.row(row) for part in node.children for row in part.children]
        laid = lay_out(rows)
        cells = tuple(tuple(cell.text for cell in row) for row in rows)
        return Block("table", laid.text, self.span(node), laid.marks, laid.pieces, quoted=place.quoted, rows=cells)

    def row(self, node: SyntaxTreeNode) -> list[Inline]:
        """The cells of one row, found one after the other in its line."""
        at, cells = self.starts[self.line(node)], list[Inline]()
        for cell in node.children:
            token = cell.children[0].token
            content = token.content if token else ""
            at = max(at, self.source.find(content.replace("|", "\\|"), at))
            children = token.children if token else None
            cells.append(read_inline(children or (), partial(int.__add__, at)))
            at += len(content)
        return cells

    def line(self, node: SyntaxTreeNode) -> int:
        """The number, from 0, of the line a node begins on."""
        return node.map[0] if node.map else 0

    def span(self, node: SyntaxTreeNode) -> Span:
        """A node's lines in the source, without the line break after them."""
        first, last = node.map or (0, 0)
        end = self.starts[last] if last < len(self.starts) else len(self.source)
        start = self.starts[min(first, len(self.starts) - 1)]
        return Span(start, max(start, start + len(self.source[start:end].rstrip())))


def lay_out(rows: list[list[Inline]]) -> Inline:
    """A table as lines of equal columns with a rule under its header; marks and pieces move with their cells."""
    columns = max((len(row) for row in rows), default=0)
    widths = [max((width(row[i].text) for row in rows if i < len(row)), default=0) for i in range(columns)]
    text, marks, pieces = "", list[Mark](), list[Piece]()
    for number, row in enumerate(rows):
        for cell, wide in zip(row, widths, strict=False):
            text += " │ " if text and not text.endswith("\n") else ""
            moved = cell.moved(len(text))
            text += cell.text + " " * (wide - width(cell.text))
            marks.extend(moved.marks)
            pieces.extend(moved.pieces)
        text = text.rstrip(" ") + "\n"
        if not number:
            text += "─┼─".join("─" * wide for wide in widths) + "\n"
    return Inline(text.rstrip("\n"), tuple(marks), tuple(pieces))


def width(text: str) -> int:
    """How many terminal cells a text takes: two for East Asian wide characters, none for combining marks."""
    wide = sum(unicodedata.east_asian_width(ch) in "WF" for ch in text)
    return len(text) + wide - sum(unicodedata.combining(ch) > 0 for ch in text)
