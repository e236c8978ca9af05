"""The notes of a text as its pane has them: marked in what is shown, and looked up by place. Pure; made in workers.

Not here: the pane (`widgets/desk_notes.py`), where words stand after a text changed (`briefings.note_places`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from briefings.article import Span
from briefings.notes.codebook import Codebook
from briefings.notes.note import Note
from tui.noting import noted, shown_span
from tui.reading import Reading


class PlacedNotes:
    """Notes by where their words stand in what is shown."""

    def __init__(self, reading: Reading, notes: Sequence[Note]) -> None:
        """reading: what is shown. notes: on it, those without a place among them."""
        found = [(shown_span(reading, note.span), note) for note in notes if note.span]
        found.sort(key=lambda one: one[0].start)
        self._found = found
        self._starts = [span.start for span, _ in found]
        self._reach = list(accumulate((span.end for span, _ in found), max))

    def on(self, span: Span) -> list[Note]:
        """The notes with words in `span`, in the order of the text; the cost does not grow with the other notes."""
        first, last = bisect_right(self._reach, span.start), bisect_left(self._starts, span.end)
        return [note for at, note in self._found[first:last] if at.overlaps(span)]


@dataclass(frozen=True, slots=True)
class Marked:
    """Notes marked in what is shown. of: what was shown. reading: the same with its notes. placed: them by place."""

    of: Reading
    reading: Reading
    placed: PlacedNotes


def marked(of: Reading, notes: Sequence[Note], book: Codebook) -> Marked:
    """Mark notes in what is shown, and have ready what drawing the marks takes."""
    reading = noted(of, notes, book)
    for layer in reading.layers:
        layer.begins(0, 0)
        next(layer.within(0, 0), None)
    return Marked(of, reading, PlacedNotes(reading, notes))
