"""The smallest terminal the reader works in. Loads no Textual: it is asked before the app is."""

from __future__ import annotations

MIN_COLUMNS, MIN_ROWS = 60, 15
"""Everything is laid out for 80x24 and more; below this nothing fits."""


def is_too_small(columns: int, rows: int) -> bool:
    """Whether a terminal of this size cannot hold the reader."""
    return columns < MIN_COLUMNS or rows < MIN_ROWS


def too_small(columns: int, rows: int) -> str:
    """What to say about a terminal of this size."""
    return f"the terminal is {columns}x{rows}; the reader needs at least {MIN_COLUMNS}x{MIN_ROWS}"
