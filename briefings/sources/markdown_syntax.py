"""Markdown -> the plain words of its blocks, with their places. Not here: the front matter (`markdown_header.py`).

The blocks are CommonMark's, read as those of a briefing (`briefings.blocks`). What site builders and note-taking
programs add (HTML, shortcodes, wiki links, footnotes) is taken out first, each sign for a sign, so that places stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefings.article import Span
from briefings.blocks import Block, blocks
from briefings.sources.decode import normalise

_NOTHING = "\u2060"  # a word joiner: no space and no sign to Markdown, and dropped from an article's text
_BLOCK_TAGS = (
    "address|article|aside|blockquote|body|center|details|div|dl|dt|dd|fieldset|figcaption|figure|footer|form|h[1-6]|"
    "header|hr|html|li|main|nav|ol|p|picture|pre|section|source|summary|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_HIDDEN = re.compile(  # a start looks no farther than the next: many that never end must not take their square
    r"<(?P<name>script|style|iframe|svg|template|noscript)\b(?:(?!<(?P=name)\b).)*?</(?P=name)\s*>"
    r"|<!--(?:(?!<!--).)*?-->"
    r"|\{\{[<%](?:(?!\{\{[<%]).)*?[%>]\}\}|\{%(?:(?!\{%).)*?%\}"  # shortcodes of Hugo, tags of Jekyll
    r"|%%(?:(?!%%).)*%%",  # comments of Obsidian
    re.S | re.I,
)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCK_TAGS})\b[^<>]*>", re.I)
_BREAK = re.compile(r"<br\b[^<>]*>", re.I)
_SIGNS = re.compile(
    r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?/?>"  # the other tags
    r"|\{:[^{}\n]*\}|\{[#.][\w.# -]+\}"  # attributes of kramdown and Pandoc
    r"|!\[\[[^\[\]\n]*\]\]"  # pictures of Obsidian
    r"|(?<!!)\[\[(?:[^\[\]|\n]*\|)?(?=[^\[\]|\n]+\]\])|(?<=[^\[\]|\n])\]\](?!\()"  # wiki links, without their words
    r"|\[\^[^\[\]\s]+\]:?"  # footnotes' numbers
    r"|(?<![=\w])==(?=\S)|(?<=\S)==(?![=\w])|~~"  # highlighting, striking out
    r"|(?<=> )\[![a-z-]+\][+-]?|(?<=[-*+] )\[[ x]\](?= )|[ \t]\^[\w-]+$",  # callouts, tasks, names of blocks
    re.I | re.M,
)
_KEPT = ("paragraph", "quote", "item", "heading", "code")


def read_blocks(source: str, start: int = 0) -> Iterator[tuple[Block, Span, str]]:
    """(block, span of `source`, words on one line) of every block behind `start` that has words, in order.

    Tables, rules and pictures are left out, as they are of a page's HTML.
    """
    text = masked(source[start:])
    for block in blocks(text):
        words = " ".join(normalise(_without_pictures(block, text)).split()) if block.kind in _KEPT else ""
        if words:
            yield block, Span(start + block.source.start, start + block.source.end), words


def masked(source: str) -> str:
    """`source`, as long as before, with blanks and signs without width for all that is no CommonMark."""
    for signs, fill in ((_HIDDEN, _NOTHING), (_BLOCK_TAG, "\n"), (_BREAK, " "), (_SIGNS, _NOTHING)):
        source = signs.sub(lambda found, fill=fill: _filled(found[0], fill), source)  # type: ignore[misc]
    return source


def _filled(words: str, fill: str) -> str:
    """A text of `fill` as long as `words`, with its line ends; blanks end with one, as a line break does."""
    filled = "".join(fill if sign != "\n" else sign for sign in words)
    return f"{filled[:-1]}\n" if fill == " " else filled


def _without_pictures(block: Block, source: str) -> str:
    """The words of a block without those that stand for its pictures."""
    kept, at = [], 0
    for piece in block.pieces:
        is_picture = source.startswith("![", piece.source.start) and piece.end - piece.start != len(piece.source)
        kept.append(block.text[at : piece.start if is_picture else piece.end])
        at = piece.end
    return "".join([*kept, block.text[at:]])
