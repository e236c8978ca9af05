"""Several texts read side by side: cursors, the active column, and how far each column is scrolled. Pure.

The widget that draws them is `widgets/compare_pane.py`; the arithmetic of scrolling is `landmarks.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefings.article import Span
from tui.cursor import SentenceCursor
from tui.landmarks import Landmarks
from tui.layers import Layer
from tui.layout import Layout
from tui.selection import Selection


@dataclass(frozen=True)
class Column:
    """One outlet's text in a comparison.

    letter: how the column is called. heading: outlet and credit; date and length; the title, which may be wrapped.
    text: what is read. sentences: what the cursor moves by; paragraphs where there are none.
    layers: spans drawn over the text. Where a layer is called `only`, its spans are told in this column only; else
    that is the sentences without a landmark.
    """

    letter: str
    heading: tuple[str, ...]
    text: str
    sentences: Sequence[Span] = ()
    layers: Sequence[Layer] = ()


Landmark = Mapping[int, "Span | Sequence[Span]"]
"""A point: column number -> where the column tells it (one span, or several of which the first is lined up)."""


_KEPT_LAYOUTS = 4
_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")


class Columns:
    """The state of a comparison on screen.

    active: the column with the cursor. offsets: the first row shown of each column. locked: whether columns scroll
    together. point: the number of the landmark at the cursor, None where the sentence is in none. word: the word at
    the cursor, None while the reader goes by sentence. selection: words of the active column that were selected.
    labels: what the landmarks are called.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        landmarks: Sequence[Landmark],
        *,
        active: int = 0,
        labels: Sequence[str] = (),
    ) -> None:
        self.columns = tuple(columns)
        self.points = [{column: _spans(place) for column, place in point.items()} for point in landmarks]
        self.cursors = [SentenceCursor(column.text, column.sentences) for column in self.columns]
        self.active = active
        self.locked = True
        self.point: int | None = None
        self.word: Span | None = None
        self.selection: Selection | None = None
        self.labels = tuple(labels)
        self.offsets = [0] * len(self.columns)
        self._laid_out: dict[tuple[int, int], Layout] = {}
        self._told = [self._in_order(column) for column in range(len(self.columns))]
        self.fit([40] * len(self.columns), 1)

    def fit(self, widths: Sequence[int], view: int) -> None:
        """Lay every column out at its width in cells, seen through `view` rows; the cursor stays on screen."""
        self.view = max(1, view)
        self.layouts = [self._layout(column, width) for column, width in enumerate(widths)]
        places = [
            {column: self.layouts[column].rows_of(spans[0]) for column, spans in point.items() if spans}
            for point in self.points
        ]
        self._landmarks = Landmarks(places, [layout.height for layout in self.layouts], self.view)
        self.offsets = [self._landmarks.clamp(column, offset) for column, offset in enumerate(self.offsets)]
        if self.columns:
            kept = self.selection, self.word
            self._arrive(self.point)
            self.selection, self.word = kept

    def _layout(self, column: int, width: int) -> Layout:
        """A column at a width; the reader often goes back to one of the last."""
        layout = self._laid_out.get((column, width))
        if layout is None:
            if len(self._laid_out) >= _KEPT_LAYOUTS * len(self.columns):
                self._laid_out.clear()
            layout = self._laid_out[column, width] = Layout(self.columns[column].text, width)
        return layout

    @property
    def cursor_span(self) -> Span:
        """The sentence at the cursor of the active column."""
        return self.cursors[self.active].span

    def told_at(self, column: int) -> Span | None:
        """Where a column tells the point at the cursor: its cursor's sentence; None where it does not tell it."""
        if column == self.active:
            return self.cursor_span
        return None if self.point is None else next(iter(self.points[self.point].get(column, ())), None)

    def only_here(self, column: int) -> Sequence[Span]:
        """The sentences of a column that are in no landmark, unless a layer says which ones those are."""
        for layer in self.columns[column].layers:
            if layer.name == "only":
                return layer.spans
        told = Layer("told", [span for span, _ in self._told[column]])
        return [s for s in self.cursors[column].sentences if not any(True for _ in told.within(*s))]

    def told(self, column: int) -> list[tuple[Span, int]]:
        """Every span of a column that is in a landmark, with the landmark's number, in order."""
        return self._told[column]

    def gap(self, column: int) -> str:
        """The name of the point at the cursor where a column does not tell it; empty where it does."""
        if self.point is None or self.told_at(column) or self.point >= len(self.labels):
            return ""
        return self.labels[self.point]

    def number(self, point: int) -> str:
        """What a point is called in the gutter: the number its label begins with."""
        return self.labels[point].partition(" ")[0] if point < len(self.labels) else str(point + 1)

    # Moves

    def move(self, name: str) -> None:
        """Move the cursor, or the end of the selection, by a move of its: `next_sentence`, `previous_paragraph` …"""
        if self.selection:
            getattr(self.selection, name)()
            self.show(self.selection.head)
        else:
            getattr(self.cursors[self.active], name)()
            self._arrive(None)

    def select(self) -> None:
        """Start a selection at the word at the cursor, else at the first of the sentence."""
        cursor, start = self.cursors[self.active], (self.word or self.cursor_span).start
        self.selection = Selection(self.columns[self.active].text, cursor.sentences, cursor.paragraphs, start)
        self.word = None

    def leave_selection(self) -> None:
        """Leave the selection, the cursor where its moving end was."""
        if self.selection:
            self.go_to(self.active, self.selection.head)

    def go_to(self, column: int, offset: int) -> None:
        """Move the cursor to the sentence of `column` that holds `offset` (code points)."""
        self.active = column
        self.cursors[column].to(offset)
        self._arrive(None)

    def to_column(self, column: int) -> None:
        """Move to another column: to its sentence of the same point, else to what stands beside, if columns are locked.

        Unlocked columns keep their own cursor.
        """
        column = max(0, min(column, len(self.columns) - 1))
        if self.locked and column != self.active:
            self.cursors[column].to(self._beside(column))
        self.active = column
        self._arrive(self.point)

    def _beside(self, column: int) -> int:
        """The offset in another column of the cursor's point, else of what stands on the same row of the view."""
        if told := self.told_at(column):
            return told.start
        layout = self.layouts[column]
        row = self.offsets[column] + self._screen_row()
        return layout.row(max(0, min(row, layout.height - 1))).start

    def to_point(self, step: int) -> None:
        """Move `step` shared points on in the active column (back where negative), as far as there are any."""
        told = self._told[self.active]
        here = next((i for i, (s, p) in enumerate(told) if p == self.point and s.overlaps(self.cursor_span)), None)
        if here is not None:
            target = here + step
        else:
            after = sum(1 for span, _ in told if span.start <= self.cursor_span.start)
            target = after if step > 0 else after - 1
        point = self.point
        if 0 <= target < len(told):
            span, point = told[target]
            self.cursors[self.active].to(span.start)
        self._arrive(point)

    def to_word(self, step: int) -> None:
        """Go `step` words on in the cursor's sentence, or back where negative; to its first or last from no word."""
        start, end = self.cursor_span
        words = [Span(*match.span()) for match in _WORD.finditer(self.columns[self.active].text, start, end)]
        if self.word in words:
            self.word = words[max(0, min(words.index(self.word) + step, len(words) - 1))]
        elif words:
            self.word = words[0 if step > 0 else -1]
        if self.word:
            self.show(self.word.start)

    def show(self, offset: int) -> None:
        """Scroll the active column, and no other, as far as `offset` asks: a sentence may be longer than the view."""
        row = self.layouts[self.active].row_of(offset)
        self.offsets[self.active] = max(row - self.view + 1, min(self.offsets[self.active], row))

    def page(self, pages: int) -> None:
        """Move by pages; the cursor, or the end of the selection, goes to what stands where it stood."""
        layout = self.layouts[self.active]
        rows = pages * max(1, self.view - 2)
        here = self.selection.head if self.selection else self.cursor_span.start
        there = layout.row(max(0, min(layout.row_of(here) + rows, layout.height - 1))).start
        self.offsets[self.active] = self._landmarks.clamp(self.active, self.offsets[self.active] + rows)
        if self.selection:
            self.selection.to(there)
            self.show(self.selection.head)
        else:
            self.go_to(self.active, there)

    def scroll(self, column: int, rows: int) -> None:
        """Scroll a column, and the others with it where they are locked, without moving the cursor."""
        offset = self._landmarks.clamp(column, self.offsets[column] + rows)
        if self.locked:
            self.offsets = self._landmarks.follow(column, offset)
        else:
            self.offsets[column] = offset

    def align(self) -> None:
        """Line the columns up at the cursor, locked or not."""
        self._line_up()

    def _arrive(self, point: int | None) -> None:
        """Note the point at the cursor (`point` if it is there) and bring it into view."""
        self.word = self.selection = None
        here = [p for span, p in self._told[self.active] if span.overlaps(self.cursor_span)]
        self.point = point if point in here else (here[0] if here else None)
        if self.locked:
            self._line_up()
        else:
            rows = self._cursor_rows()
            self.offsets[self.active] = self._landmarks.line_up(self.active, rows, self._screen_row(), None)[
                self.active
            ]

    def _line_up(self) -> None:
        rows = self._cursor_rows()
        self.offsets = self._landmarks.line_up(self.active, rows, self._screen_row(), self.point)
        if self.point is not None:
            for column, spans in self.points[self.point].items():
                if column != self.active and spans:
                    self.cursors[column].to(spans[0].start)

    def _cursor_rows(self) -> range:
        return self.layouts[self.active].rows_of(self.cursor_span)

    def _screen_row(self) -> int:
        """Where the cursor should stand in the view: where it is, or near the edge it left; a third down if far off."""
        rows = self._cursor_rows()
        row = rows.start - self.offsets[self.active]
        last = max(0, self.view - len(rows))
        if -self.view < row < 2 * self.view:
            return max(min(1, last), min(row, max(0, last - 1)))
        return min(last, self.view // 3)

    def _in_order(self, column: int) -> list[tuple[Span, int]]:
        """Where a column tells the points, in the order of its text."""
        return sorted((span, number) for number, point in enumerate(self.points) for span in point.get(column, ()))


def _spans(place: Span | Sequence[Span]) -> tuple[Span, ...]:
    return (place,) if isinstance(place, Span) else tuple(place)
