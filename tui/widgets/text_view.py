"""The widget that draws one text with its gutter, heading and layers, and scrolls it. No cursor and no keys.

Rows come from `tui/layout.py`; only those on screen are drawn. The text is data: nothing in it is read as markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from briefings.article import paragraphs
from tui.layers import Layer
from tui.layout import Layout
from tui.widgets.layer_styles import LayerStyles
from tui.widgets.rows import MARK_CELLS, MIN_NUMBER_CELLS, row_segments


class TextView(ScrollView, inherit_bindings=False):
    """One text; a subclass says what is at its cursor.

    Layers are drawn in the style of the component class `text-pane--<name>`.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text-pane--bar",
        "text-pane--citation",
        "text-pane--cursor",
        "text-pane--figure",
        "text-pane--found",
        "text-pane--gutter",
        "text-pane--heading",
        "text-pane--hit",
        "text-pane--letter",
        "text-pane--note",
        "text-pane--only",
        "text-pane--point",
        "text-pane--quote",
        "text-pane--selection",
        "text-pane--shared-run",
        "text-pane--title",
        "text-pane--wire",
    }
    DEFAULT_CSS = """
    TextView {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $background;
        color: $foreground;
        .text-pane--cursor { background: $surface; }
        .text-pane--selection { text-style: reverse; }
        .text-pane--hit { color: $text-warning; text-style: bold reverse; }
        .text-pane--found { color: $text-warning; text-style: bold underline; }
        .text-pane--shared-run { text-style: underline; }
        .text-pane--quote { color: $text-success; text-style: italic; }
        .text-pane--figure { color: $text-accent; text-style: bold; }
        .text-pane--letter { color: $text-warning; text-style: bold reverse; }
        .text-pane--note { color: $text-warning; text-style: uu; }
        .text-pane--citation { color: $text-primary; text-style: bold underline; }
        .text-pane--point { color: $text-secondary; text-style: bold; }
        .text-pane--bar { color: $text-primary; }
        .text-pane--only { text-style: dim; }
        .text-pane--wire { text-style: dim; }
        .text-pane--gutter { text-style: dim; }
        .text-pane--heading { text-style: dim; }
        .text-pane--title { text-style: bold; }
        &:focus .text-pane--cursor { background: $panel; }
        &:ansi .text-pane--cursor { background: ansi_default; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._row_styles = LayerStyles(self, "text-pane")
        self._strips: dict[int, Strip] = {}
        self._letters: dict[int, str] = {}
        self._layers: tuple[Layer, ...] = ()
        self._over: Sequence[Layer] = ()
        self._set_text("", (), (), numbered=False)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._text

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Draw other layers over the same text; nothing is wrapped again."""
        self._layers = tuple(layers)
        self._draw_again()

    def reveal(self, offset: int) -> None:
        """Scroll as little as needed to have the row of `offset` on screen, with the row before and after it."""
        row = self._layout.row_of(offset)
        self._reveal_rows(range(row, row + 1))

    def jump_rows(self) -> list[int]:
        """The rows of the layout on screen in which a paragraph begins."""
        top = self.scroll_offset.y - self._top
        seen = range(max(0, top), min(top + self.size.height, self._layout.height))
        starts = (self._layout.row(row).start for row in seen)
        return [row for row, start in zip(seen, starts, strict=True) if self._begins_a_paragraph(start)]

    def _begins_a_paragraph(self, offset: int) -> bool:
        return self._text[offset : offset + 1].strip() != "" and (not offset or self._text[offset - 1] == "\n")

    def show_letters(self, letters: Mapping[int, str]) -> None:
        """Show a letter in the gutter of some rows of the layout; none where there are none."""
        self._letters = dict(letters)
        self._draw_again()

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        row = y + self.scroll_offset.y
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._strip(row)
        return strip

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old styles."""
        super().notify_style_update()
        self._row_styles.clear()
        self._strips.clear()

    def _strip(self, row: int) -> Strip:
        row -= self._top
        if row < 0:
            segments = self._heading_segments(row + self._top)
        elif row < self._layout.height:
            bar = self.bar(row)
            segments = row_segments(self._layout, row, self._over, self._row_styles, self._gutter, bar)
            if row in self._letters:
                segments[0] = Segment(self._letters[row].rjust(self._gutter - 1), self._row_styles[("letter",)])
        else:
            segments = []
        return Strip(segments).adjust_cell_length(self.size.width, self._row_styles[()])

    def _heading_segments(self, row: int) -> list[Segment]:
        style = self._row_styles[("heading", "title") if row < self._title_rows else ("heading",)]
        pieces = self._headings.pieces(row) if row < self._headings.height else []
        return [Segment(" " * self._gutter, style), *(Segment(piece.text, style) for piece in pieces)]

    def bar(self, row: int) -> str:
        """The one cell between the gutter and the text of a row of the layout."""
        return " "

    def drawn_layers(self) -> Sequence[Layer]:
        """The layers over the text."""
        return self._layers

    def _draw_again(self) -> None:
        self._strips.clear()
        self._over = self.drawn_layers()
        self.refresh()

    def _set_text(self, text: str, heading: Sequence[str], layers: Sequence[Layer], *, numbered: bool) -> None:
        """Show another text from its top."""
        self._text = text
        self._heading = tuple(heading)
        self._layers = tuple(layers)
        self._number_cells = max(MIN_NUMBER_CELLS, len(str(len(paragraphs(text))))) if numbered else 0
        self._lay_out()
        self.scroll_to(y=0, animate=False, force=True)

    def _lay_out(self) -> None:
        """Wrap the heading and the text to the width there is."""
        width, self._height = self.scrollable_content_region.size  # `size` has the scrollbar in it
        self._gutter = self._number_cells + MARK_CELLS
        self._layout = Layout(self._text, width - self._gutter, numbers=self._number_cells > 0)
        room = width - self._gutter
        self._headings = Layout("\n".join(self._heading), room, numbers=False)
        self._title_rows = Layout(self._heading[0], room, numbers=False).height if self._heading else 0
        self._top = self._headings.height + 1 if self._heading else 0
        self.virtual_size = Size(width, self._top + self._layout.height)
        self._draw_again()

    def _is_shown(self, offset: int) -> bool:
        """Whether the row of `offset` was on screen at the size the text was last laid out for."""
        row = self._top + self._layout.row_of(offset) - self.scroll_offset.y
        return 0 <= row < self._height

    def _reveal_rows(self, rows: range) -> None:
        """Scroll as little as needed to show some rows of the text and a row around them; their first, if too many."""
        first, last = self._top + rows.start - 1, self._top + rows.stop
        height, top = self.size.height, self.scroll_offset.y
        if last >= top + height:
            top = last - height + 1
        if first < top:
            top = max(0, first)
        self.scroll_to(y=top, animate=False, force=True)
