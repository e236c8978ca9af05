"""Which panes of the reader's screen are shown and how wide, as it is kept from one start to the next. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

HIDEABLE = ("library", "notes")
"""The panes that can be hidden."""
LIBRARY, NOTES, BELOW = "library", "notes", "notes-below"
"""What has a size: two panes at the sides, in columns, and the notes below a text, in rows."""


@dataclass(frozen=True, slots=True)
class PaneSizes:
    """What a reader chose of the panes.

    hidden: the panes that are not shown. cells: columns or rows of what was made wider or narrower.
    """

    hidden: frozenset[str] = frozenset()
    cells: Mapping[str, int] = field(default_factory=dict)

    def toggled(self, pane: str) -> PaneSizes:
        """The same with a pane shown or hidden."""
        return replace(self, hidden=self.hidden ^ {pane})

    def sized(self, what: str, cells: int) -> PaneSizes:
        """The same with another size of one."""
        return replace(self, cells={**self.cells, what: cells})

    def as_text(self) -> str:
        """As it is kept: JSON."""
        return json.dumps({"hidden": sorted(self.hidden), "cells": dict(self.cells)})


def read_pane_sizes(text: str) -> PaneSizes:
    """What `as_text` gave; what is not that is left out, as if it had not been chosen."""
    try:
        read = json.loads(text or "{}")
    except ValueError:
        return PaneSizes()
    hidden, cells = (read.get("hidden"), read.get("cells")) if isinstance(read, dict) else (None, None)
    return PaneSizes(
        frozenset(pane for pane in HIDEABLE if pane in hidden) if isinstance(hidden, list) else frozenset(),
        {what: cells[what] for what in (LIBRARY, NOTES, BELOW) if _is_size(cells.get(what))}
        if isinstance(cells, dict)
        else {},
    )


def _is_size(value: object) -> bool:
    return type(value) is int and 0 < value < 1000
