"""Draws one row of a text with its gutter: paragraph number, mark, bar, then the words. Shared by the panes."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tui.layers import Flattened, Layer
from tui.layout import Layout
from tui.widgets.layer_styles import LayerStyles

MIN_NUMBER_CELLS = 3
MARK_CELLS = 2
"""Cells of a gutter behind the number: one for a mark, one for a bar."""

CURSOR_BAR = "▌"
SELECTION_BAR = "┃"


def row_segments(
    layout: Layout, row: int, layers: Sequence[Layer] | Flattened, styles: LayerStyles, gutter: int, bar: str
) -> list[Segment]:
    """A row in its styles, without anything behind its last word.

    gutter: cells before the text, `MARK_CELLS` or more. bar: the one cell next to the text.
    """
    label = gutter_label(layout.number(row), layout.marks(row, layers), gutter - 1)
    segments = [Segment(label, styles[("gutter",)]), Segment(bar, styles[("bar",)])]
    segments += [Segment(piece.text, styles[piece.names]) for piece in layout.pieces(row, layers)]
    return segments


def gutter_label(number: int | None, marks: str, room: int) -> str:
    """The number right before the mark's cell, or as many marks as fit where there is no number; `room` cells."""
    if number is None:
        return marks[:room].rjust(room)
    return f"{number:>{room - 1}}{marks[:1] or ' '}"
