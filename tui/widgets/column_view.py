"""One column of a comparison as cells: its heading, a rule that shows how far it is scrolled, and its text."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from rich.segment import Segment
from textual.strip import Strip

from briefings.article import Span
from tui.columns import Columns
from tui.layers import Flattened, Layer
from tui.layout import Layout
from tui.widgets.layer_styles import LayerStyles
from tui.widgets.rows import CURSOR_BAR, MARK_CELLS, MIN_NUMBER_CELLS, SELECTION_BAR, row_segments
from tui.width import cells, drawn

GUTTER = MIN_NUMBER_CELLS + MARK_CELLS
POINT_BAR = "▏"
"""Stands beside the sentence that tells, in another column, the point at the cursor."""

_POINT_MARK, _ONLY_MARK, _ONLY_TAG = "▸", "·", "only"
_OVER_ALL = 99
_KEPT_LIT = 8
POINT = "point"
_SWITCHED = {"told": POINT, "alone": POINT}
"""Layers that are switched by another name."""
SEPARATOR = " · "
"""Between the facts of a heading."""
_GAP = " not found here: {} "

MIN_COLUMN = 24
"""Cells under which a column is too narrow to read; fewer columns are then shown, of `SHOWN_COLUMN` cells or more."""

SHOWN_COLUMN = 28


class ColumnView:
    """Draws one column at one width, every state of a row once.

    number, width: which column, and its cells. note: a few words that stand on its rule. off: the names of layers that
    are not drawn; `point` is the marks in the gutter. lit: words that were opened or found. letters: row -> the letter
    that jumps there.
    """

    def __init__(
        self,
        columns: Columns,
        number: int,
        width: int,
        heading_rows: int,
        styles: LayerStyles,
    ) -> None:
        """Draw column `number` of `columns` in `width` cells."""
        self.number = number
        self.width = width
        self._columns = columns
        self._column = columns.columns[number]
        self._layout = columns.layouts[number]
        self._heading_rows = heading_rows
        self._styles = styles
        self.note = ""
        self.off = frozenset[str]()
        self.lit: tuple[Span, ...] = ()
        self.letters: Mapping[int, str] = {}
        self._layers = self._text_layers()
        self._tags = self._told_tags()
        self._all = Flattened(self._layers)
        self._names: dict[int, frozenset[str]] = {}
        self._over: dict[tuple[frozenset[str], tuple[Span, ...]], dict[int, Hashable]] = {}
        self._flat: dict[tuple[frozenset[str], tuple[Span, ...]], Flattened] = {}
        self._drawn: dict[Hashable, Strip] = {}
        self.look()

    def look(self) -> None:
        """Take over where the cursor is, how far the column is scrolled, and what is drawn."""
        self._active = self.number == self._columns.active
        self._offset = self._columns.offsets[self.number]
        self._told = self._columns.told_at(self.number)
        self._told_rows = self._layout.rows_of(self._told) if self._told else range(0)
        self._word = self._columns.word if self._active else None
        self._gap = self._columns.gap(self.number)
        self._selected = self._columns.selection.span if self._active and self._columns.selection else None
        self._selected_rows = self._layout.rows_of(self._selected) if self._selected else range(0)
        if len(self._over) > _KEPT_LIT:
            self._over.clear()
            self._flat.clear()
        self.states = self._states()

    def forget(self) -> None:
        """Draw everything again: the styles changed."""
        self._drawn.clear()

    def _states(self) -> list[Hashable]:
        """All that decides what each row of the widget shows in this column: rows of equal state look the same."""
        over = self._over.setdefault((self.off, self.lit), {})
        shown = range(self._offset, min(self._offset + self._columns.view, self._layout.height))
        rows: list[Hashable] = [over.get(row) or self._state(row, over) for row in shown]
        for row in range(max(shown.start, self._told_rows.start), min(shown.stop, self._told_rows.stop)):
            rows[row - shown.start] = (over[row], self._active, self._told, self._word)
        for row in range(max(shown.start, self._selected_rows.start), min(shown.stop, self._selected_rows.stop)):
            rows[row - shown.start] = (rows[row - shown.start], self._selected_in(row))
        for row, letter in self.letters.items():
            if row in shown:
                rows[row - shown.start] = (rows[row - shown.start], letter)
        heading = [(y, self._active, "heading") for y in range(self._heading_rows)]
        return [*heading, ("rule", self._offset, self._gap, self.note), *rows]

    def _state(self, row: int, over: dict[int, Hashable]) -> Hashable:
        """What of the switched things there is on a row: the layers not drawn, the opened words. Kept in `over`."""
        if row not in self._names:
            parts = self._all.parts(*self._layout.row(row))
            names = {name.partition(" ")[0] for _, over_it in parts for name in over_it}
            names |= {POINT} if row in self._tags else set()
            self._names[row] = frozenset(_SWITCHED.get(name, name) for name in names)
        lit = tuple(span for span in self.lit if row in self._layout.rows_of(span)) if self.lit else ()
        state = over[row] = (row, self._names[row] & self.off, lit)
        return state

    def _selected_in(self, row: int) -> Span | None:
        """What of the selection stands on a row."""
        start, end = self._layout.row(row)
        return self._selected and Span(max(start, self._selected.start), min(end, self._selected.end))

    def jump_rows(self) -> list[int]:
        """The rows on screen with which a paragraph begins."""
        shown = range(self._offset, min(self._offset + self._columns.view, self._layout.height))
        return [row for row in shown if self._layout.number(row) is not None]

    def strip(self, y: int) -> Strip:
        """The cells of the column on row `y` of the widget."""
        state = self.states[y] if y < len(self.states) else None
        strip = self._drawn.get(state)
        if strip is None:
            strip = self._drawn[state] = Strip(self._segments(y), self.width)
        return strip

    def _segments(self, y: int) -> list[Segment]:
        if y < self._heading_rows:
            return self._heading(self._active)[y]
        if y == self._heading_rows:
            return [Segment(self._rule(), self._styles[("rule",)])]
        row = y - self._heading_rows - 1 + self._offset
        if row >= self._layout.height:
            return [Segment(" " * self.width, self._styles[()])]
        is_told, is_selected = row in self._told_rows, row in self._selected_rows
        if not is_told and not is_selected:
            return self._lettered(row, self._row(row, self._flattened(), " "))
        layers = self._shown_layers()
        if is_told and self._told:
            layers = [Layer("cursor" if self._active else "point", [self._told], -1), *layers]
        over = self._selected if is_selected else self._word
        if over:
            layers.append(Layer("selection" if is_selected else "word", [over], _OVER_ALL))
        bar = SELECTION_BAR if is_selected else CURSOR_BAR if self._active else POINT_BAR
        return self._lettered(row, self._row(row, layers, bar))

    def _lettered(self, row: int, segments: list[Segment]) -> list[Segment]:
        """A row with the letter that jumps there, where it has one."""
        if letter := self.letters.get(row):
            segments[0] = Segment(f"({letter})".rjust(GUTTER - 1), self._styles[("word",)])
        return segments

    def _flattened(self) -> Flattened:
        """The layers that are drawn now, made flat once for each choice of them."""
        if not self.off and not self.lit:
            return self._all
        shown = (self.off, self.lit)
        if shown not in self._flat:
            self._flat[shown] = Flattened(self._shown_layers())
        return self._flat[shown]

    def _shown_layers(self) -> list[Layer]:
        lit = [Layer("hit", self.lit, _OVER_ALL - 1)] if self.lit else []
        return [*(la for la in self._layers if _SWITCHED.get(la.name, la.name) not in self.off), *lit]

    def offset_at(self, x: int, y: int) -> int:
        """The offset (code points) of the text at a cell of the column; of the nearest where there is none."""
        row = max(0, y - self._heading_rows - 1) + self._offset
        return self._layout.offset_at(row, x - GUTTER)

    def _row(self, row: int, layers: list[Layer] | Flattened, bar: str) -> list[Segment]:
        segments = row_segments(self._layout, row, layers, self._styles, GUTTER, bar)
        if row in self._tags and POINT not in self.off and segments[0].text.strip() in ("", _ONLY_MARK, _POINT_MARK):
            tag = self._tags[row]
            name = "only" if tag == _ONLY_TAG else "gutter"
            segments[0] = Segment(tag.rjust(GUTTER - 1), self._styles[(name,)])
        room = self.width - GUTTER - self._layout.cells(row)
        if room > 0:
            segments.append(Segment(" " * room, self._styles[()]))
        return segments

    def _text_layers(self) -> list[Layer]:
        """The column's layers with those of its points and of what is told only here; marks in the gutter."""
        layers = [layer for layer in self._column.layers if layer.name != "only"]
        told = Layer("told", [span for span, _ in self._columns.told(self.number)], 0, _POINT_MARK)
        return [Layer("alone", self._columns.only_here(self.number), 0, _ONLY_MARK), told, *layers]

    def _told_tags(self) -> dict[int, str]:
        """What the gutter says on the first row of a sentence, on its second where the first has a number.

        The number of its point, or that it is told only here.
        """
        told = [
            (span, f"{_POINT_MARK}{self._columns.number(point)}")
            for span, point in reversed(self._columns.told(self.number))
        ]
        tags = {}
        for span, tag in [*((span, _ONLY_TAG) for span in self._columns.only_here(self.number)), *told]:
            rows = self._layout.rows_of(span)
            tags[rows[1] if self._layout.number(rows[0]) is not None and len(rows) > 1 else rows[0]] = tag
        return tags

    def _rule(self) -> str:
        """A rule that is heavy where the part of the text on screen lies in the whole."""
        height, offset = self._layout.height, self._offset
        left = self.width * offset // height
        right = -(-self.width * min(height, offset + self._columns.view) // height)
        rule = "─" * left + "━" * (right - left) + "─" * (self.width - right)
        note = self.note if len(self.note) < self.width else ""
        if self._gap:
            gap = _GAP.format(self._gap)
            note = note if cells(gap) + len(note) < self.width else ""  # what is not found goes before how many columns
            rule = "─" + (gap + rule[cells(gap) + 1 :] if cells(gap) < self.width else fitted(gap, self.width - 1))
        return rule[: len(rule) - len(note)] + note

    def _heading(self, active: bool) -> list[list[Segment]]:
        """The heading: letter, outlet and credit; date and length; the title on the rows that are left."""
        first, *rest = self._column.heading or ("",)
        lines = [f"{self._column.letter} {first}".strip(), *(whole_parts(line, self.width - 1) for line in rest[:1])]
        lines += wrapped(" ".join(rest[1:]), self.width - 2, self._heading_rows - 2)
        lines += [""] * (self._heading_rows - len(lines))
        return [
            [Segment(fitted(f" {line}", self.width), self._styles[self._heading_names(y, active)])]
            for y, line in enumerate(lines[: self._heading_rows])
        ]

    def _heading_names(self, y: int, active: bool) -> tuple[str, ...]:
        return ("heading", "active") if active and y == 0 else ("heading",)


def columns_that_fit(width: int, count: int) -> tuple[int, int]:
    """How many of `count` columns are shown in `width` cells, one cell between them, and the cells of each."""
    fitting = max(1, count)
    if (width + 1) // fitting - 1 < MIN_COLUMN:
        fitting = max(1, min(count, (width + 1) // (SHOWN_COLUMN + 1)))
    return fitting, max(1, (width + 1) // fitting - 1)


def whole_parts(line: str, width: int) -> str:
    """Facts with ` · ` between them, as many as fit into `width` cells with an ellipsis for the rest: none is cut."""
    facts, kept = line.split(SEPARATOR), line
    while len(facts) > 1 and cells(kept) > width:
        facts.pop()
        kept = f"{SEPARATOR.join(facts)} …"
    return kept


def wrapped(line: str, width: int, rows: int) -> list[str]:
    """A line wrapped to at most `rows` rows of `width` cells, what is left out shown by an ellipsis."""
    layout = Layout(line, width, numbers=False)
    kept = [layout.shown(row).of(line) for row in range(min(rows, layout.height))]
    if kept and layout.height > rows:
        kept[-1] = fitted(kept[-1] + " " + layout.row(rows).of(line), width).rstrip()
    return kept


def fitted(line: str, width: int) -> str:
    """A line drawn in exactly `width` cells: cut with an ellipsis, or filled with spaces."""
    line, width = line.replace("\n", " "), max(0, width)
    if cells(line) <= width:
        return drawn(line) + " " * (width - cells(line))
    end = Layout(line, width, numbers=False).shown(0).end
    while end and cells(line[:end]) >= width:
        end -= 1
    kept = line[:end].rstrip("… ") if line[:end].rstrip().endswith("…") else line[:end]
    return drawn(kept) + "…" + " " * (width - 1 - cells(kept)) if width else ""
