"""HTML -> the text that a reader would paste: a line for every block, indented by its depth."""

from __future__ import annotations

from typing import Any

from briefings.sources.decode import disarm

_SKIPPED = frozenset(
    """
    script style noscript template svg iframe head button select option object video audio figure
    """.split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption footer form
    h1 h2 h3 h4 h5 h6 header hr html img li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
_WITH_GAP = frozenset(("p", "div", "h1", "h2", "h3", "h4"))
_DEEPEST = 200  # beyond it a page is damaged, and what stands deeper is left out


def render(tree: Any) -> str:
    """The text of a parsed page (an lxml element), block by block; items of lists start with a star."""
    lines: list[str] = []
    _walk(tree, 0, "", [], lines)
    return disarm("\n".join(lines))


def _walk(element: Any, depth: int, bullet: str, words: list[str], lines: list[str]) -> None:
    """Add the lines of `element`; `words` are those of the line that is not ended yet."""
    if not isinstance(element.tag, str) or element.tag in _SKIPPED or depth > _DEEPEST:
        return
    block = element.tag in _BLOCKS
    inner = "* " if element.tag == "li" else bullet
    if block:
        _end_line(depth - 1, bullet, words, lines)
    words.append(element.text or "")
    for child in element:
        _walk(child, depth + (child.tag in _BLOCKS), inner, words, lines)
        words.append(child.tail or "")
    if block:
        _end_line(depth, inner, words, lines)
        if element.tag in _WITH_GAP:
            lines.append("")


def _end_line(depth: int, bullet: str, words: list[str], lines: list[str]) -> None:
    text = " ".join("".join(words).split())
    words.clear()
    if text:
        lines.append(" " * max(0, depth) + bullet + text)
