"""The words of one Markdown block: plain text, its marks, and where in the source each piece stands.

markdown-it-py gives source lines for blocks only. Here its inline rules are wrapped so that every token also knows
its place in the block's source. Not here: blocks (`blocks.py`) and the whole document (`markdown.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import unquote

from briefings.article import Span

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

    Rule = Callable[[StateInline, bool], bool]

CITE = "cite:"
"""What the target of a citation begins with; an article's id follows."""

MarkKind = Literal["strong", "emphasis", "code", "link", "citation", "heading", "quote", "live"]

_MARKUP = re.compile(r"([\\`*_\[\]<>&|#~!])")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = str.maketrans("\t\r\u2028\u2029", "    ")
_AT = "at"


class Piece(NamedTuple):
    """Text `[start, end)` that was made from `source`, a span of the Markdown."""

    start: int
    end: int
    source: Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something about a stretch of plain text.

    kind: what it is. span: where, in the plain text. source: the Markdown it was written as.
    target: of a link, its address; of a citation, the article's id; of a live block, its name.
    words: of a citation, the words it cites; else empty.
    """

    kind: MarkKind
    span: Span
    source: Span
    target: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Inline:
    """Plain text with its marks and pieces, both in order of their start."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def moved(self, by: int) -> Inline:
        """The same, with every offset into the plain text `by` code points further."""
        marks = tuple(replace(m, span=Span(m.span.start + by, m.span.end + by)) for m in self.marks)
        return replace(self, marks=marks, pieces=tuple(Piece(p.start + by, p.end + by, p.source) for p in self.pieces))


def harmless(text: str) -> str:
    """`text` with nothing a terminal could obey, code point for code point: U+FFFD for controls and bidi overrides."""
    return _UNSAFE.sub("\ufffd", text.translate(_SPACES))


def escaped(text: str) -> str:
    """`text` on one line as Markdown that shows exactly these words."""
    return _MARKUP.sub(r"\\\1", " ".join(harmless(text).split()))


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables and without raw HTML, whose inline tokens know their place."""
    from markdown_it import MarkdownIt, rules_inline

    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    rules: dict[str, Rule] = {
        "newline": rules_inline.newline,
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "emphasis": rules_inline.emphasis.tokenize,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "entity": rules_inline.entity,
    }
    for name, rule in rules.items():
        markdown.inline.ruler.at(name, _placed(rule))
    # Joining neighbouring texts would lose where each one stands.
    return markdown.disable(["text_join", "fragments_join"])


def _placed(rule: Rule) -> Rule:
    """An inline rule that also notes, on each token it pushes, the span of the block's source it read."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, first, pending = state.pos, len(state.tokens), state.pending
        if not rule(state, silent):
            return False
        if len(state.tokens) > first and pending and state.tokens[first].type == "text":
            first += 1  # text from before the rule, flushed by its first token
        new = [token for token in state.tokens[first:] if _AT not in token.meta]
        if not new:
            return True
        if new[0].type == "link_open":
            new[0].meta[_AT], new[-1].meta[_AT] = (start, start + 1), (state.pos, state.pos)
        else:
            single = state.pos - start == len(new)  # a run of emphasis marks is one token each
            for index, token in enumerate(new):
                token.meta[_AT] = (start + index, start + index + 1) if single else (start, state.pos)
        return True

    return placed


def read_inline(tokens: Sequence[Token], place: Callable[[int], int]) -> Inline:
    """The plain text of a block's inline tokens. `place` turns offsets of the block's content into source offsets."""
    text, marks, pieces = "", list[Mark](), list[Piece]()
    opened: list[tuple[Token, int, int]] = []
    cursor = 0
    for token in tokens:
        start, cursor = _extent(token, cursor)
        if token.nesting > 0:
            opened.append((token, len(text), start))
        elif token.nesting < 0 and opened:
            began, text_start, source_start = opened.pop()
            marks.append(_mark(began, text, Span(text_start, len(text)), Span(place(source_start), place(cursor))))
        elif shown := harmless(_shown(token)):
            span = Span(place(start), place(cursor))
            pieces.append(Piece(len(text), len(text) + len(shown), span))
            if token.type == "code_inline":
                marks.append(Mark("code", Span(len(text), len(text) + len(shown)), span))
            text += shown
    return Inline(text, tuple(sorted(marks, key=lambda mark: mark.span)), tuple(pieces))


def _extent(token: Token, cursor: int) -> tuple[int, int]:
    """Where a token stands in the block's content; plain text follows whatever came before it."""
    if _AT in token.meta:
        start, end = token.meta[_AT]
        return int(start), int(end)
    return cursor, cursor + len(token.content)


def _shown(token: Token) -> str:
    """What a reader sees of one token."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n" if token.type == "hardbreak" else " "
    return token.content


def _mark(token: Token, text: str, span: Span, source: Span) -> Mark:
    """The mark of an opening token whose closing one has been reached."""
    if token.type != "link_open":
        return Mark("strong" if token.type == "strong_open" else "emphasis", span, source)
    target, title = unquote(str(token.attrs["href"])), str(token.attrs.get("title", ""))
    if not target.startswith(CITE):
        return Mark("link", span, source, harmless(target))
    words = " ".join(harmless(title or span.of(text)).split())
    return Mark("citation", span, source, harmless(target.removeprefix(CITE)), words)


def line_places(content: str, source: str, starts: Sequence[int], first: int) -> Callable[[int], int]:
    """How offsets of a block's content become source offsets: each of its lines is the end of one source line.

    starts: the offset of every source line. first: the number, from 0, of the source line the content begins on.
    """
    heads, places, at = list[int](), list[int](), 0
    for number, line in enumerate(content.split("\n")):
        begin = starts[min(first + number, len(starts) - 1)]
        found = source.rfind(line.strip(), begin, _line_end(source, begin))
        lead = len(line) - len(line.lstrip())
        heads.append(at + lead)
        places.append(max(begin, found))
        at += len(line) + 1

    def place(offset: int) -> int:
        line = max(0, bisect_right(heads, offset) - 1)
        return min(len(source), places[line] + max(0, offset - heads[line]))

    return place


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end
