"""Makes the SVG that Rich exports small: the same picture, said in fewer words. Draws nothing itself."""

from __future__ import annotations

import re
from itertools import groupby

_WEB_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.S)
_CLIPS = re.compile(r'<clipPath id="[^"]*-line-\d+">.*?</clipPath>\s*| clip-path="url\(#[^"]*-line-\d+\)"', re.S)
_RECT = re.compile(
    r'<rect fill="([^"]*)" x="([^"]*)" y="([^"]*)" width="([^"]*)" height="([^"]*)" shape-rendering="crispEdges"/>'
)
_RECTS = re.compile(r'(?:<rect fill="[^>]* shape-rendering="crispEdges"/>)+')
_NAME = re.compile(r"terminal-\d+-")


def smaller(svg: str) -> str:
    """The picture without what it loads from the web and clips for every line; cells of one ground are one."""
    svg = _RECTS.sub(lambda found: _joined(found[0]), _CLIPS.sub("", _WEB_FONTS.sub("", svg)))
    svg = svg.replace("<svg ", '<svg xml:space="preserve" ', 1)  # else some viewers drop blanks
    return _NAME.sub("t-", svg).replace("&#160;", "\N{NO-BREAK SPACE}")


def _joined(rects: str) -> str:
    """Neighbours of one colour on one row as one rectangle."""
    joined = []
    for (fill, y, height), row in groupby(_RECT.findall(rects), key=lambda rect: (rect[0], rect[2], rect[4])):
        cells = [(float(x), float(width)) for _, x, _, width, _ in row]
        x, width = cells[0][0], sum(width for _, width in cells)
        joined.append(f'<rect fill="{fill}" x="{x:g}" y="{y}" width="{width:g}" height="{height}"/>')
    return f'<g shape-rendering="crispEdges">{"".join(joined)}</g>'
