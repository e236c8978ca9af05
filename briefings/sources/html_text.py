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


def render(tree: Any) -> str:
    """The text of a parsed page (an lxml element), block by block; items of lists start with a star."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    lines: list[str] = []
    words: list[str] = []  # of the line that is not ended yet
    bullets = [""]  # of each block around, from the outside in
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))  # without recursion: a page may be nested deeply
    for event, element in walk:
        is_block = event in ("start", "end") and element.tag in _BLOCKS
        if event == "start":
            if element.tag in _SKIPPED:
                walk.skip_subtree()
                continue
            if is_block:
                _end_line(len(bullets) - 2, bullets[-1], words, lines)
                bullets.append("* " if element.tag == "li" else bullets[-1])
            words.append(element.text or "")
            continue
        if is_block and element.tag not in _SKIPPED:
            _end_line(len(bullets) - 2, bullets.pop(), words, lines)
            if element.tag in _WITH_GAP:
                lines.append("")
        if element is not tree:
            words.append(element.tail or "")
    return disarm("\n".join(lines))


def _end_line(depth: int, bullet: str, words: list[str], lines: list[str]) -> None:
    text = " ".join("".join(words).split())
    words.clear()
    if text:
        lines.append(" " * max(0, depth) + bullet + text)
