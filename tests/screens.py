"""A screen as text: what is on it, and under it which cells carry a mark beside colour (bold, underline, reverse …)."""

from __future__ import annotations

from typing import Any

from rich.style import Style
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.app import App

MARKS = (("reverse", "r"), ("underline", "u"), ("underline2", "u"), ("bold", "b"), ("italic", "i"), ("dim", "d"))


class TextSnapshot(SingleFileSnapshotExtension):
    """Snapshots as plain text files, so that a change of a screen can be read in a diff."""

    _write_mode = WriteMode.TEXT
    file_extension = "txt"

    def serialize(self, data: Any, **_: Any) -> str:
        return str(data)


def screen_text(app: App[Any]) -> str:
    """The screen row by row, then its marks row by row where there are any."""
    rows, marks = [], []
    width, height = app.size
    for strip in app.screen._compositor.render_strips():
        text, marked = "", ""
        for segment in strip:
            text += segment.text
            marked += _mark(segment.style) * segment.cell_length
        rows.append(text.rstrip())
        marks.append(marked.rstrip())
    numbered = [f"{number:>3} {row}" for number, row in enumerate(marks) if row]
    return "\n".join([f"{width}x{height}", *rows, "marks:", *numbered, ""])


def _mark(style: Style | None) -> str:
    return next((letter for name, letter in MARKS if style is not None and getattr(style, name)), " ")
